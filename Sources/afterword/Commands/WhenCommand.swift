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
    let days = TypedDayReader(today: today, order: order.order)
    let reference =
      try from.map { try DayArgument.read($0, .nearest, days, output.console).moment } ?? Moment(day: today)
    let words = phrase.joined(separator: " ")
    if words == "-" { return try answerLines(reference, order) }
    let text = Array(words.unicodeScalars)
    let told = DatePhrases.order(in: text, near: reference.day, else: order)
    let found = DatePhrases.answer(words, from: reference, order: told.order)
    let console = output.console
    if output.json { console.raw(Self.json(id: nil, found) + "\n") } else { show(found, text, told, console) }
    try refuse(found, words, told.order)
  }

  /// Days that do not exist are told by name, whatever else was found.
  private func refuse(_ found: [DateMatch], _ words: String, _ order: DayMonthOrder) throws {
    let text = Array(words.unicodeScalars)
    let impossible = DatePhrases.impossibleDays(in: text, order: order)
    let reasons = impossible.map { "\"\(Clean.line($0.text))\" is no day: \($0.reason)." }
    if !reasons.isEmpty { throw Failure.nothingFound(reasons.joined(separator: " ")) }
    if found.isEmpty { throw Failure.nothingFound("\"\(Clean.line(words))\" says no day or time.") }
  }

  private func show(_ found: [DateMatch], _ text: [Unicode.Scalar], _ order: DateOrder, _ console: Console) {
    for match in found {
      let own = String(String.UnicodeScalarView(text[match.span.start..<match.span.end]))
      if output.plain {
        for value in match.values { console.print("\(own)\t\(value.kind.rawValue)\t\(value.value)") }
        continue
      }
      if let said = match.contradicted, let day = match.coreValues.first?.start?.day {
        console.complain("\(DayText.long(day, today: day)) \(day.year) is a \(day.weekday.name), no \(said.name).")
      }
      for (number, said) in DateValueText.readings(match.values).enumerated() {
        if number == 0 {
          console.print("\(own)  →  \(said, .bold)")
        } else {
          console.print("\(String(repeating: " ", count: DisplayWidth.of(own)))  or \(said)")
        }
      }
    }
    let isOpen = found.contains { match in
      match.coreValues.first?.start?.day.map { match.inOtherOrder($0) != nil } ?? false
    }
    if isOpen, !output.plain, order.source != .asked { console.print("\(DateOrderText.of(order), .dim)") }
  }

  /// One answer a line, in the order asked; lines that ask nothing are told and passed over.
  private func answerLines(_ reference: Moment, _ order: DateOrder) throws {
    var hasBad = false
    let lines = try StandardInput.bytes().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      do {
        let question = try PhraseQuestion(Array(line))
        let text = Array(question.text.unicodeScalars)
        let from = question.from ?? reference
        let told = DatePhrases.order(in: text, near: from.day, else: order)
        let found = DatePhrases.find(in: text, reference: from, order: told.order)
        output.console.raw(Self.json(id: question.id ?? JSONText.quoted(String(number + 1)), found) + "\n")
      } catch {
        hasBad = true
        output.console.complain("Line \(number + 1) \(error.description)")
      }
    }
    if hasBad { throw Failure.silent(.badInput) }
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
      if let id { $0.member("id", raw: id) }
      $0.member("pred", raw: "[" + matches.joined(separator: ",") + "]")
    }
    return out.text
  }
}

/// A line that asks for the phrases of a text.
private struct PhraseQuestion {
  /// As JSON: a string or a number.
  let id: String?
  let text: String
  let from: Moment?

  init(_ line: [UInt8]) throws(PhraseQuestionError) {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(line)) else { throw .notAQuestion }
    id = fields.id?.json
    text = fields.text
    from = fields.from.flatMap(TypedDayReader.written)
    if let said = fields.from, from == nil { throw .noDay(said) }
  }

  private struct Fields: Decodable {
    let id: Identity?
    let text: String
    let from: String?
  }

  private enum Identity: Decodable {
    case word(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .word(try container.decode(String.self))
      }
    }

    var json: String {
      switch self {
      case .word(let word): JSONText.quoted(word)
      case .number(let number): String(number)
      }
    }
  }
}

private enum PhraseQuestionError: Error, CustomStringConvertible {
  case notAQuestion
  case noDay(String)

  var description: String {
    switch self {
    case .notAQuestion: "is not an object with a text: {\"id\": …, \"text\": …, \"from\": …}."
    case .noDay(let said):
      "counts from \"\(Clean.line(said))\", which is no day such as 2026-11-27 or 2026-11-27T14:30."
    }
  }
}
