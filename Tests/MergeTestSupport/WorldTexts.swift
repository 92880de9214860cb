import Merge
import Model

/// Commands that may be refused, or that must leave no conflict behind (MERGE.md, *Amendments*).
extension World {
  /// A row of fixed identity gets contents while it is dead: it is there whole, with nothing of before.
  func put(_ machine: ObservedMachine) throws {
    let row = Subject(kind: Decision.kind, id: RowID(high: 9, low: UInt64(random.below(3))))
    guard try machine.machine.history.schema.knows(kind: row.kind) else { return }
    // Most such rows are dead only because somebody took them back a moment ago.
    if try machine.machine.history.isAlive(row), random.fraction() < 0.6 { try delete(machine, row) }
    guard try !machine.machine.history.isAlive(row) else { return }
    let fields = [("rule", Value.string("v\(random.below(9))")), ("index", .integer(random.below(9)))]
    let given = random.fraction() < 0.5 ? fields : [fields[0]]
    try machine.put(row, given)
    note("put", machine, "\(row) \(given)")
    guard let shown = try machine.view().rows[row] else {
      throw Violation(law: "a row put is not there", detail: "\(row)")
    }
    try expect(shown.state == .alive, "a row put is contested", "\(row)")
    for field in ["rule", "index"] {
      let values = shown.values(field).filter { $0.content != .cleared }.map(\.content)
      try expect(
        values == given.filter { $0.0 == field }.map { .value($0.1) }, "a row put holds something else",
        "\(row) \(field)")
    }
  }

  /// A blind set of a text: what it cannot have shown it refuses to replace.
  func setText(_ machine: ObservedMachine, _ view: View, _ row: Subject) throws {
    let row = random.pick(contestedTexts(view)) ?? row
    guard let field = World.text(of: row) else { return }
    let texts = try machine.view().rows[row]?.texts(field) ?? []
    let isContested = texts.isContested
    let isSet = try machine.set(row, field, text: changedText(texts))
    note("blind set of a text", machine, "\(row) \(isSet)")
    try expect(isSet != isContested, "a contested text set blindly", "\(row)")
  }

  /// An answer about what differs: then nothing does.
  func answerText(_ machine: ObservedMachine, _ view: View) throws {
    guard let row = random.pick(contestedTexts(view)), let field = World.text(of: row) else { return }
    let parts = (view.rows[row]?.texts(field) ?? []).joined().filter { !$0.isConflict }
    let agreed = parts.flatMap(\.alternatives).joined()
    guard try machine.answer(row, field, random.below(4)) else { return }
    note("answer about a text", machine, "\(row)")
    let after = try machine.view().rows[row]?.texts(field).joined() ?? [[]].joined()
    try expect(!after.contains(where: \.isConflict), "a text is contested after an answer", "\(row)")
    let kept = Set(after.flatMap(\.alternatives).joined())
    try expect(
      agreed.allSatisfy(kept.contains), "an answer about a region took what nobody contests", "\(row)")
  }

  /// The rows with a text that is contested.
  private func contestedTexts(_ view: View) -> [Subject] {
    let contested = view.rows.filter { row in
      row.value.state != .kept && World.text(of: row.key).map { row.value.texts($0).isContested } ?? false
    }
    return contested.map(\.key).sorted()
  }
}

extension [[TextPart]] {
  /// Whether there are several texts, or regions that differ.
  fileprivate var isContested: Bool { count > 1 || joined().contains(where: \.isConflict) }
}
