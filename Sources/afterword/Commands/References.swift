import ArgumentParser
import Model
import Playbook
import Store

struct References: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references", abstract: "Who vouches for you: asked for what, used when, thanked.",
    discussion: """
      Recorded by:
        afterword log call rita "may I name you?" --kind reference-asked
        afterword log call rita --received --kind reference-used --opportunity acme
        afterword log email rita --kind thank-you
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"references": [{"person", "opportunity", "asked", "about", "used", "thanked"}]}`.
  private struct JSON: Encodable {
    let person: String
    @Nullable var opportunity: String?
    @Nullable var asked: String?
    @Nullable var about: String?
    @Nullable var used: String?
    @Nullable var thanked: String?
  }

  func run() throws {
    let store = try place.look()
    let facts = try store.completePlanner().facts
    let records = facts.references
    let console = output.console
    if output.json {
      let list = records.map {
        JSON(
          person: facts.name($0.person), opportunity: $0.opportunity.map { facts.name(opportunity: $0) },
          asked: $0.asked?.description, about: $0.about, used: $0.used?.description, thanked: $0.thanked?.description)
      }
      return console.raw(try JSONOutput.text(["references": list]))
    }
    guard !records.isEmpty else {
      return console.say("No reference is on record. \(ShellCommand("help", "references")) says how one is recorded.")
    }
    var columns = Columns()
    for record in records {
      let days = [("asked", record.asked), ("used", record.used), ("thanked", record.thanked)].map { word, day in
        day.map { "\(word) \(DayText.short($0, today: store.today))" } ?? "not \(word)"
      }
      let about = record.about ?? record.opportunity.map { facts.name(opportunity: $0) } ?? ""
      if output.plain {
        console.print("\(facts.name(record.person))\t\(days.joined(separator: "\t"))\t\(about)")
      } else {
        columns.add(["\(facts.name(record.person), .bold)"] + days.map { "\($0)" } + ["\(about, .dim)"])
      }
    }
    console.page(columns.lines(width: console.cutWidth))
  }
}
