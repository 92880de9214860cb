import Merge
import Model

extension World {
  func join(_ machine: ObservedMachine, _ view: View, _ live: [Subject]) throws {
    let kind = random.pick([Organisation.kind, Organisation.kind, Person.kind])
    let rows = random.shuffled(live.filter { $0.kind == kind })
    guard rows.count > 1, let members = view.rows[rows[0]]?.members, let others = view.rows[rows[1]]?.members else {
      return
    }
    let before = try heads(machine, of: members + others)
    try machine.join(rows[0], rows[1])
    note("join", machine, "\(rows[0]) \(rows[1])")
    if random.fraction() < 0.5 {
      try machine.unjoin(others.count == 1 ? rows[1] : rows[0])
      note("unjoin", machine)
      try expect(try heads(machine, of: members + others) == before, "unjoin does not give back")
    } else {
      try expect(try heads(machine, of: members + others) == before, "join buries a value")
    }
  }

  private func heads(_ machine: ObservedMachine, of members: [Subject]) throws -> [Cell: Set<Reference>] {
    let history = try machine.machine.history
    let cells = history.cells.keys.filter { members.contains($0.subject) && $0.field != ReservedField.same }
    return Dictionary(uniqueKeysWithValues: cells.map { ($0, Set(history.heads(of: $0).map(\.reference))) })
  }

  func unjoin(_ machine: ObservedMachine) throws {
    let edges = try machine.machine.history.edges().sorted { ($0.subject, $0.element) < ($1.subject, $1.element) }
    guard let edge = random.pick(edges) else { return }
    try machine.unjoin(edge.subject)
    note("unjoin", machine, "\(edge.subject)")
  }

  func undo(_ machine: ObservedMachine, _ view: View) throws {
    let own = try machine.machine.history.transactions.filter {
      $0.incarnation == machine.machine.incarnation || random.fraction() < 0.1
    }
    guard let transaction = random.pick(Array(own.suffix(3))) else { return }
    let known = try machine.machine.history.transactions.count
    _ = try machine.undo(transaction)
    note("undo", machine, "\(transaction.command) \(transaction.tip.seq)")
    let undoing = try machine.machine.history.transactions[known...].first
    guard let undoing, random.fraction() < 0.6 else { return }
    _ = try machine.undo(undoing)
    note("undo twice", machine, transaction.command)
    let after = try machine.view()
    try expect(
      after.actions == view.actions, "undo twice is not identity",
      "\(transaction.command) \(after.difference(from: view))")
  }

  /// Does something and undoes it at once: everything is as before.
  func doAndUndo(_ machine: ObservedMachine, _ row: Subject, _ view: View) throws {
    let known = try machine.machine.history.transactions.count
    let opened = try machine.open(row)
    switch random.below(3) {
    case 0: try machine.delete(machine.askDelete(row))
    case 1 where World.text(of: row) != nil:
      try machine.save(opened, "notes", text: changedText(opened.shown.first?.texts["notes"] ?? []))
    default:
      let field = World.registers[row.kind]?.first ?? "name"
      try machine.save(opened, field, .string("v\(random.below(99))"))
    }
    guard let done = try machine.machine.history.transactions[known...].first else { return }
    _ = try machine.undo(done)
    note("do and undo", machine, "\(done.command) \(row)")
    let after = try machine.view()
    try expect(
      after.actions == view.actions, "undo is not as before", "\(done.command) \(after.difference(from: view))")
  }
}

extension World {
  /// A text as somebody might save it: one of those shown, a variant chosen in each conflict, with one or two changes.
  func changedText(_ shown: [[TextPart]]) -> String {
    var units = (random.pick(shown) ?? []).flatMap { part -> [TextUnit] in
      switch part {
      case .unit(let unit): [unit]
      case .conflict(let variants): random.pick(variants)?.units ?? []
      }
    }
    if shown.isEmpty { units = (0..<6).map { _ in token(endsLine: true) } }
    for _ in 0..<random.within(1...2) {
      let index = random.within(0...units.count)
      let endsLine = index < units.count ? units[index].endsLine : true
      switch random.fraction() {
      case ..<0.4: units.insert(token(endsLine: endsLine), at: index)
      case ..<0.8: units.replaceSubrange(index..<min(index + 1, units.count), with: [token(endsLine: endsLine)])
      default: units.removeSubrange(index..<min(index + 1, units.count))
      }
    }
    return TextUnit.text(units)
  }

  /// A unit that nobody wrote before.
  private func token(endsLine: Bool) -> TextUnit {
    let name = "u" + String(random.below(1 << 24), radix: 16)
    let text = endsLine ? name : "\(name) says in a sentence what was learned about the people who work there. "
    return TextUnit(ArraySlice(text.utf8), endsLine: endsLine)
  }
}
