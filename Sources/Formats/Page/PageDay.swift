/// A day of the calendar on a page, with what falls on it.
package struct PageDay: Sendable {
  package enum Sort: Sendable { case meeting, word, offer, task, overdue }

  package struct Entry: Sendable {
    package let sort: Sort
    /// "09:30"; nil for what takes no hour.
    package let time: String?
    package let text: String
    /// All of it, where the text is short.
    package let detail: String

    package init(sort: Sort, time: String?, text: String, detail: String) {
      (self.sort, self.time, self.text, self.detail) = (sort, time, text, detail)
    }
  }

  package enum Place: Sendable { case past, today, ahead }

  /// "Monday", and "16 Mar" or "16".
  package let weekday: String
  package let date: String
  package let place: Place
  package let isWeekend: Bool
  package let entries: [Entry]

  package init(weekday: String, date: String, place: Place, isWeekend: Bool, entries: [Entry]) {
    (self.weekday, self.date, self.place) = (weekday, date, place)
    (self.isWeekend, self.entries) = (isWeekend, entries)
  }

  /// So many are seen of a day.
  private static let most = 4

  /// Weeks from Monday on.
  static func month(_ days: [PageDay]) -> HTML {
    guard !days.isEmpty else { return "" }
    let heads = days.prefix(7).map { day -> HTML in "<li>\(String(day.weekday.prefix(3)))</li>\n" }
    return """
      <ul class="days weekdays" aria-hidden="true">
      \(heads)</ul>
      <ol class="days month">
      \(days.map(\.item))</ol>

      """
  }

  private var item: HTML {
    let styles = [
      place == .today ? "now" : place == .past ? "gone" : nil, isWeekend ? "rest" : nil,
      entries.isEmpty && place != .today ? "empty" : nil,
    ].compactMap(\.self).joined(separator: " ")
    let today = place == .today ? PageFrame.spoken(", today") : ""
    let list = PageFrame.list(
      entries.map(\.item), after: Self.most, as: PageFrame.plainList, more: { "+\($0)" })
    return """
      <li class="\(styles)"><span class="date"><span class="weekday">\(weekday) </span>\(date)\(today)</span>
      \(list)</li>

      """
  }
}

extension PageDay.Entry {
  fileprivate var item: HTML {
    let style =
      switch sort {
      case .meeting: "entry meet"
      case .word: "entry word"
      case .offer: "entry offer"
      case .task: "entry"
      case .overdue: "entry overdue"
      }
    let hour: HTML? = time.map { "\($0) " }
    return "<li class=\"\(style)\" title=\"\(detail)\">\(hour)\(text)</li>\n"
  }
}
