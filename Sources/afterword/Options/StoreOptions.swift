import ArgumentParser
import Model
import Notes
import Store

/// Which store, and which day counts as today.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The store's file instead of $AFTERWORD_STORE.", valueName: "path"))
  var store: String?

  @Option(
    name: .long, help: ArgumentHelp("The day that counts as today, as 2026-11-27.", valueName: "day"),
    transform: StoreOptions.day)
  var today: Day?

  /// Opens a store that exists.
  func open() throws -> Store { try inZoneOfSettings(try Store.existing(environment())) }

  /// Opens the store, making it when there is none yet.
  func openOrCreate() throws -> Store { try inZoneOfSettings(try Store(environment())) }

  func environment() throws -> Environment { try ProcessEnvironment.make(store: store, today: today) }

  /// The user's zone is a setting, so that two machines plan alike.
  private func inZoneOfSettings(_ store: Store) throws -> Store {
    guard today == nil, let zone = try store.setting("zone"), let day = LocalClock.today(in: zone) else { return store }
    store.today = day
    return store
  }

  private static func day(_ text: String) throws -> Day {
    guard
      let day = Day(text) ?? DatePhrases.day(text, from: LocalClock.today(), order: ProcessEnvironment.dateOrder.order)
    else {
      throw ValidationError("\"\(text)\" is no day. Give one as 2026-11-27, or as \"next tuesday\".")
    }
    return day
  }
}
