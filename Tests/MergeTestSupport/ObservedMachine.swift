package import Merge
package import Model

/// A machine whose every command leaves a testimony of what its author had been shown.
package final class ObservedMachine {
  package let machine: any Machine
  private let truth: GroundTruth

  package init(_ machine: any Machine, _ truth: GroundTruth) {
    self.machine = machine
    self.truth = truth
  }

  package var name: String { machine.name }
  package func view() throws -> View { try machine.view() }

  /// Runs a command and records the testimony for each change that it made.
  private func observe(_ testimonies: [Cell: Testimony], _ command: () throws -> Void) throws {
    let known = try machine.history.changes.count
    try command()
    for change in try machine.history.changes[known...] {
      truth.record(testimonies[change.cell] ?? Testimony(), for: change.reference)
    }
  }

  /// Everything that the cells hold now.
  private func everything(in cells: some Sequence<Cell>) throws -> [Cell: Testimony] {
    let history = try machine.history
    return Dictionary(
      cells.map { ($0, Testimony(shown: Set(history.origins(of: $0).map(\.reference)))) },
      uniquingKeysWith: { a, _ in a })
  }

  package func create(_ row: Subject, _ fields: [(String, Value)]) throws {
    try observe([:]) { try machine.create(row, fields) }
  }

  package func set(_ row: Subject, _ field: String, _ value: Value?) throws {
    try observe(displayed(row, [field])) { try machine.set(row, field, value) }
  }

  package func set(_ row: Subject, _ fields: [(String, Value)]) throws {
    try observe(displayed(row, fields.map(\.0))) { try machine.set(row, fields) }
  }

  /// A blind set has shown the displayed value alone.
  private func displayed(_ row: Subject, _ fields: [String]) throws -> [Cell: Testimony] {
    let history = try machine.history
    let members = try machine.view().rows[row]?.members ?? []
    var testimonies: [Cell: Testimony] = [:]
    for field in fields {
      let first = history.entries(of: members.map { $0.cell(field) }).first.map { Content($0.operation) }
      for cell in members.map({ $0.cell(field) }) {
        let equal = history.origins(of: cell).filter { Content($0.operation) == first }
        testimonies[cell] = Testimony(shown: Set(equal.map(\.reference)))
      }
    }
    return testimonies
  }

  package func writeUnknown(_ change: Change) throws {
    try observe([:]) { try machine.writeUnknown(change) }
  }

  package func open(_ row: Subject) throws -> Opened { try machine.open(row) }

  package func save(_ opened: Opened, _ field: String, _ value: Value?) throws {
    let origins = opened.shown.first?.origins ?? [:]
    try observe(origins.mapValues { Testimony(shown: $0) }) { try machine.save(opened, field, value) }
  }

  package func save(_ opened: Opened, _ field: String, text: String) throws {
    let units = (opened.shown.first?.texts[field] ?? []).joined().flatMap(\.alternatives).joined()
    let origins = opened.shown.first?.origins ?? [:]
    try observe(origins.mapValues { Testimony(shown: $0, units: Set(units)) }) {
      try machine.save(opened, field, text: text)
    }
  }

  package func tag(_ row: Subject, _ field: String, _ element: String, isAdded: Bool) throws {
    let members = try machine.view().rows[row]?.members ?? []
    let cells = members.map { Cell(subject: $0, field: field, element: element) }
    try observe(everything(in: cells)) { try machine.tag(row, field, element, isAdded: isAdded) }
  }

  package func askDelete(_ row: Subject) throws -> Opened { try machine.askDelete(row) }
  package func delete(_ row: Subject) throws { try delete(askDelete(row)) }

  package func delete(_ asked: Opened) throws {
    var testimonies: [Cell: Testimony] = [:]
    for (row, shown) in asked.shown.flatMap(\.changes) { testimonies[row.presenceCell] = Testimony(shown: shown) }
    try observe(testimonies) { try machine.delete(asked) }
  }

  package func undelete(_ row: Subject) throws {
    try observe(everything(in: [row.presenceCell])) { try machine.undelete(row) }
  }

  package func join(_ row: Subject, _ other: Subject) throws {
    let cell = Cell(subject: row, field: ReservedField.same, element: other.id.description)
    try observe(everything(in: [cell])) { try machine.join(row, other) }
  }

  package func unjoin(_ row: Subject) throws {
    try observe(everything(in: machine.history.edges())) { try machine.unjoin(row) }
  }

  package func put(_ row: Subject, _ fields: [(String, Value)]) throws {
    let cells = try machine.history.cells.keys.filter { $0.subject == row }
    try observe(everything(in: cells)) { try machine.put(row, fields) }
  }

  /// A blind set has shown a text that is one; of a contested one nothing.
  package func set(_ row: Subject, _ field: String, text: String) throws -> Bool {
    let shown = try machine.history.shown(row, machine.view())
    let texts = shown.texts[field] ?? []
    let isOne = texts.count <= 1 && !texts.joined().contains(where: \.isConflict)
    let units = Set(texts.joined().flatMap(\.alternatives).joined())
    var isSet = false
    try observe(isOne ? shown.origins.mapValues { Testimony(shown: $0, units: units) } : [:]) {
      isSet = try machine.set(row, field, text: text)
    }
    return isSet
  }

  /// An answer has shown the regions that differ, and counts no line beside them.
  package func answer(_ row: Subject, _ field: String, _ choice: Int) throws -> Bool {
    let shown = try machine.history.shown(row, machine.view())
    let regions = (shown.texts[field] ?? []).joined().filter(\.isConflict)
    let units = Set(regions.flatMap(\.alternatives).joined())
    var isSettled = false
    try observe(shown.origins.mapValues { Testimony(shown: $0, units: units) }) {
      isSettled = try machine.answer(row, field, choice)
    }
    return isSettled
  }

  package func undo(_ transaction: Transaction) throws -> Undone {
    let history = try machine.history
    var testimonies: [Cell: Testimony] = [:]
    let own = history.changes.filter { history.transactions[$0.transaction].tip == transaction.tip }
    for change in own {
      let origins = history.origins(of: change)
      testimonies[change.cell] = Testimony(
        shown: Set((origins + [change]).map(\.reference)), units: Set(origins.flatMap(\.units)))
    }
    let mine = Testimony(shown: Set(own.map(\.reference)))
    for row in Set(own.map(\.cell.subject)) where testimonies[row.presenceCell] == nil {
      testimonies[row.presenceCell] = mine
    }
    let before = Dictionary(
      own.map(\.cell).filter(history.isText).map { ($0, history.textView(of: $0) ?? []) },
      uniquingKeysWith: { a, _ in a })
    let known = history.changes.count
    var undone = Undone(skippedCells: [], skippedRows: [])
    try observe(testimonies) { undone = try machine.undo(transaction) }
    for change in try machine.history.changes[known...] {
      if let text = before[change.cell] { try record(undoneFrom: text, by: change) }
    }
    return undone
  }

  /// What an undo took out of a text stays out. An undo that gives a conflict back can only be a restore, and promises less.
  private func record(undoneFrom before: [TextPart], by change: HeldChange) throws {
    let after = try machine.history.textView(of: change.cell) ?? []
    guard !after.contains(where: \.isConflict) else { return }
    let left = Set(after.flatMap(\.alternatives).joined())
    let gone = Set(before.filter { !$0.isConflict }.flatMap(\.alternatives).joined()).subtracting(left)
    truth.record(undone: gone, of: change.cell, by: change.reference)
  }
}

extension HeldChange {
  /// The units of a version of a text.
  var units: [TextUnit] {
    if case .text(_, let whole) = operation { TextUnit.units(of: whole) } else { [] }
  }
}
