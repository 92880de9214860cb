import ArgumentParser
import Model
import Playbook
import Store

struct Negotiate: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "negotiate",
    abstract: "The parts of an offer, what you want, your limit, and sentences to say.",
    discussion: """
      Examples:
        afterword negotiate              the offer that must be answered first
        afterword negotiate acme --ask   goes through its parts
        afterword add term pay opportunity=acme wanted="GBP 58000"

      In writing: `afterword letter dana --kind counter-offer`. Your limit is in no letter and no copy for others.
      """)

  @Argument(help: "The opportunity: its organisation or role; else the open offer.")
  var opportunity: [String] = []
  @Flag(name: .long, help: "Ask for each part: what they offer, what you want, your limit, what speaks for it.")
  var ask = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"opportunity", "heard", "deadline", "parts", "missing", "pay", "say", "leave_out", "collisions"}`.
  private struct JSON: Encodable {
    struct Part: Encodable {
      @Nullable var part: String?
      @Nullable var offered: String?
      @Nullable var wanted: String?
      @Nullable var walkAway: String?
      @Nullable var grounds: String?
      @Nullable var agreed: String?
    }

    struct Line: Encodable {
      let text: String
      let source: String
    }

    let opportunity: String
    @Nullable var heard: String?
    @Nullable var deadline: String?
    let parts: [Part]
    let missing: [String]
    let pay: [String]
    let say: [Line]
    let leaveOut: [String]
    let collisions: [String]
  }

  var tellsWrites: Bool { ask && output.json }

  func run() throws {
    let name = opportunity.isEmpty ? nil : opportunity.joined(separator: " ")
    if ask {
      let store = try place.open()
      return try TermQuestions(store, try store.negotiation(of: name), output.console).run()
    }
    let store = try place.look()
    let sheet = try store.negotiation(of: name)
    let title = try store.title(of: Subject(kind: Opportunity.kind, id: sheet.opportunity))
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(json(sheet, title))) }
    let parts = Self.parts(sheet, today: store.today)
    if output.plain {
      return console.print(parts.flatMap { part in part.1.map { "\(part.0.lowercased())\t\($0)" as StyledText } })
    }
    console.page(SheetLines.lines(title: title, parts, width: console.width))
    if !sheet.missing.isEmpty {
      console.say("\(ShellCommand("negotiate", sheet.opportunity.short, "--ask")) asks for what is missing.")
    }
  }

  private static func parts(_ sheet: NegotiationSheet, today: Day) -> [(String, [String])] {
    [
      ("Answer by", sheet.deadline.map { [DayText.long($0, today: today)] } ?? []), ("Parts", sheet.terms.map(\.line)),
      ("Nothing yet on", sheet.missing.isEmpty ? [] : [sheet.missing.joined(separator: ", ")]),
      ("Said about pay", sheet.pay.map(\.line)), ("Say", sheet.say.map { "\($0.text) (\($0.source))" }),
      ("Leave out", sheet.leaveOut), ("Decided around then", sheet.collisions),
    ]
  }

  private func json(_ sheet: NegotiationSheet, _ title: String) -> JSON {
    JSON(
      opportunity: title, heard: sheet.heard?.description, deadline: sheet.deadline?.description,
      parts: sheet.terms.map {
        JSON.Part(
          part: $0.part, offered: $0.offered, wanted: $0.wanted, walkAway: $0.walkAway, grounds: $0.grounds,
          agreed: $0.agreed)
      },
      missing: sheet.missing, pay: sheet.pay.map(\.line),
      say: sheet.say.map { JSON.Line(text: $0.text, source: $0.source) }, leaveOut: sheet.leaveOut,
      collisions: sheet.collisions)
  }
}
