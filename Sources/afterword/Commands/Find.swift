import ArgumentParser
import Model
import Store

struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Search all texts: notes, names, promises, letters.",
    discussion: """
      Examples:
        afterword find churn
        afterword find warehouse scan
        afterword find '"billing spreadsheets"'   these words in this order

      Finds what holds all the words, or words that begin so; case and accents do not matter: jorg, joerg and Jörg are
      one.
      """, aliases: ["f"])

  @Argument(help: "The words.")
  var words: [String]
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  private static let limit = 100

  func run() throws {
    let store = try place.look()
    let found = try store.find(words, limit: Self.limit)
    let console = output.console
    if output.json {
      console.raw(try JSONOutput.text(["found": found.map(FoundJSON.init)]))
    } else if output.plain {
      console.print(found.map { "\($0.subject.id.description)\t\($0.subject.kind)\t\($0.title)\t\(Self.text($0))" })
    } else {
      console.page(found.flatMap(Self.lines).map { $0.cut(to: console.cutWidth) })
    }
    guard found.isEmpty else { return }
    let meant = try store.nearestSearch(words).map { " Did you mean \($0)?" }
    console.say("Nothing found for \"\(words.joined(separator: " "))\".\(meant ?? "")")
  }

  private static func text(_ found: FoundRow) -> String { found.passage.map(\.text).joined() }

  private static func lines(_ found: FoundRow) -> [StyledText] {
    let passage = found.passage.reduce(StyledText("    ")) { line, piece in
      line + StyledText(piece.text, piece.matches ? .bold : .plain)
    }
    return ["\(found.subject.id.short, .cyan)  \(found.title)  \(found.subject.kind, .dim)", passage]
  }

  /// `{"id", "kind", "title", "passage"}`.
  private struct FoundJSON: Encodable {
    let id: String
    let kind: String
    let title: String
    let passage: String

    init(_ found: FoundRow) {
      id = found.subject.id.description
      kind = found.subject.kind
      title = found.title
      passage = Find.text(found)
    }
  }
}
