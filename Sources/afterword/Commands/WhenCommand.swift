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
  @Flag(name: .customLong("month-first"), help: "Read 3/4/2026 as the fourth of March.")
  var monthFirst = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  private var order: DayMonthOrder { monthFirst ? .monthFirst : .unknown }

  func run() throws {
    let today = try place.environment().today
    let reference = try from.map { try DayArgument.moment($0, from: today) } ?? Moment(day: today)
    let words = phrase.joined(separator: " ")
    if words == "-" { return try answerLines(reference) }
    let text = Array(words.unicodeScalars)
    let found = DatePhrases.find(in: text, reference: reference, order: order)
    let console = output.console
    if output.json { console.raw(Self.json(id: nil, found) + "\n") } else { show(found, text, console) }
    if found.isEmpty { throw Failure.nothingFound("\"\(Clean.line(words))\" says no day or time.") }
  }

  private func show(_ found: [DateMatch], _ text: [Unicode.Scalar], _ console: Console) {
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
  private func answerLines(_ reference: Moment) throws {
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
  static func day(_ phrase: String, from today: Day) throws -> Day { try moment(phrase, from: today).day }

  static func moment(_ phrase: String, from today: Day) throws -> Moment {
    if let moment = iso(phrase) { return moment }
    guard let day = DatePhrases.day(phrase, from: today) else {
      throw Failure.usage("\"\(Clean.line(phrase))\" is no day. Give one as 2026-11-27, or as \"next tuesday\".")
    }
    return Moment(day: day)
  }

  /// `2026-11-27`, `2026-11-27T14:30` and `2026-11-27T14:30:00`.
  static func iso(_ text: String) -> Moment? { Moment(text) ?? Moment(String(text.prefix(16))) }
}
