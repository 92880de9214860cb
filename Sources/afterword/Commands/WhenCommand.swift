import ArgumentParser
import Foundation
import Model
import Notes
import Store

struct WhenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "when",
    abstract: "Say which day or time a phrase means.",
    discussion: """
      Examples:
        afterword when "friday week"
        afterword when "by end of next week" --from 2026-03-05
        afterword when --json - < phrases.jsonl      lines of {"id", "text", "from"}
      """)

  @Argument(help: ArgumentHelp("The phrase; - reads JSON lines from standard input.", valueName: "phrase"))
  var phrase: [String]
  @Option(name: .long, help: ArgumentHelp("The day, or day and time, that it counts from.", valueName: "day"))
  var from: String?
  @OptionGroup var dates: DateOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let today = try place.environment().today
    let order = try dates.order(place)
    let reference = try from.map { try DayArgument.moment($0, from: today, order.order) } ?? Moment(day: today)
    let words = phrase.joined(separator: " ")
    if words == "-" { return try answerLines(reference, order.order) }
    let text = Array(words.unicodeScalars)
    let found = DatePhrases.find(in: text, reference: reference, order: order.order)
    let console = output.console
    if output.json { console.raw(Self.json(id: nil, found) + "\n") } else { show(found, text, order, console) }
    if found.isEmpty { throw Failure.nothingFound("\"\(Clean.line(words))\" says no day or time.") }
  }

  private func show(_ found: [DateMatch], _ text: [Unicode.Scalar], _ order: DateOrder, _ console: Console) {
    for match in found {
      let own = String(String.UnicodeScalarView(text[match.span.start..<match.span.end]))
      for (number, value) in match.values.enumerated() {
        if output.plain {
          console.print("\(own)\t\(value.kind.rawValue)\t\(value.value)")
        } else if number == 0 {
          console.print("\(own)  →  \(Self.said(value), .bold)")
        } else {
          console.print("\(String(repeating: " ", count: own.count))  or \(Self.said(value))")
        }
      }
    }
    let isOpen = found.contains { match in
      match.coreValues.first?.start?.day.map { match.inOtherOrder($0) != nil } ?? false
    }
    if isOpen, !output.plain, order.source != .asked { console.print("\(DateOrderText.of(order), .dim)") }
  }

  /// With the weekday, so that a slip is seen: "Fri 2026-03-13".
  private static func said(_ value: DateValue) -> String {
    switch value.kind {
    case .duration: "\(value.value) seconds"
    case .set: "every \(value.value)"
    default:
      [value.start?.day, value.end?.day].compactMap { $0?.weekday.short }.joined(separator: "–") + " " + value.value
    }
  }

  /// One answer a line, in the order asked.
  private func answerLines(_ reference: Moment, _ order: DayMonthOrder) throws {
    let decoder = JSONDecoder()
    for (number, line) in try StandardInput.text().split(separator: "\n").enumerated() {
      guard let question = try? decoder.decode(PhraseQuestion.self, from: Data(line.utf8)) else {
        throw Failure.badInput(
          "Line \(number + 1) is not an object with a text: {\"id\": …, \"text\": …, \"from\": …}.")
      }
      let base = question.from.flatMap(DayArgument.iso) ?? reference
      let found = DatePhrases.find(in: Array(question.text.unicodeScalars), reference: base, order: order)
      output.console.raw(Self.json(id: question.id ?? String(number + 1), found) + "\n")
    }
  }

  private static func json(id: String?, _ found: [DateMatch]) -> String {
    let matches = found.map { match in
      var out = JSONText()
      out.object {
        $0.member("start", raw: String(match.span.start))
        $0.member("length", raw: String(match.span.length))
        $0.member("values", raw: "[" + match.values.map(\.json).joined(separator: ",") + "]")
      }
      return out.text
    }
    var out = JSONText()
    out.object {
      if let id { $0.member("id", id) }
      $0.member("pred", raw: "[" + matches.joined(separator: ",") + "]")
    }
    return out.text
  }
}

/// A line that asks for the phrases of a text.
private struct PhraseQuestion: Decodable {
  let id: String?
  let text: String
  let from: String?
}

/// Days given as arguments to commands that need no store.
enum DayArgument {
  /// - Throws: `Failure.usage` where it says no day.
  static func day(_ phrase: String, from today: Day, _ order: DayMonthOrder) throws -> Day {
    try moment(phrase, from: today, order).day
  }

  static func moment(_ phrase: String, from today: Day, _ order: DayMonthOrder) throws -> Moment {
    if let moment = iso(phrase) { return moment }
    guard let day = DatePhrases.day(phrase, from: today, order: order) else {
      throw Failure.usage("\"\(Clean.line(phrase))\" is no day. Give one as 2026-11-27, or as \"next tuesday\".")
    }
    return Moment(day: day)
  }

  /// `2026-11-27`, `2026-11-27T14:30` and `2026-11-27T14:30:00`.
  static func iso(_ text: String) -> Moment? { Moment(text) ?? Moment(String(text.prefix(16))) }
}
