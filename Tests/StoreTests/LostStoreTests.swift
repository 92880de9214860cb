import BundleFile
import Foundation
import Model
import Testing

@testable import Store

/// A store that was written to and is not there is told of as such, and nothing is made in its place.
@Suite struct LostStoreTests {
  private func closed(_ seed: UInt64) throws -> Laptop {
    let laptop = try Laptop(seed: seed)
    for number in 0..<3 { _ = try laptop.create("organisation", ["name": "Acme \(number)"]) }
    try laptop.store.close()
    return laptop
  }

  private func lost(_ environment: Environment, _ open: (Environment) throws -> Store) -> LostStore? {
    do {
      _ = try open(environment)
      return nil
    } catch StoreError.lost(_, let lost) { return lost } catch { return nil }
  }

  @Test func `one that is gone or empty names what was written there, and is made anew by who says so`() throws {
    let laptop = try closed(31)
    let (environment, path) = (laptop.store.environment, laptop.store.path)
    try FileManager.default.removeItem(atPath: path)
    #expect(lost(environment) { try Store($0) }?.changes == 5)
    #expect(lost(environment, Store.reading)?.isEmpty == false)
    #expect(!FileManager.default.fileExists(atPath: path))
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(lost(environment) { try Store($0) }?.isEmpty == true)
    #expect(lost(environment, Store.existing)?.isEmpty == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    #expect(try Store(environment, beginningAnew: true).checkup().allSatisfy(\.problems.isEmpty))
  }

  @Test func `a link to a store that is not there is left as it is`() throws {
    let laptop = try closed(32)
    let (environment, path) = (laptop.store.environment, laptop.store.path)
    try FileManager.default.moveItem(atPath: path, toPath: laptop.folder + "/stick.sqlite")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: laptop.folder + "/stick.sqlite")
    #expect(try Store(environment).all(Organisation.self).count == 3)
    try FileManager.default.moveItem(atPath: laptop.folder + "/stick.sqlite", toPath: laptop.folder + "/out")
    #expect(throws: StoreError.self) { try Store(environment) }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == laptop.folder + "/stick.sqlite")
    #expect(!FileManager.default.fileExists(atPath: laptop.folder + "/stick.sqlite"))
  }

  @Test func `a restore brings it back`() throws {
    let laptop = try Laptop(seed: 33)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let environment = laptop.store.environment
    _ = try laptop.store.export(to: laptop.folder + "/a.afterword", replace: false)
    try laptop.store.close()
    try FileManager.default.removeItem(atPath: laptop.store.path)
    _ = try Store.restore(try BundleInput(laptop.folder + "/a.afterword"), environment)
    #expect(try Store(environment).all(Organisation.self).map(\.name) == ["Acme"])
  }
}
