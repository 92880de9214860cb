import ArgumentParser
import Model
import Store

struct Materials: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "materials", abstract: "Things of value to give, résumés too: by topic, with who has had them.",
    discussion: """
      Examples:
        afterword add material "Budget first" kind=article topic="selling upwards"
        afterword log email dana --material "budget first"
        afterword materials
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"materials": [{"id", "title", "kind", "topic", "link", "given": [{"person", "day"}]}]}`.
  private struct JSON: Encodable {
    struct Given: Encodable {
      let person: String
      let day: String
    }

    let id: String
    @Nullable var title: String?
    @Nullable var kind: String?
    @Nullable var topic: String?
    @Nullable var link: String?
    let given: [Given]
  }

  func run() throws {
    let store = try place.look()
    let entries = try store.materialLedger()
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(["materials": entries.map(json)])) }
    guard !entries.isEmpty else {
      let add = ShellCommand("add", "material", "TITLE", "topic=TOPIC")
      return console.say("No material is on record. \(add) adds one.")
    }
    var columns = Columns()
    for entry in entries {
      let given = entry.given.map { "\($0.person) \(DayText.short($0.day, today: store.today))" }.joined(
        separator: ", ")
      let row = entry.material
      if output.plain {
        console.print("\(row.id.description)\t\(row.topic ?? "")\t\(row.title ?? "")\t\(given)")
      } else {
        let to = given.isEmpty ? "nobody yet" : "to \(given)"
        columns.add(
          "\(row.id.short, .cyan)", "\(row.topic ?? "(no topic)")", "\(row.title ?? "(no title)", .bold)", "\(to, .dim)"
        )
      }
    }
    console.page(columns.lines(width: console.cutWidth))
  }

  private func json(_ entry: MaterialEntry) -> JSON {
    JSON(
      id: entry.material.id.description, title: entry.material.title, kind: entry.material.form,
      topic: entry.material.topic, link: entry.material.link,
      given: entry.given.map { JSON.Given(person: $0.person, day: $0.day.description) })
  }
}
