import ArgumentParser
import Model
import Store

struct Conflicts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "What two machines say differently, and how to settle it.",
    discussion: """
      Examples:
        afterword conflicts
        afterword conflicts acme --json

      Nothing is lost while a conflict stands: one value is shown, all are kept. `afterword resolve` asks one by one.
      """)

  @Argument(help: "Only those of this thing.")
  var thing: [String] = []
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.look()
    let conflicts = try store.openConflicts(of: thing.isEmpty ? nil : thing.joined(separator: " "))
    let console = output.console
    if output.json {
      return console.raw(try JSONOutput.text(["conflicts": conflicts.map(ConflictJSON.init)]))
    }
    if output.plain { return console.print(conflicts.flatMap(Self.plain)) }
    guard !conflicts.isEmpty else { return console.say("No conflicts.") }
    let blocks = conflicts.map { ConflictLines($0, today: store.today).lines }
    console.page(Array(blocks.joined(separator: [""])))
    console.say("\(Count.text(conflicts.count, "conflict")). To settle them one by one: \(ShellCommand("resolve"))")
  }

  /// Id, kind, field, code, value, machine, time: one line an answer.
  private static func plain(_ conflict: OpenConflict) -> [StyledText] {
    conflict.answers.map { answer in
      let place: StyledText = "\(conflict.subject.id.description)\t\(conflict.subject.kind)\t\(conflict.field)"
      let author = answer.author.map { "\($0.machine)\t" + WallTime.iso($0.wall) } ?? "\t"
      let parts = author.split(separator: "\t", omittingEmptySubsequences: false).map { StyledText(String($0)) }
      return place + "\t\(answer.code)\t\(answer.text)\t" + parts[0] + "\t" + parts[1]
    }
  }
}

/// `{"id", "kind", "title", "field", "about", "answers": [{"code", "text", "machine", "time", "shown"}]}`; `about` is
/// `values`, `text`, `deleted-and-edited` or `kept`.
struct ConflictJSON: Encodable {
  struct Answer: Encodable {
    let code: String
    let text: String
    @Nullable var machine: String?
    @Nullable var time: String?
    let shown: Bool
  }

  let id: String
  let kind: String
  let title: String
  let field: String
  let about: String
  let answers: [Answer]

  init(_ conflict: OpenConflict) {
    id = conflict.subject.id.description
    kind = conflict.subject.kind
    title = conflict.title
    field = conflict.field
    about =
      switch conflict.about {
      case .values: "values"
      case .text: "text"
      case .deletedAndEdited: "deleted-and-edited"
      case .kept: "kept"
      }
    answers = conflict.answers.map { answer in
      Answer(
        code: answer.code, text: answer.text, machine: answer.author?.machine,
        time: answer.author.map { WallTime.iso($0.wall) }, shown: answer.isShown)
    }
  }
}
