import ArgumentParser
import Foundation
import Model
import Notes
import Store

/// Which store, and which day counts as today.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The store's file instead of $AFTERWORD_STORE.", valueName: "path"))
  var store: String?

  @Option(name: .long, help: ArgumentHelp("The day that counts as today, as 2026-11-27.", valueName: "day"))
  var today: String?

  /// Opens a store that exists.
  func open() throws -> Store { try inZoneOfSettings(try Store.existing(environment())) }

  /// Opens the store, making it when there is none yet.
  func openOrCreate() throws -> Store { try inZoneOfSettings(try Store(environment())) }

  /// - Throws: `TypedDayError` for a today that is no day.
  func environment() throws -> Environment {
    var environment = try ProcessEnvironment.make(store: store)
    if let today { environment.today = try day(today, environment) }
    return environment
  }

  /// The user's zone is a setting, so that two machines plan alike.
  private func inZoneOfSettings(_ store: Store) throws -> Store {
    guard today == nil, let zone = try store.setting("zone"), let day = LocalClock.today(in: zone) else { return store }
    store.today = day
    return store
  }

  /// The store is asked for its order of day and month only where that makes a difference.
  private func day(_ phrase: String, _ environment: Environment) throws -> Day {
    let days = try DayMonthOrder.allCases.map {
      try TypedDayReader(today: environment.today, order: $0).read(phrase, .nearest).day
    }
    guard let day = days.first, days.contains(where: { $0 != day }) else { return days.first ?? environment.today }
    let hasStore = FileManager.default.fileExists(atPath: environment.storePath)
    let order = try hasStore ? Store.existing(environment).dateOrder().order : environment.dateOrder.order
    return try TypedDayReader(today: environment.today, order: order).read(phrase, .nearest).day
  }
}
