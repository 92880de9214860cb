import Foundation
import Model

/// An example as the model's page writes it: what machines do to the one organisation that all hold, named Berlin, and to
/// one person, a line each, and what is then shown everywhere.
///
///     A: name = Paris        a blind set; `edit name = Paris` one by somebody who has opened the row
///     A: notes = one / two   a text saved by somebody who has opened the row, its lines parted by slashes
///     A: tag warm            of the person; also `untag`, `delete`, `undelete`, `undo`: what the machine wrote last
///     A: part                a new opportunity that is a part of the organisation
///     A: twin x              another organisation whose website is x; `join` makes the two one, `unjoin` parts them
///     sync                   everything to everybody
///     shown: name Paris | London      in any order; `notes` with regions as {one|other}, `tags`, `state`, `conflicts`
package struct WrittenScenario: Sendable, CustomStringConvertible {
  private let lines: [String]
  package var description: String { lines.joined(separator: "; ") }

  /// Those of the model's page.
  package static let all: [WrittenScenario] = {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    return written(in: (try? String(contentsOfFile: root + "/Sources/Merge/MODEL.md", encoding: .utf8)) ?? "")
  }()

  /// Every fenced block of this kind.
  private static func written(in page: String) -> [WrittenScenario] {
    page.split(separator: "```", omittingEmptySubsequences: false).filter { $0.hasPrefix("example\n") }.map { block in
      WrittenScenario(lines: block.split(separator: "\n").dropFirst().map(String.init))
    }
  }

  private init(lines: [String]) {
    self.lines = lines.map { line in line.prefix { $0 != "#" }.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  package func run(_ delivery: Delivery, _ make: @escaping MachineFactory) throws {
    let stage = try Stage(delivery, make)
    let names = Set(lines.filter { $0.dropFirst().hasPrefix(":") }.map { $0.prefix(1) }).sorted()
    let machines = Dictionary(uniqueKeysWithValues: zip(names, try stage.machines(names.count)))
    try machines["A"]?.create(person(stage), [("name", .string("Dana"))])
    try stage.sync()
    for line in lines {
      guard let machine = machines[line.prefix(1)], line.dropFirst().hasPrefix(":") else {
        try check(line, stage, machines.values.map(\.self))
        continue
      }
      try play(line.dropFirst(3).split(separator: " ").map(String.init), machine, stage)
    }
  }

  private func play(_ words: [String], _ machine: ObservedMachine, _ stage: Stage) throws {
    let rest = words.dropFirst(2).joined(separator: " ")
    switch (words[0], words.dropFirst().first ?? "") {
    case ("notes", "="): try stage.save(machine, rest.replacing(" / ", with: "\n"))
    case ("edit", let field): try stage.edit(machine, words.dropFirst(3).joined(separator: " "), in: field)
    case ("tag", let tag), ("untag", let tag):
      try machine.tag(person(stage), "tags", tag, isAdded: words[0] == "tag")
    case ("delete", _): try machine.delete(stage.org)
    case ("undelete", _): try machine.undelete(stage.org)
    case ("undo", _): _ = try machine.undo(stage.latest(machine))
    case ("part", _):
      try machine.create(stage.row(Opportunity.kind, 1), [("organisation", .reference(stage.org))])
    case ("twin", let site): try machine.create(twin(stage), [("website", .string(site))])
    case ("join", _): try machine.join(stage.org, twin(stage))
    case ("unjoin", _): try machine.unjoin(stage.org)
    case (let field, "="): try stage.set(machine, rest.isEmpty ? nil : rest, in: field)
    default: throw Violation(law: "an example says what nobody can do", detail: words.joined(separator: " "))
    }
  }

  private func person(_ stage: Stage) -> Subject { stage.row(Person.kind, 3) }
  private func twin(_ stage: Stage) -> Subject { stage.row(Organisation.kind, 2) }

  private func check(_ line: String, _ stage: Stage, _ machines: [ObservedMachine]) throws {
    if line == "sync" { return try stage.sync() }
    let words = line.split(separator: " ").map(String.init)
    guard words.count > 1, words[0] == "shown:" else {
      throw Violation(law: "an example says what nobody can check", detail: line)
    }
    let due = Self.ordered(words.dropFirst(2).joined(separator: " "))
    for machine in machines { try expect(Self.ordered(shown(words[1], machine, stage)), is: due, line) }
  }

  /// Values side by side, whichever is shown first: that depends on clocks, which no example tells.
  private static func ordered(_ shown: String) -> [String] { shown.split(separator: " | ").map(String.init).sorted() }

  private func shown(_ what: String, _ machine: ObservedMachine, _ stage: Stage) throws -> String {
    let row = try machine.view().rows[stage.org]
    switch what {
    case "notes": return try stage.text(machine).joined(separator: " / ")
    case "tags": return try (machine.view().rows[person(stage)]?.elements("tags") ?? []).joined(separator: " ")
    case "state": return row.map { "\($0.state)" } ?? "none"
    case "conflicts": return try String(stage.conflicts(machine).count)
    default:
      // Equal values are shown once.
      var known: Set<String?> = []
      return try stage.values(machine, what).filter { known.insert($0).inserted }.map { $0 ?? "nothing" }
        .joined(separator: " | ")
    }
  }
}
