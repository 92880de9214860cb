import ArgumentParser
import Foundation
import Model
import Notes
import Store

/// Which comes first in `3/4/2026`, where the user says so.
struct DateOptions: ParsableArguments {
  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      "Read 3/4/2026 as the third of April, or as the fourth of March.",
      discussion: "Else the note's own dates tell it, the setting dates.order, or the locale."))
  var order: DayMonthOrder?

  /// The order to read by: as asked, else the store's setting where there is a store, else the locale's.
  func order(_ place: StoreOptions) throws -> DateOrder {
    let environment = try place.environment()
    guard FileManager.default.fileExists(atPath: environment.storePath) else {
      return order.map { DateOrder($0, .asked) } ?? environment.dateOrder
    }
    return try place.look().dateOrder(asked: order)
  }
}

extension DayMonthOrder: EnumerableFlag {}

/// Why dates are read the way they are, for people.
enum DateOrderText {
  /// "Days come before months here, as your locale en_GB has it; --month-first reads them the other way."
  static func of(_ order: DateOrder) -> String {
    let (first, second) = order.order == .dayFirst ? ("Days", "months") : ("Months", "days")
    return
      "\(first) come before \(second) here, \(reason(order.source)). --\(order.order.other.rawValue) reads them the "
      + "other way; for good: `\(ShellCommand("settings", "dates.order", order.order.other.rawValue))`"
  }

  private static func reason(_ source: DateOrder.Source) -> String {
    switch source {
    case .asked: "as asked"
    case .note(let text): "as \"\(text)\" shows"
    case .setting: "as your setting dates.order says"
    case .locale(let name): "as in your locale \(name)"
    case .undecided: "as nothing says otherwise"
    }
  }
}
