import ArgumentParser
import Model
import Store

struct Promises: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises", abstract: "What was promised, by them and by you.",
    discussion: """
      Examples:
        afterword promises
        afterword promises acme --all    the kept ones too

      A promise of yours is a follow-up until `done`; a new date of theirs comes with `heard … --next … --by DAY`.
      """)

  @Argument(help: "Of whom: a person, an opportunity or an organisation.")
  var who: [String] = []
  @Flag(name: .long, help: "Also what was kept.")
  var all = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.look()
    let subject = who.isEmpty ? nil : try store.resolve(who.joined(separator: " "))
    let entries = try store.promises(of: subject, includingKept: all)
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(["promises": entries.map(PromiseJSON.init)])) }
    guard !entries.isEmpty else { return console.say("No promise is open.") }
    if output.plain {
      return console.print(
        entries.map {
          "\($0.promise.id.description)\t\(by($0))\t\($0.promise.due?.description ?? "")\t\($0.promise.text ?? "")"
        })
    }
    console.page(
      [("They promised", Promiser.them), ("You promised", .me)].flatMap { heading, part -> [StyledText] in
        let group = entries.filter { $0.promise.by == part }
        guard !group.isEmpty else { return [] }
        var table = CellTable(whole: [0, 1, 3])
        for entry in group { table.add(cells(entry, today: store.today)) }
        return ["\(heading, .bold)"] + table.lines(width: console.cutWidth, indent: 2).joined()
      })
  }

  private func by(_ entry: PromiseEntry) -> String { entry.promise.by?.rawValue ?? "" }

  private func cells(_ entry: PromiseEntry, today: Day) -> [StyledText] {
    let promise = entry.promise
    let due = promise.due.map { DayText.long($0, today: today) } ?? "no day"
    let state: StyledText =
      if let kept = promise.kept {
        "\("kept \(DayText.short(kept, today: today))", .green)"
      } else if !promise.slips.isEmpty {
        "\("moved \(promise.slips.count == 1 ? "once" : "\(promise.slips.count) times")", .yellow)"
      } else { "" }
    let whom = [entry.person, entry.opportunity].compactMap { $0 }.joined(separator: ", ")
    return ["\(promise.id.short, .cyan)", "\(due)", "\(promise.text ?? "(no words)")", state, "\(whom, .dim)"]
  }
}

/// `{"id", "by", "text", "given", "due", "due_end", "kept", "slips", "person", "opportunity"}`.
private struct PromiseJSON: Encodable {
  let id: String
  @Nullable var by: String?
  @Nullable var text: String?
  @Nullable var given: String?
  @Nullable var due: String?
  @Nullable var dueEnd: String?
  @Nullable var kept: String?
  let slips: [String]
  @Nullable var person: String?
  let opportunity: String

  init(_ entry: PromiseEntry) {
    let promise = entry.promise
    id = promise.id.description
    by = promise.by?.rawValue
    text = promise.text
    given = promise.given?.description
    due = promise.due?.description
    dueEnd = promise.dueEnd?.description
    kept = promise.kept?.description
    slips = promise.slips.sorted()
    person = entry.person
    opportunity = entry.opportunity
  }
}
