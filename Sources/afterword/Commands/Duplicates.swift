import ArgumentParser
import Model
import Store

struct Duplicates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: "People and companies that are perhaps the same.",
    discussion: """
      Companies with the same web domain or the same name, people with the same e-mail address or the same name and
      company. Joining is your decision; it can be taken back.

      Examples:
        afterword duplicates
        afterword join 8f3a21bc 90cd11fe
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let hints = try place.look().duplicates()
    let console = output.console
    if output.json {
      console.raw(try JSONOutput.text(["duplicates": hints.map(HintJSON.init)]))
    } else if output.plain {
      console.print(
        hints.map { hint in
          StyledText(hint.reason) + hint.rows.reduce("") { $0 + "\t\($1.subject.id.description)" }
        })
    } else {
      console.page(Array(hints.map(Self.lines).joined(separator: [""])))
    }
    if hints.isEmpty { console.say("No duplicates found.") }
  }

  private static func lines(_ hint: DuplicateHint) -> [StyledText] {
    let rows: [StyledText] = hint.rows.map { "  \($0.subject.id.short, .cyan)  \($0.title)" }
    let joins: [StyledText] = hint.rows.dropFirst().map { row in
      "  To join: \(ShellCommand("join", hint.rows[0].subject.id.short, row.subject.id.short))"
    }
    return ["\(hint.reason.capitalizedFirst, .bold)"] + rows + joins
  }

  /// `{"reason", "rows": [{"id", "kind", "title"}]}`.
  private struct HintJSON: Encodable {
    struct Row: Encodable {
      let id: String
      let kind: String
      let title: String
    }

    let reason: String
    let rows: [Row]

    init(_ hint: DuplicateHint) {
      reason = hint.reason
      rows = hint.rows.map { Row(id: $0.subject.id.description, kind: $0.subject.kind, title: $0.title) }
    }
  }
}
