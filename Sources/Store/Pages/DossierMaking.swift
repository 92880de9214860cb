package import Formats
import Foundation
package import Model
import Notes
import Playbook

/// A note with its words, as it is told on a page.
package struct NoteText: Sendable {
  package let name: String
  package let text: String
}

extension Store {
  /// The page of a person, a firm or a search.
  ///
  /// - Throws: `PracticeError.usage` for a row of another kind that belongs to none of them.
  package func dossier(of row: Subject, isRedacted: Bool) throws -> DossierPage {
    let page = try pageFacts(isRedacted: isRedacted)
    let subject = try dossierSubject(row, page.facts)
    let story = RowStory(subject, page.agenda, StoriedSearches(page.planner))
    return page.dossier(of: subject, story, notes: isRedacted ? [] : try notes(story.notes))
  }

  private func dossierSubject(_ row: Subject, _ facts: Facts) throws -> Subject {
    if RowStory.kinds.contains(row.kind) { return row }
    if row.kind == Interview.kind, let opportunity = facts.interviews[row.id]?.opportunity {
      return Subject(kind: Opportunity.kind, id: opportunity)
    }
    throw PracticeError.usage(
      "A page shows a person, a firm or a search; that is a \(row.kind). `afterword show` shows it.")
  }

  /// Beyond so many scalars of a note a page is no place for it.
  private static let longestNote = 200_000

  private func notes(_ ids: [RowID]) throws -> [NoteText] {
    let subjects = ids.map { Subject(kind: Document.kind, id: $0) }
    let titles = try titles(of: subjects)
    return try subjects.compactMap { subject in
      guard let bytes = try content(of: subject, "content") else { return nil }
      let scalars = DecodedText(bytes).scalars
      let shown = String(String.UnicodeScalarView(scalars.prefix(Self.longestNote)))
      let rest = scalars.count > Self.longestNote ? "\n… all of it: \(ShellCommand("show", subject.id.short))" : ""
      return NoteText(name: titles[subject] ?? "a note", text: shown + rest)
    }
  }
}

extension PageFacts {
  func dossier(of row: Subject, _ story: RowStory, notes: [NoteText]) -> DossierPage {
    let record: (any Model.Record)? = facts.people[row.id] ?? facts.organisations[row.id] ?? facts.opportunities[row.id]
    return DossierPage(
      today: today, title: title(row), lead: lead(row, story), fields: record.map(fields) ?? [],
      tasks: tasks(story.toDo), theirPromises: promises(story, .them), myPromises: promises(story, .me),
      lanes: lanes { story.searches.contains($0.id) }, interviews: interviews(story),
      contacts: story.contacts.map { line($0) }, people: row.kind == Person.kind ? [] : people(story),
      letters: letters(row, story), notes: notes.map { .init($0.name, $0.text) }, ending: ending)
  }

  private func title(_ row: Subject) -> String {
    let name =
      facts.people[row.id]?.name ?? facts.organisations[row.id]?.name
      ?? facts.opportunities[row.id].map { _ in facts.name(opportunity: row.id) }
    return name.flatMap { $0.isEmpty ? nil : $0 } ?? "(no name)"
  }

  private func lead(_ row: Subject, _ story: RowStory) -> [String] {
    var lead: [String] = []
    if let person = facts.people[row.id] {
      lead += [person.title, person.organisation.flatMap { facts.organisations[$0]?.name }].compactMap(\.self)
    }
    let searches = story.searches.compactMap { facts.opportunities[$0] }.sorted { $0.id < $1.id }
    lead += searches.prefix(3).map { search in
      [search.role ?? firm(search), (search.stage ?? .interviewing).rawValue].joined(separator: ": ")
    }
    if let last = story.contacts.first?.day { lead.append("last contact \(DayText.long(last, today: today))") }
    return lead
  }

  private func promises(_ story: RowStory, _ by: Promiser) -> [DossierPage.Line] {
    story.promises.filter { $0.by == by }.map { promise in
      let late = promise.lastDay.map { $0 < today } ?? false
      let day = promise.due.map { DayText.long($0, today: today) } ?? "no day"
      return .init(day + (late ? ", passed" : ""), promise.text ?? "(no words)")
    }
  }

  private func line(_ entry: RowStory.Entry) -> DossierPage.Line {
    let day = entry.day.map { DayText.long($0, today: today) } ?? "no day"
    return .init(day, [entry.what, entry.words].filter { !$0.isEmpty }.joined(separator: ": "))
  }

  /// Each meeting with what came up in it below.
  private func interviews(_ story: RowStory) -> [DossierPage.Entry] {
    var entries: [DossierPage.Entry] = []
    for entry in story.interviews {
      if let day = entry.day {
        let words = entry.words.isEmpty ? "" : ", \(entry.words)"
        entries.append(.init(DayText.long(day, today: today) + words, []))
      } else if let last = entries.popLast() {
        entries.append(.init(last.heading, last.lines + [.init(entry.what, entry.words)]))
      }
    }
    return entries
  }

  private func people(_ story: RowStory) -> [DossierPage.Entry] {
    let people = story.people.compactMap { facts.people[$0] }.sorted { ($0.name ?? "", $0.id) < ($1.name ?? "", $1.id) }
    return people.map { person in
      let lines = [
        ("title", person.title), ("mail", person.email), ("phone", person.phone), ("address", person.address),
        ("profile", person.profile), ("met", person.howMet), ("notes", person.notes.isEmpty ? nil : person.notes),
      ].compactMap { label, text in text.map { DossierPage.Line(label, $0) } }
      return .init(facts.name(person.id), lines)
    }
  }

  private func letters(_ row: Subject, _ story: RowStory) -> [DossierPage.Text] {
    let own = facts.letters.values.filter { letter in
      row.kind == Person.kind
        ? letter.person == row.id
        : letter.opportunity.map(story.searches.contains) ?? letter.person.map(story.people.contains) ?? false
    }
    return own.sorted { ($1.sent ?? $1.drafted ?? .last, $1.id) < ($0.sent ?? $0.drafted ?? .last, $0.id) }.map {
      letter in
      let state = letter.sent.map { "sent \(DayText.long($0, today: today))" } ?? "draft"
      let heading = [letter.subjectLine ?? letter.form ?? "letter", "to \(facts.name(letter.person))", state]
      return .init(heading.joined(separator: ", "), letter.frozen ?? letter.body)
    }
  }
}
