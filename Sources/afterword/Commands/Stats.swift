import ArgumentParser
import Model
import Playbook
import Store

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "How long they take to answer, what gets answers, how far searches came.",
    discussion: """
      Examples:
        afterword stats
        afterword stats --json

      Archived searches count too. An answer counts within \(SearchStatistics.answerDays) days.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"waits": [days], "median", "unanswered", "answers": [{"form", "sent", "answered"}], "firms": [{"name", "waits"}],
  /// "advice", "reached": [{"what", "count"}], "ends": {stage: count}}`.
  private struct JSON: Encodable {
    struct Answer: Encodable {
      let form: String
      let sent: Int
      let answered: Int
    }

    struct Firm: Encodable {
      let name: String
      let waits: [Int]
    }

    struct Reached: Encodable {
      let what: String
      let count: Int
    }

    let waits: [Int]
    @Nullable var median: Int?
    let unanswered: Int
    let answers: [Answer]
    let firms: [Firm]
    let advice: [String]
    let reached: [Reached]
    let ends: [String: Int]
  }

  func run() throws {
    let statistics = SearchStatistics(try place.look().completePlanner())
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(json(statistics))) }
    if output.plain {
      let waits = statistics.waits.map { "wait\t\($0)" as StyledText }
      return console.print(
        waits + statistics.answers.map { "answers\t\($0.form)\t\($0.sent)\t\($0.answered)" }
          + statistics.firms.map { firm in
            "firm\t\(firm.name)\t\(firm.waits.map(String.init).joined(separator: ","))"
          } + statistics.reached.map { "reached\t\($0.what)\t\($0.count)" })
    }
    console.page(lines(statistics, width: console.cutWidth))
  }

  private func json(_ statistics: SearchStatistics) -> JSON {
    JSON(
      waits: statistics.waits, median: statistics.median, unanswered: statistics.unanswered,
      answers: statistics.answers.map { .init(form: $0.form, sent: $0.sent, answered: $0.answered) },
      firms: statistics.firms.map { .init(name: $0.name, waits: $0.waits) }, advice: statistics.advice,
      reached: statistics.reached.map { .init(what: $0.what, count: $0.count) },
      ends: Dictionary(statistics.ends.map { ($0.stage.rawValue, $0.count) }) { first, _ in first })
  }

  private func lines(_ statistics: SearchStatistics, width: Int?) -> [StyledText] {
    var parts: [(heading: String, rows: [[StyledText]])] = []
    if let median = statistics.median, let least = statistics.waits.first, let most = statistics.waits.last {
      parts.append(
        (
          "From interview to word",
          [
            ["median", "\(Count.text(median, "day"))"], ["shortest", "\(Count.text(least, "day"))"],
            ["longest", "\(Count.text(most, "day"))"], ["no word yet", "\(statistics.unanswered)"],
          ]
        ))
    }
    if !statistics.firms.isEmpty {
      parts.append(("How long each firm took", statistics.firms.prefix(12).map(Self.firm)))
    }
    if !statistics.answers.isEmpty {
      parts.append(
        (
          "What got word within \(SearchStatistics.answerDays) days",
          statistics.answers.map {
            ["\($0.form)", "\($0.answered) of \($0.sent)", "\(Bar.text($0.answered, of: $0.sent))"]
          }
        ))
    }
    let all = statistics.reached.first?.count ?? 0
    parts.append(
      (
        "How far searches came",
        statistics.reached.map { ["\($0.what)", "\($0.count)", "\(Bar.text($0.count, of: all))"] }
      ))
    if !statistics.ends.isEmpty {
      parts.append(("How they ended", statistics.ends.map { ["\($0.stage.rawValue)", "\($0.count)"] }))
    }
    let told = parts.flatMap { part in
      var table = CellTable()
      for row in part.rows { table.add(row) }
      return ["\(part.heading, .bold)" as StyledText] + table.lines(width: width, indent: 2).joined() + [""]
    }
    let advice = statistics.advice.flatMap { DisplayWidth.wrapped($0, to: max(30, (width ?? 80) - 2)) }
    return told.dropLast() + (advice.isEmpty ? [] : ["", "\("What this may say", .bold)"] + advice.map { "  \($0)" })
  }

  /// A firm's waits, with a word where they are too few to count on.
  private static func firm(_ firm: SearchStatistics.Firm) -> [StyledText] {
    let days = firm.waits.map(String.init).joined(separator: ", ")
    let count = firm.waits.count
    return [
      "\(firm.name)", "\(days) days", "\(count < SearchStatistics.fewCases ? count == 1 ? "once" : "few" : "", .dim)",
    ]
  }
}

/// A share as a bar of at most twenty signs.
private enum Bar {
  static func text(_ part: Int, of whole: Int) -> String {
    whole > 0 ? String(repeating: "#", count: (part * 20 + whole - 1) / whole) : ""
  }
}
