import Merge
import Model

extension World {
  /// One random command on a machine, with the promises that hold at once.
  func command(on machine: ObservedMachine) throws {
    let view = try machine.view()
    let live = view.rows.filter { $0.value.state != .kept && World.registers[$0.key.kind] != nil }.map(\.key).sorted()
    let choice = random.fraction()
    guard let row = random.pick(live), choice >= 0.05 else { return try create(machine, live) }
    if isAboutTexts, choice < 0.53, let row = live.first(where: { $0.kind == Organisation.kind }) {
      return try saveText(machine, row, machine.open(row))
    }
    switch choice {
    case ..<0.20: try setBlindly(machine, row)
    case ..<0.36: try openEditor(machine, row)
    case ..<0.48: try saveEditor(machine)
    case ..<0.53: try saveText(machine, row, machine.open(row))
    case ..<0.55: try setText(machine, view, row)
    case ..<0.58: try answerText(machine, view)
    case ..<0.64: try tag(machine, view)
    case ..<0.69: try delete(machine, row)
    case ..<0.72: try answer(machine)
    case ..<0.75: try undelete(machine)
    case ..<0.77: try put(machine)
    case ..<0.81: try join(machine, view, live)
    case ..<0.83: try unjoin(machine)
    case ..<0.85: try writeUnknown(machine, row)
    case ..<0.93: try undo(machine, view)
    default: try doAndUndo(machine, row, view)
    }
  }

  static let registers = [
    Organisation.kind: ["name", "website"], Opportunity.kind: ["role", "source"],
    Interview.kind: ["round", "place"], Person.kind: ["name", "phone"], Decision.kind: ["rule"],
  ]

  /// A register of the row that the machine knows.
  private func register(_ machine: ObservedMachine, _ row: Subject) throws -> String? {
    let schema = try machine.machine.history.schema
    return random.pick((World.registers[row.kind] ?? []).filter { schema.rule(of: $0, in: row.kind) != nil })
  }

  private func value(_ bound: Int = 12) -> Value { .string("v\(random.below(bound))") }

  private func create(_ machine: ObservedMachine, _ live: [Subject]) throws {
    let schema = try machine.machine.history.schema
    let kinds = [Organisation.kind, Opportunity.kind, Interview.kind, Person.kind].filter(schema.knows)
    var kind = random.pick(kinds) ?? Organisation.kind
    let parent = schema.parent(of: kind).flatMap { parent in
      random.pick(live.filter { $0.kind == parent.kind }).map { (parent.field, Value.reference($0)) }
    }
    if schema.parent(of: kind) != nil, parent == nil { kind = Organisation.kind }
    let row = Subject(kind: kind, id: random.id())
    guard let field = try register(machine, row) else { return }
    try machine.create(row, [(field, value(99))] + [parent].compactMap { $0 })
    note("create", machine, "\(row)")
  }

  /// A field, a kind or an operation of a newer version.
  private func writeUnknown(_ machine: ObservedMachine, _ row: Subject) throws {
    let offer = Subject(kind: "offers", id: random.id())
    let newer = Operation.unknown(name: "z", payload: "[\(random.below(9))]")
    let change =
      switch random.below(4) {
      case 0: Change(row, "visa", .set(value()))
      case 1: Change(offer, "amount", .set(value()))
      case 2: Change(row, World.text(of: row) ?? "place", newer)
      default: Change(row, try register(machine, row) ?? "visa", newer)
      }
    try machine.writeUnknown(change)
    note("write as a newer version", machine, "\(change.subject) \(change.field) \(change.operation)")
  }

  private func setBlindly(_ machine: ObservedMachine, _ row: Subject) throws {
    guard let field = try register(machine, row) else { return }
    let value = random.fraction() < 0.1 ? nil : value()
    try machine.set(row, field, value)
    note("blind set", machine, "\(row) \(field) \(String(describing: value))")
    let shown = try machine.view().rows[row]?.values(field).first?.content
    try expect(shown == value.map(Content.value) ?? .cleared, "the typed value is not shown", "\(row) \(field)")
  }

  private func openEditor(_ machine: ObservedMachine, _ row: Subject) throws {
    let isText = random.fraction() < 0.5
    guard let field = isText ? World.text(of: row) : try register(machine, row) else { return }
    editors.append(Pending(machine: machine, opened: try machine.open(row), field: field))
    note("open editor", machine, "\(row) \(field)")
  }

  static func text(of row: Subject) -> String? { [Interview.kind, Decision.kind].contains(row.kind) ? nil : "notes" }

  private func saveEditor(_ machine: ObservedMachine) throws {
    guard let index = random.pick(editors.indices.filter { editors[$0].machine === machine }) else { return }
    let editor = editors.remove(at: index)
    if editor.field == "notes", let shown = editor.opened.shown.first {
      return try saveText(machine, shown.row, editor.opened)
    }
    let value = random.fraction() < 0.3 ? nil : value()
    try machine.save(editor.opened, editor.field, value)
    note("save editor", machine, "\(editor.field) \(String(describing: value))")
  }

  private func saveText(_ machine: ObservedMachine, _ row: Subject, _ opened: Opened) throws {
    guard let field = World.text(of: row), let shown = opened.shown.first else { return }
    let text = changedText(shown.texts[field] ?? [])
    try machine.save(opened, field, text: text)
    note("save text", machine, "\(row) \(text.debugDescription)")
  }

  private func tag(_ machine: ObservedMachine, _ view: View) throws {
    guard
      let person = random.pick(
        view.rows.filter { $0.key.kind == Person.kind && $0.value.state != .kept }.map(\.key).sorted())
    else { return }
    let (element, isAdded) = (random.pick(["a", "b"]) ?? "a", random.fraction() < 0.67)
    try machine.tag(person, "tags", element, isAdded: isAdded)
    note(isAdded ? "tag" : "untag", machine, element)
    let has = try machine.view().rows[person]?.elements("tags").contains(element)
    try expect(has == isAdded, "a tag is not as just said", "\(person) \(element)")
  }

  func delete(_ machine: ObservedMachine, _ row: Subject) throws {
    let asked = try machine.askDelete(row)
    if random.fraction() < 0.4 {
      questions.append(Pending(machine: machine, opened: asked, field: ""))
      return note("ask to delete", machine, "\(row)")
    }
    try machine.delete(asked)
    note("delete", machine, "\(row)")
    let rows = try machine.view().rows
    try expect(!asked.shown.contains { rows[$0.row] != nil }, "a deleted row is still shown", "\(row)")
  }

  private func answer(_ machine: ObservedMachine) throws {
    guard let index = random.pick(questions.indices.filter { questions[$0].machine === machine }) else { return }
    let question = questions.remove(at: index)
    try machine.delete(question.opened)
    note("answer to delete", machine, "\(question.opened.shown.first?.row as Any)")
  }

  private func undelete(_ machine: ObservedMachine) throws {
    let history = try machine.machine.history
    let dead = history.rows.keys.filter { row in
      history.schema.knows(kind: row.kind) && history.presence(of: row) != .alive
        && history.changes(of: row).contains(where: history.isSignOfLife)
    }
    guard let row = random.pick(dead.sorted()) else { return }
    try machine.undelete(row)
    note("undelete", machine, "\(row)")
    try expect(try machine.machine.history.presence(of: row) == .alive, "an undeleted row is not alive", "\(row)")
  }
}
