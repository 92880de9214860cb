import Model
package import Playbook

/// Finding follow-ups by what a person types: the beginning of an id, or words of whom or what they are about.
extension Store {
  /// The one follow-up that a word or a name means. A name means what can be done now for whoever is called so; where
  /// nothing can be, nothing is guessed.
  ///
  /// - Throws: `PracticeError.ambiguousItem` for several, `.nothing` for none, `NamingError.notFound` for a name of nothing.
  package func followUp(named name: String, in agenda: Agenda) throws -> PlanItem {
    if let item = try item(ofID: name, agenda) { return item }
    let rows: [Subject]
    do {
      rows = try self.rows(called: name)
    } catch NamingError.notFound where name.count >= 8 && name.allSatisfy(\.isHexDigit) {
      throw PracticeError.noItem(name)
    }
    let theirs = agenda.items.filter { item in rows.contains { agenda.concerns(item, $0) } }
    let doable = theirs.filter { $0.urgency(today: agenda.today) <= .open }
    guard let first = doable.first else { throw PracticeError.nothing(try notDue(rows, theirs, agenda)) }
    guard doable.count == 1 else { throw ambiguous(name, doable, agenda) }
    return first
  }

  /// The follow-ups more than so many days late.
  package func followUps(lateBy days: Int, in agenda: Agenda) -> [PlanItem] {
    agenda.ordered(agenda.items(.overdue).filter { $0.daysLate > days })
  }

  /// Four digits of an id, or fewer with a decimal one among them, cannot be meant as a name unless nothing has such an id.
  private func item(ofID text: String, _ agenda: Agenda) throws -> PlanItem? {
    let prefix = text.lowercased()
    guard !prefix.isEmpty, prefix.allSatisfy(\.isHexDigit), prefix.count >= 4 || prefix.contains(where: \.isNumber)
    else { return nil }
    let found = Planner.items(agenda.items, matching: prefix)
    guard found.count < 2 else { throw ambiguous(text, found, agenda) }
    return found.first
  }

  private func ambiguous(_ name: String, _ items: [PlanItem], _ agenda: Agenda) -> PracticeError {
    .ambiguousItem(name, items.map { .init(id: String($0.id.prefix(8)), title: agenda.title($0)) })
  }

  /// Every row that a name means equally well.
  ///
  /// - Throws: `NamingError.notFound`.
  private func rows(called name: String) throws -> [Subject] {
    do {
      return [try resolve(name)]
    } catch NamingError.ambiguous(_, let candidates) {
      return candidates.map(\.subject)
    }
  }

  private func notDue(_ rows: [Subject], _ theirs: [PlanItem], _ agenda: Agenda) throws -> String {
    let names = try rows.prefix(3).map { try title(of: $0) }.joined(separator: " or ")
    guard let next = theirs.first(where: { $0.urgency(today: agenda.today) == .upcoming }) else {
      return "Nothing is to be done for \(names) now. `\(ShellCommand("plan"))` shows what is planned."
    }
    let day = DayText.long(next.day, today: agenda.today)
    return
      "Nothing is due for \(names) yet. On \(day): \(agenda.title(next)), which goes by its id, \(next.id.prefix(8))."
  }
}
