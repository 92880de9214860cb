package import Model

/// One search as it went, on a page: what happened on which day, how long nobody has said a word, what it ended with.
package struct PageLane: Sendable {
  package enum Mark: Sendable, Hashable {
    /// An interview with what stands in its dot: a round, or nothing.
    case meeting(String), ahead(String)
    case sent, received
    /// The day that they named, and one that passed without a word.
    case word, brokenWord
  }

  package struct Event: Sendable {
    package let day: Day
    package let mark: Mark
    /// "Thu 19 Feb: interview by video".
    package let text: String

    package init(day: Day, mark: Mark, text: String) { (self.day, self.mark, self.text) = (day, mark, text) }
  }

  package struct Offer: Sendable {
    package let from: Day
    package let by: Day
    package let text: String

    package init(from: Day, by: Day, text: String) { (self.from, self.by, self.text) = (from, by, text) }
  }

  package let name: String
  package let role: String?
  package let isOver: Bool
  /// By day; never empty.
  package let events: [Event]
  /// Until when it goes on: today, or the day it ended.
  package let until: Day
  /// Since when no word has come, and whether the day they named has passed.
  package let quietSince: Day?
  package let isPastTheirDay: Bool
  package let offer: Offer?
  /// "no", "withdrawn".
  package let end: String?

  package init(
    name: String, role: String?, isOver: Bool, events: [Event], until: Day, quietSince: Day?, isPastTheirDay: Bool,
    offer: Offer?, end: String?
  ) {
    (self.name, self.role, self.isOver, self.events, self.until) = (name, role, isOver, events, until)
    (self.quietSince, self.isPastTheirDay, self.offer, self.end) = (quietSince, isPastTheirDay, offer, end)
  }

  /// The days that it takes up.
  var span: ClosedRange<Day> {
    let days = events.map(\.day) + [until] + [offer?.from, offer?.by].compactMap(\.self)
    return (days.min() ?? until)...(days.max() ?? until)
  }
}
