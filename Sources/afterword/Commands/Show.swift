import ArgumentParser
import Model
import Notes
import Playbook
import Store

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "All about a person, an opportunity, an interview …",
    discussion: """
      Examples:
        afterword show dana
        afterword show interview:acme
        afterword show 8f3a21bc --json
        afterword show acme --as-of "1 march"       as it was at the end of that day
        afterword show notes.txt --raw > copy.txt   a note as it was, byte for byte
      """)

  @Argument(help: "Words of its name, or the beginning of its id.")
  var thing: [String]
  @Flag(name: .long, help: "A note's bytes as they were; on a terminal without what would steer it.")
  var raw = false
  @Option(name: .customLong("as-of"), help: ArgumentHelp("As it was at the end of this day.", valueName: "day"))
  var asOf: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    if raw && asOf != nil { throw Failure.usage("Choose one of --raw and --as-of.") }
    if raw && (output.json || output.plain) { throw Failure.usage("Choose one of --raw, --json and --plain.") }
  }

  func run() throws {
    let store = try place.look()
    let console = output.console
    let detail = try detail(store, console)
    if raw { return try show(raw: detail, console) }
    if output.json { return console.raw(try JSONOutput.text(DetailJSON(detail))) }
    if output.plain { return console.print(Self.plain(detail)) }
    let lived = try asOf == nil ? store.story(of: detail.row.subject) : nil
    let story = try lived.map { story in
      let titles = try store.titles(of: story.notes.map { Subject(kind: Document.kind, id: $0) })
      let notes = titles.sorted { $0.value < $1.value }.map { ($0.value, ShellCommand("show", $0.key.id.short)) }
      return StoryLines(story, today: store.today, width: console.cutWidth, notes: notes).lines
    }
    var lines = DetailLines(detail, story: story, width: console.width, cutWidth: console.cutWidth).lines
    if asOf == nil, detail.row.subject.kind == Interview.kind {
      lines += DebriefLines.lines(try store.debrief(on: detail.row.subject.id.description), width: console.width)
    }
    console.page(lines)
  }

  /// Whom a follow-up of the day's page is about, else what.
  private static func subject(_ number: Int, _ store: Store) throws -> Subject {
    let item = try PageNumber.item(number, try store.agenda(), store.environment)
    return item.person.map { Subject(kind: Person.kind, id: $0) }
      ?? item.opportunity.map { Subject(kind: Opportunity.kind, id: $0) } ?? item.key.anchor
  }

  private func detail(_ store: Store, _ console: Console) throws -> RowDetail {
    let typed = thing.joined(separator: " ")
    let subject = try PageNumber.read(typed).map { try Self.subject($0, store) }
    let name = subject?.id.description ?? typed
    guard let asOf else { return try store.detail(name) }
    let day = try DayArgument.read(asOf, .past, store, console).day
    return try store.detail(name, asOf: LocalClock.end(of: day))
  }

  private func show(raw detail: RowDetail, _ console: Console) throws {
    guard let content = detail.content else {
      throw Failure.usage(
        "\(detail.title) is no note and has no bytes to show. `afterword list documents` lists notes.")
    }
    guard console.outputIsTerminal else { return console.raw(bytes: content) }
    console.page(Clean.lines(detail.noteText ?? "").map { "\($0)" })
  }

  private static func plain(_ detail: RowDetail) -> [StyledText] {
    let related = detail.relations.flatMap { relation in
      relation.rows.map { "\(relation.kind)\t\($0.row.subject.id.description)\t\($0.title)" as StyledText }
    }
    let text = Clean.lines(detail.noteText ?? "").map { "text\t\($0)" as StyledText }
    return detail.parts.map { "\($0.field.name)\t\($0.text)" } + related + text
  }
}

/// `{"row": …, "conflicts": [field], "related": [{"kind", "field", "rows": [row]}], "text"}`; `text` is a note's.
private struct DetailJSON: Encodable {
  struct Relation: Encodable {
    let kind: String
    let field: String
    let rows: [RowJSON]
  }

  let row: RowJSON
  let joined: [SubjectJSON]
  let conflicts: [String]
  let related: [Relation]
  @Nullable var text: String?

  init(_ detail: RowDetail) {
    row = RowJSON(detail.row, title: detail.title, contested: detail.contested)
    text = detail.noteText
    joined = detail.joined.map(SubjectJSON.init)
    conflicts = detail.parts.filter { !$0.others.isEmpty }.map(\.field.name)
    related = detail.relations.map {
      Relation(
        kind: $0.kind, field: $0.field, rows: $0.rows.map { RowJSON($0.row, title: $0.title, contested: $0.contested) })
    }
  }
}

/// A row's details for people.
private struct DetailLines {
  private(set) var lines: [StyledText] = []
  private let width: Int
  private let cutWidth: Int?

  /// - Parameter story: what is told of it in parts of their own, instead of the rows that it is told by.
  init(_ detail: RowDetail, story: [StyledText]?, width: Int, cutWidth: Int?) {
    self.width = width
    self.cutWidth = cutWidth
    lines.append("\(detail.title, .bold)  \("\(detail.row.subject.kind) \(detail.row.subject.id.short)", .dim)")
    add(state: detail)
    let labelWidth = detail.parts.map(\.field.name.count).max() ?? 0
    for part in detail.parts { add(part, labelWidth) }
    for relation in detail.relations where story == nil || !StoryLines.told.contains(relation.kind) {
      add(relation, of: detail.row.subject.kind)
    }
    lines += story ?? []
    for part in detail.parts { add(noteOf: part) }
    if let text = detail.noteText { add(text: text) }
  }

  /// Where the words can be read that a row was made from.
  private mutating func add(noteOf part: RowDetail.Part) {
    guard case .value(.reference(let subject)) = part.content, subject.kind == Document.kind else { return }
    lines += ["", "Note: \(part.text), \(ShellCommand("show", subject.id.short))"]
  }

  private mutating func add(text: String) {
    lines += ["", "\("Text", .bold)"] + Clean.lines(text).map { "\($0)" }
  }

  private mutating func add(state detail: RowDetail) {
    if detail.row.state == .contested {
      lines.append("  \("Deleted on one machine, edited on another: see `afterword conflicts`.", .yellow)")
    } else if detail.row.state == .kept {
      lines.append("  \("Deleted, but kept because something shown is still a part of it.", .yellow)")
    }
    guard !detail.joined.isEmpty else { return }
    let ids = detail.joined.map(\.id.short).joined(separator: ", ")
    lines.append("  Joined with \(ids); `afterword unjoin` takes them apart.")
  }

  private mutating func add(_ part: RowDetail.Part, _ labelWidth: Int) {
    let label = StyledText(part.field.name.replacing("_", with: " ").padding(to: labelWidth), .dim)
    let wrapped = Clean.lines(part.text).flatMap { line in
      line.isEmpty ? [""] : DisplayWidth.wrapped(line, to: max(30, width - labelWidth - 6))
    }
    for (index, line) in wrapped.enumerated() {
      lines.append(index == 0 ? "  \(label)  \(line)" : "  \(String(repeating: " ", count: labelWidth))  \(line)")
    }
    for other in part.others {
      let blank = String(repeating: " ", count: labelWidth)
      lines.append("  \(blank)  \("also:", .yellow) \(other)  \("see `afterword conflicts`", .dim)")
    }
  }

  private mutating func add(_ relation: RowDetail.Relation, of kind: String) {
    let role = relation.field == kind ? "" : " (as \(relation.field.replacing("_", with: " ")))"
    lines += ["", "\(KindName.plural(relation.kind).capitalizedFirst + role, .bold)"]
    var columns = Columns()
    for row in relation.rows { columns.add(ListLine.cells(row)) }
    lines += columns.lines(width: cutWidth, indent: 2)
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
