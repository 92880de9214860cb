import ArgumentParser
import Model
import Playbook
import Store

struct Prepare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare",
    abstract: "What to have read before an interview: their next step, objections, weak answers, questions.",
    discussion: """
      Examples:
        afterword prepare                the next interview
        afterword prepare acme
      """)

  @Argument(help: "An interview, an opportunity, or a follow-up's id; else the next interview.")
  var interview: [String] = []
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.look()
    let name = interview.isEmpty ? nil : try PageNumber.resolved(interview.joined(separator: " "), store)
    let preparation = try store.preparation(for: name)
    let console = output.console
    let parts = Self.parts(preparation, today: store.today)
    if output.json { return console.raw(try JSONOutput.text(PreparationJSON(preparation))) }
    if output.plain {
      return console.print(parts.flatMap { part in part.1.map { "\(part.0.lowercased())\t\($0)" as StyledText } })
    }
    console.page(SheetLines.lines(title: preparation.title, parts, width: console.width))
  }

  private static func parts(_ preparation: Preparation, today: Day) -> [(String, [String])] {
    let sheet = preparation.sheet
    return [
      ("When", [preparation.start.map { DayText.long($0, today: today) }, preparation.ownTime].compactMap(\.self)),
      ("Whom you meet", preparation.people),
      ("Their next step", sheet.nextStep.map { [$0] } ?? ["not on record: ask for it, and for its date"]),
      ("Open objections", sheet.openObjections.compactMap(\.text)),
      ("Weak answers here", sheet.weakAnswers.map(\.line)),
      ("Weak answers elsewhere", preparation.weakElsewhere),
      ("Said about pay", sheet.pay.map(\.line)),
      ("Left out before", sheet.leftOut.compactMap(\.text)), ("Ask", sheet.questionsToAsk),
      ("What keeps coming up", sheet.patterns.map { "\($0.kind.rawValue), \($0.line)" }),
      ("You promised", sheet.owed.map { [$0.text, $0.due?.description].compactMap { $0 }.joined(separator: ", by ") }),
    ]
  }
}

/// `{"interview", "day", "people", "next_step", "open_objections", "weak_answers",
/// "weak_elsewhere", "pay", "left_out", "ask", "patterns", "promised"}`.
private struct PreparationJSON: Encodable {
  let interview: String
  let day: String
  let people: [String]
  @Nullable var nextStep: String?
  let openObjections: [String]
  let weakAnswers: [String]
  let weakElsewhere: [String]
  let pay: [String]
  let leftOut: [String]
  let ask: [String]
  let patterns: [String]
  let promised: [String]

  init(_ preparation: Preparation) {
    let sheet = preparation.sheet
    interview = preparation.title
    day = sheet.day.description
    people = preparation.people
    nextStep = sheet.nextStep
    openObjections = sheet.openObjections.compactMap(\.text)
    weakAnswers = sheet.weakAnswers.map(\.line)
    weakElsewhere = preparation.weakElsewhere
    pay = sheet.pay.map(\.line)
    leftOut = sheet.leftOut.compactMap(\.text)
    ask = sheet.questionsToAsk
    patterns = sheet.patterns.map(\.line)
    promised = sheet.owed.compactMap(\.text)
  }
}
