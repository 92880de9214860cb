import Foundation
import Model
import Playbook
import Store

/// The numbers of the last page that was shown, and what it told as news: kept on this machine alone, beside the store's
/// mark. Losing it costs nothing: `afterword` shows a page again.
struct LastPage: Codable {
  /// The day that the page was of, ISO.
  private(set) var day: String
  /// The follow-ups' ids, in the order of their numbers.
  private(set) var items: [String]
  /// The days, ISO, on which each piece of news was told first.
  private(set) var told: [String: String]

  /// More than a page holds.
  private static let limit = 1 << 20

  init(_ day: Day, items: [PlanItem] = [], told: [String: String] = [:]) {
    self.day = day.description
    self.items = items.map(\.id)
    self.told = told
  }

  private static func path(_ environment: Environment) throws -> String {
    try Store.markPath(environment) + ".page"
  }

  static func read(_ environment: Environment) -> LastPage? {
    guard let path = try? path(environment), let data = FileManager.default.contents(atPath: path),
      data.count < limit
    else { return nil }
    return try? JSONDecoder().decode(LastPage.self, from: data)
  }

  /// Keeps the page where the store has a place on this machine; where it has none, there are no numbers.
  func keep(_ environment: Environment) {
    guard let path = try? Self.path(environment), let data = try? JSONEncoder().encode(self) else { return }
    let temporary = "\(path).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let written = data.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    if written != data.count || rename(temporary, path) != 0 { unlink(temporary) }
  }
}

extension LastPage {
  /// Whether news is to be told today: new, told first today, or told last a week ago.
  func isNews(_ text: String, on today: Day) -> Bool {
    told[text].flatMap { Day($0) }.map { $0 == today || today - $0 >= 7 || $0 > today } ?? true
  }

  /// The news that stays in mind after these were looked at on a day.
  func telling(_ texts: [String], on today: Day) -> [String: String] {
    Dictionary(
      texts.map { ($0, isNews($0, on: today) ? today.description : told[$0] ?? today.description) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// A number of the page as it is typed: `3`.
enum PageNumber {
  /// One to three decimal digits; ids are shown with more.
  static func read(_ word: some StringProtocol) -> Int? {
    guard (1...3).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(word)
  }

  /// The follow-up that a number means.
  ///
  /// - Throws: `Failure.usage` where no page of today was shown, `Failure.nothingFound` where the number is on none.
  static func item(_ number: Int, _ agenda: Agenda, _ environment: Environment) throws -> PlanItem {
    let show = "`\(ShellCommand())` shows today's."
    guard let page = LastPage.read(environment) else {
      throw Failure.usage("Numbers are those of the day's page, and none was shown yet. \(show)")
    }
    guard let day = Day(page.day), day == agenda.today else {
      let shown = Day(page.day).map { DayText.long($0, today: agenda.today) } ?? "another day"
      throw Failure.usage("The last page shown is of \(shown), so its numbers do not count any more. \(show)")
    }
    guard page.items.indices.contains(number - 1) else {
      let last = page.items.isEmpty ? "no numbers" : "numbers up to \(page.items.count)"
      throw Failure.nothingFound("There is no \(number): the last page has \(last). \(show)")
    }
    guard let item = agenda.items.first(where: { $0.id == page.items[number - 1] }) else {
      throw Failure.nothingFound("\(number) of the last page is not planned any more. \(show)")
    }
    return item
  }

  /// What was typed, a number of the page put as the id of its follow-up; anything else as it is.
  static func resolved(_ name: String, _ store: Store) throws -> String {
    guard let number = read(name) else { return name }
    return try item(number, try store.agenda(), store.environment).id
  }
}
