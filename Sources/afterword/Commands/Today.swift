import ArgumentParser
import Foundation
import Model
import Playbook
import Store

struct Today: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "The day: what has an hour, what to do now, what can wait.",
    discussion: """
      Examples:
        afterword                        the same
        afterword today --all            all of it, not the nine that matter most
        afterword today --brief          one line, for a prompt or a timer
        afterword letter 1               by the number on the page; also done, why

      Numbers are those of the page shown last, on its day.
      """)

  @Flag(name: .long, help: "Everything that is due or open, numbered.")
  var all = false
  @Flag(name: .long, help: "One line; nothing at all when nothing is due.")
  var brief = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    guard [all, brief, output.json, output.plain].count(where: { $0 }) > 1 else { return }
    throw Failure.usage("Choose one of --all, --brief, --json and --plain.")
  }

  func run() throws {
    if brief { return try showBrief() }
    let store = try place.look()
    let agenda = try store.agenda()
    let console = output.console
    if output.json { return console.raw(try JSONOutput.text(PlanDocument(agenda, items: agenda.doable))) }
    if output.plain { return console.print(ItemPlain.lines(agenda.doable, agenda)) }
    let page = DayPage(agenda)
    let news = try DayNews(page, agenda, store, LastPage.read(store.environment))
    let lines = DayPageLines(
      page, agenda, width: console.cutWidth, rows: all ? nil : max(24, WindowSize.rows()) - 1, news: news.lines)
    LastPage(agenda.today, items: lines.numbered, told: news.told).keep(store.environment)
    console.page(lines.lines)
  }

  /// For prompts, timers and notifications: a missing store is no error there.
  private func showBrief() throws {
    let store: Store
    do { store = try place.look() } catch StoreError.missing { return }
    let agenda = try store.agenda()
    if let line = BriefLine(DayPage(agenda), agenda).text { output.console.print("\(line)") }
  }
}

/// The day in one line: "3 late, 2 due; interview Lumenpay today 10:30".
private struct BriefLine {
  /// Nil when nothing is due and nothing has an hour today or tomorrow.
  let text: String?

  init(_ page: DayPage, _ agenda: Agenda) {
    let late = page.now.count { $0.daysLate > 0 }
    let counts = [(late, "late"), (page.now.count - late, "due")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let near = page.fixed.filter { $0.when.day <= agenda.today + 1 }
    let date = (near.first { $0.sort != .word } ?? near.first).map { Self.words($0, agenda) }
    let first = date ?? page.now.first.map { agenda.title($0) }
    let parts = [counts.joined(separator: ", "), first].compactMap(\.self).filter { !$0.isEmpty }
    text = parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func words(_ date: FixedDate, _ agenda: Agenda) -> String {
    let what =
      switch date.sort {
      case .interview: "interview"
      case .deadline: "answer due"
      case .word: "their word"
      }
    let hour = date.when.minute == nil ? "" : " " + ClockText.of(date.when)
    return "\(what) \(agenda.facts.name(opportunity: date.opportunity)) "
      + (date.when.day == agenda.today ? "today" : "tomorrow") + hour
  }
}
