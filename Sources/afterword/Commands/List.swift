import ArgumentParser
import Model
import Store

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The rows of a kind, all or filtered.",
    discussion: """
      Examples:
        afterword list people +warm -recruiter
        afterword list opportunities stage:offer
        afterword list interviews from:"last month" to:today
        afterword list promises kept:            those without a day in `kept`

      What is archived is left out; --all shows it too.
      """)

  @Argument(help: "The kind: people, opportunities, interviews, promises, letters …")
  var kind: String
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("+tag, -tag, field:value, from:DAY, to:DAY, or words of the name.", valueName: "filter"))
  var filters: [String] = []
  @Flag(name: .long, help: "Also what is archived.")
  var all = false
  @OptionGroup var heading: HeaderOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    guard let wrong = filters.first(where: { $0.hasPrefix("--") }) else { return }
    throw Failure.usage(UsageComplaint.unknownOption(wrong, of: ["list"]))
  }

  func run() throws {
    let kind = try KindName.find(kind)
    let store = try place.look()
    let rows = try store.list(kind, filters, includingArchived: all)
    let console = output.console
    let header = try heading.line(["id", "title"] + Listing.columns(kind.name), output)
    if output.json {
      console.raw(try JSONOutput.text(["rows": rows.map { RowJSON($0.row, title: $0.title, contested: $0.contested) }]))
    } else if output.plain {
      console.print(header + rows.map { ListLine.plain($0) })
    } else if kind.name == Opportunity.kind, !rows.isEmpty {
      console.page(try pipeline(rows, store, console))
    } else {
      var columns = Columns()
      for row in rows { columns.add(ListLine.cells(row)) }
      console.page(columns.lines(width: console.cutWidth))
    }
    if rows.isEmpty { console.say(try nothing(kind, store)) }
  }

  private func nothing(_ kind: KindInfo, _ store: Store) throws -> StyledText {
    let name = KindName.plural(kind.name)
    let archived = all ? 0 : try store.list(kind, filters, includingArchived: true).count
    guard archived > 0 else { return "No \(name) found." }
    let command = ShellCommand(words: ["list", name, "--all"], names: filters)
    return "No \(name) found; \(archived) archived \(archived == 1 ? "one is" : "ones are") shown by \(command)"
  }
}

extension List {
  /// Searches by stage with what comes next; then those of which nothing is planned, being archived.
  private func pipeline(_ rows: [ListedRow], _ store: Store, _ console: Console) throws -> [StyledText] {
    let agenda = try store.agenda()
    let wanted = Set(rows.map(\.row.subject.id))
    let entries = agenda.pipeline.filter { wanted.contains($0.opportunity) }
    let lines = PipelineLines(entries, today: agenda.today, width: console.cutWidth).lines
    let others = rows.filter { row in !entries.contains { $0.opportunity == row.row.subject.id } }
    var columns = Columns()
    for row in others { columns.add(ListLine.cells(row)) }
    let rest = others.isEmpty ? [] : (lines.isEmpty ? [] : [""]) + ["\("Archived", .bold)" as StyledText]
    return lines + rest + columns.lines(width: console.cutWidth, indent: 2)
  }
}

/// One row of a list.
enum ListLine {
  static func cells(_ listed: ListedRow) -> [StyledText] {
    var title = StyledText(listed.title)
    if listed.row.state == .contested { title = title + " \("(conflict)", .yellow)" }
    return ["\(listed.row.subject.id.short, .cyan)", title] + listed.cells.map { StyledText($0, .dim) }
  }

  /// The whole id, the title and the cells, apart by tabs; days are ISO.
  static func plain(_ listed: ListedRow) -> StyledText {
    let cells = zip(Listing.columns(listed.row.subject.kind), listed.cells).map { name, cell in
      switch listed.row[name] {
      case .value(.day(let day)): day.description
      case .value(.moment(let moment)): moment.description
      default: cell
      }
    }
    return ([listed.row.subject.id.description, listed.title] + cells).reduce("") { line, cell in
      line.plain.isEmpty ? StyledText(cell) : line + "\t" + StyledText(cell)
    }
  }
}
