import BundleFile
import Foundation
import Model
import Testing

@testable import Merge
@testable import Store

/// A store that writes on under a new name says in its bundles what it goes on from.
@Suite struct ParentTests {
  @Test func `a copied file names its parent, and status tells until when the two were one`() throws {
    let laptop = try Laptop(seed: 41)
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let old = try #require(try laptop.store.incarnation())
    let copy = try Laptop(seed: 42, name: "desktop")
    try copyFile(of: laptop, to: copy)
    let other = try Store(copy.store.environment)
    _ = try other.set("acme", [Assignment("sector=rail")], command: "set")
    let path = copy.path("copy.afterword")
    _ = try other.export(to: path, replace: false)
    let head = try BundleInput(path).head()
    #expect(head.parents.map(\.incarnation) == [try #require(try other.incarnation())])
    #expect(head.parents.map(\.parent.incarnation) == [old] && head.parents.first?.parent.seq == 3)
    try laptop.set(acme, "sector", "tools")
    try laptop.take(path)
    #expect(try laptop.store.status().forks.map { [$0.name, $0.other] } == [["desktop", "laptop"]])
    #expect(try laptop.store.conflicts().count == 1)
  }

  @Test func `a store restored from a backup names what the machine wrote before, and restores to the same content`()
    throws
  {
    let laptop = try Laptop(seed: 43)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let old = try #require(try laptop.store.incarnation())
    let backup = try laptop.export("backup.afterword")
    let environment = laptop.store.environment
    try laptop.store.close()
    _ = try Store.restore(try BundleInput(backup), environment)
    let restored = try Store(environment)
    _ = try restored.set("acme", [Assignment("sector=rail")], command: "set")
    let again = laptop.path("again.afterword")
    _ = try restored.export(to: again, replace: false)
    #expect(try BundleInput(again).head().parents.map(\.parent.incarnation) == [old])
    try restored.close()
    let report = try Store.restore(try BundleInput(again), environment)
    #expect(try report.contentID == BundleInput(again).checkSums().contentID)
  }

  private func copyFile(of laptop: Laptop, to other: Laptop) throws {
    try other.store.close()
    _ = try laptop.store.size()
    try FileManager.default.removeItem(atPath: other.store.path)
    try FileManager.default.copyItem(atPath: laptop.store.path, toPath: other.store.path)
  }
}
