import Foundation
import Model
import Testing

@testable import Store

/// A store that cannot be written is read from memory.
@Suite struct ReadingTests {
  private func laptop() throws -> Laptop {
    let laptop = try Laptop(seed: 9)
    _ = try laptop.create("organisation", ["name": "Acme Robotics"])
    try laptop.store.close()
    return laptop
  }

  private func copy(_ laptop: Laptop) throws -> Store {
    let environment = laptop.store.environment
    return try Store(environment, .current, try StoreFile.copy(environment.storePath), .copy)
  }

  @Test func `it shows, finds and exports what the file holds`() throws {
    let laptop = try laptop()
    let before = FileManager.default.contents(atPath: laptop.store.path)
    let store = try copy(laptop)
    #expect(try store.detail("acme").title == "Acme Robotics")
    #expect(try store.find(["robotics"], limit: 5).count == 1)
    #expect(try store.checkup().first?.problems.isEmpty == true)
    #expect(FileManager.default.contents(atPath: laptop.store.path) == before)
  }

  @Test func `what stands only in its journal is read too, where SQLite itself can open neither`() throws {
    let laptop = try Laptop(seed: 12)
    _ = try laptop.create("organisation", ["name": "Acme Robotics"])
    let left = laptop.folder + "/left"
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: laptop.store.path + suffix, toPath: left + suffix)
    }
    let queue = try StoreFile.copyElsewhere(left)
    let store = try Store(laptop.store.environment, .current, queue, .copy)
    #expect(try store.find(["robotics"], limit: 5).count == 1)
    #expect(!FileManager.default.fileExists(atPath: left + "-shm"))
  }

  @Test func `a write to it is refused instead of being lost`() throws {
    let store = try copy(try laptop())
    #expect(throws: StoreError.self) { try store.create("organisation", ["name": "Borage"]) }
  }

  @Test func `a store that was made and never used goes away, one that was used stays`() throws {
    let unused = try Laptop(seed: 10)
    unused.store.removeIfUnused()
    #expect(!FileManager.default.fileExists(atPath: unused.folder + "/data"))
    let used = try Laptop(seed: 11)
    _ = try used.create("organisation", ["name": "Acme"])
    used.store.removeIfUnused()
    #expect(FileManager.default.fileExists(atPath: used.store.path))
  }
}
