import ArgumentParser
import Foundation
import Model
import Notes
import Playbook
import Store

/// Which store, and which day counts as today.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The store's file instead of $AFTERWORD_STORE.", valueName: "path"))
  var store: String?

  @Option(name: .long, help: ArgumentHelp("The day that counts as today, as 2026-11-27.", valueName: "day"))
  var today: String?

  /// However many stores a command opens, what it writes is one step.
  private static let step = CommandStep()

  /// Opens a store that exists, to look at it only: nothing of it or beside it changes.
  func look() throws -> Store { try inZoneOfSettings(try Store.reading(environment())) }

  /// Opens a store that exists.
  func open() throws -> Store { try inZoneOfSettings(try Store.existing(environment())) }

  /// Opens the store, making it when there is none yet; one that was made for a command that fails goes away again.
  func openOrCreate<T>(_ body: (Store) throws -> T) throws -> T {
    let environment = try environment()
    let isNew = !FileManager.default.fileExists(atPath: environment.storePath)
    let store = try inZoneOfSettings(try opened(environment))
    do {
      return try body(store)
    } catch {
      if isNew { store.removeIfUnused() }
      throw error
    }
  }

  /// A store that is lost is begun anew only by who says so.
  private func opened(_ environment: Environment) throws -> Store {
    do {
      return try Store(environment)
    } catch StoreError.lost(let path, let lost) where Question.canAsk {
      let console = Console()
      console.complain("\(path) \(lost.description)")
      let answer = Interruption.saying("Stopped. Nothing was changed.") {
        Question(console: console).line("Begin with an empty store now? [y/N]")
      }
      guard ["y", "yes"].contains((answer ?? "").lowercased()) else { throw Failure.conflict("Nothing was changed.") }
      return try Store(environment, beginningAnew: true)
    }
  }

  /// Playbooks and their numbers, as the store has them; without a store the built-in ones.
  func preferences() throws -> Preferences {
    do { return try look().preferences() } catch StoreError.missing { return Store.builtInPreferences }
  }

  /// - Throws: `TypedDayError` for a today that is no day.
  func environment() throws -> Environment {
    var environment = try ProcessEnvironment.make(store: store)
    environment.progress = LongWorkLine().update
    environment.step = Self.step
    environment.writes = { WrittenHere.note(Store.name(of: $0)) }
    if let today { environment.today = try day(today, environment) }
    return environment
  }

  /// What this machine is called: in the store, else by the system.
  func machineName() throws -> String {
    let environment = try environment()
    return (try? Store.existing(environment).ownMachineName()) ?? environment.machineName
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
    let order = try hasStore ? Store.reading(environment).dateOrder().order : environment.dateOrder.order
    return try TypedDayReader(today: environment.today, order: order).read(phrase, .nearest).day
  }
}
