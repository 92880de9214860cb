import GRDB
import Model
import Playbook

@testable import Store

/// What somebody does at random.
extension OneMachine {
  private func pick<T>(_ all: [T]) -> T? { all.randomElement(using: &random) }
  private func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
  private func row(_ kinds: String...) throws -> Subject? {
    pick(
      try kinds.flatMap { kind in
        try store.read { session in try session.shownRows(try KindName.find(kind)).map(\.subject) }
      }.filter { $0.kind != Setting.kind })
  }

  /// Runs a random command and says which.
  func command() throws -> String {
    switch number(17) {
    case 0, 1: try decide()
    case 2: try set("name", "v\(number(5))", in: row(Person.kind, Organisation.kind))
    case 3: try set("notes", pick(["one\ntwo", "one\ntwo\nthree", "four", ""]) ?? "", in: row(Organisation.kind))
    case 4:
      try set(
        pick(["stage=offer", "stage=rejected", "source=ad", "closed_on=2026-03-18"]) ?? "", row(Opportunity.kind))
    case 5: try addSetting()
    case 6: try addParticipation()
    case 7: try addRow()
    case 8, 9: try delete()
    case 10: try undelete()
    case 11, 12: try letter()
    case 13: try log()
    case 14: try hear()
    case 15: try joinOrPart()
    default: try playbook()
    }
  }

  private func decide() throws -> String {
    guard let item = pick(try store.agenda().items) else { return "nothing" }
    switch number(3) {
    case 0: try store.done([item], on: try day("2026-03-1\(number(9))"), command: "done")
    case 1: try store.skip([item], command: "skip")
    default: try store.snooze([item], until: store.today + 1 + number(20), command: "snooze")
    }
    return "decide on \(item.title)"
  }

  private func set(_ field: String, _ value: String, in row: Subject?) throws -> String {
    try set("\(field)=\(value)", row)
  }

  private func set(_ assignment: String, _ row: Subject?) throws -> String {
    guard let row else { return "nothing" }
    _ = try store.set(row.id.description, [Assignment(assignment)], command: "set")
    return "set \(row) \(assignment.debugDescription)"
  }

  private func addSetting() throws -> String {
    let words = [
      Assignment(field: "name", text: pick(["zone", "cap"]) ?? ""), Assignment(field: "value", text: "\(number(3))"),
    ]
    _ = try store.add(try KindName.find(Setting.kind), words, command: "add setting")
    return "add setting \(words.map(\.text))"
  }

  private func addParticipation() throws -> String {
    guard let interview = try row(Interview.kind), let person = try row(Person.kind) else { return "nothing" }
    var words = [
      Assignment(field: "interview", text: interview.id.description),
      Assignment(field: "person", text: person.id.description),
    ]
    if number(2) == 0 { words.append(Assignment(field: "part", text: "recruiter")) }
    _ = try store.add(try KindName.find(Participation.kind), words, command: "add participation")
    return "add participation \(words.map(\.text))"
  }

  private func addRow() throws -> String {
    let kind = pick([Person.kind, Organisation.kind]) ?? Person.kind
    _ = try store.add(try KindName.find(kind), [Assignment(field: "name", text: "new\(number(9))")], command: "add")
    return "add \(kind)"
  }

  private func delete() throws -> String {
    let kinds = [
      Person.kind, Organisation.kind, Interview.kind, Participation.kind, Touch.kind, Promise.kind, Decision.kind,
      Setting.kind,
    ]
    let rows = try store.read { session in
      try session.shownRows(try KindName.find(pick(kinds) ?? Person.kind))
    }.filter { $0.string("name")?.hasPrefix("machine.") != true }
    guard let row = pick(rows)?.subject else { return "nothing" }
    _ = try store.delete(try store.askDelete(row.id.description), command: "delete")
    return "delete \(row)"
  }

  private func undelete() throws -> String {
    let dead = try store.read { session in
      try Int64.fetchAll(session.db, sql: "SELECT id FROM subject WHERE flags & 1").compactMap(session.interner.subject)
        .filter { try !session.isAlive($0) }
    }
    guard let row = pick(dead) else { return "nothing" }
    _ = try store.undelete(row.id.description, command: "undelete")
    return "undelete \(row)"
  }

  private func letter() throws -> String {
    let open = try store.all(Letter.self).filter { $0.sent == nil && $0.person != nil }
    guard let letter = pick(open) else {
      guard let person = pick(try store.all(Person.self)) else { return "nothing" }
      let job = try store.letterJob(person.id.description, kind: pick([.thankYou, .executiveLetter]), opportunity: nil)
      _ = try store.keep(
        LetterText(subject: "S", body: "Dear,\nthanks \(number(9)).\n"), of: try store.open(job), command: "letter")
      return "draft a letter"
    }
    var sending = Sending(letter, on: store.today)
    if number(2) == 0 { sending.announced = (store.today + 3, store.today + 3 + number(3)) }
    _ = try store.send(sending, command: "letter sent")
    return "send \(letter.subject) announcing \(sending.announced.map { "\($0.first)–\($0.last)" } ?? "nothing")"
  }

  private func log() throws -> String {
    guard let person = try row(Person.kind) else { return "nothing" }
    var entry = TouchEntry(channel: pick([.call, .email]), person: person.id, day: store.today - number(5))
    if number(3) == 0 { entry.announced = (store.today + 2, store.today + 2) }
    _ = try store.log(entry, command: "log")
    return "log with \(person)"
  }

  private func hear() throws -> String {
    let what: News.What =
      switch number(4) {
      case 0: .rejected
      case 1: .offer(deadline: store.today + 7)
      case 2: .next(step: "a talk", first: store.today + number(9), last: nil)
      default: .silent
      }
    guard let opportunity = pick(try store.all(Opportunity.self)) else { return "nothing" }
    _ = try store.hear(News(what, of: opportunity, on: store.today), command: "heard")
    return "heard \(what)"
  }

  private func joinOrPart() throws -> String {
    let kind = pick([Person.kind, Organisation.kind]) ?? Person.kind
    guard let one = try row(kind), let other = try row(kind), one != other else { return "nothing" }
    if number(3) == 0 {
      _ = try store.unjoin(one.id.description, command: "unjoin")
      return "unjoin \(one)"
    }
    try store.join(one.id.description, other.id.description)
    return "join \(one) \(other)"
  }

  private func playbook() throws -> String {
    if number(2) == 0 {
      let name = pick(["persistent", "value-added", "reflective"]) ?? "persistent"
      try store.usePlaybook(name, for: nil, command: "playbook use")
      return "playbook use \(name)"
    }
    let value = pick(["2d", "4d", "default"]) ?? "2d"
    try store.setNumber(playbook: "persistent", "break-the-silence.after", to: value, command: "playbook set")
    return "playbook set \(value)"
  }
}
