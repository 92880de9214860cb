import Merge
import Model
import Testing

@testable import Store

/// A script that asks from its last position sees every transaction once, whatever machine wrote it.
@Suite struct ChangeFeedTests {
  @Test(arguments: [1, 2, 7, 1000]) func `asked piece by piece, everything comes once and in order`(limit: Int) throws {
    let laptop = try Laptop(seed: 1)
    let desktop = try Laptop(seed: 2, name: "desktop")
    var seen: [String] = []
    var position = Store.firstPosition
    func follow() throws {
      var isMore = true
      while isMore {
        let feed = try laptop.store.changes(since: position, limit: limit)
        #expect(feed.entries.count <= limit)
        seen += feed.entries.map(\.name)
        (position, isMore) = (feed.position, feed.isMore)
      }
    }
    for number in 0..<5 {
      let row = try laptop.create("organisation", ["name": "Own \(number)"])
      _ = try desktop.create("organisation", ["name": "Theirs \(number)"])
      if number == 2 { try laptop.set(row, "name", "Renamed") }
      try follow()
      // What the other machine wrote long ago comes now.
      if number % 2 == 1 { _ = try laptop.receive(desktop) }
    }
    _ = try laptop.receive(desktop)
    try follow()
    let all = try laptop.store.history(limit: nil).map(\.name)
    #expect(seen == all.reversed(), "\(seen) \(all)")
    #expect(try laptop.store.changes(since: position, limit: 5).entries.isEmpty)
    #expect(try laptop.store.changes(since: position, limit: 5).position == position)
  }

  @Test func `a change says what was set, added and deleted`() throws {
    let search = try PracticeSearch()
    let before = try search.store.changes(since: Store.firstPosition, limit: 100).position
    let old = try #require(try search.store.one(Person.self, search.dana))
    var new = old
    (new.email, new.tags, new.notes) = (nil, ["warm"], "met twice")
    try search.store.save("edit", [RowEdit(old: old, new: new)])
    let changes = try search.store.changes(since: before, limit: 100).entries.flatMap(\.changes)
    #expect(Set(changes.map { "\($0.field) \($0.operation)" }) == ["email clear", "tags add", "notes text"])
    #expect(changes.first { $0.field == "notes" }?.content == .text("met twice"))
    #expect(changes.allSatisfy { $0.subject == old.subject })
  }

  @Test(arguments: ["", "x", "1", "1.", "1.deadbeef", "-1.0", "99.abc", "1.2.3", "0.0"])
  func `a position that the store never gave is refused`(position: String) throws {
    let laptop = try Laptop(seed: 1)
    _ = try laptop.create("organisation", ["name": "Acme"])
    #expect(throws: PracticeError.self) { try laptop.store.changes(since: position, limit: 5) }
  }
}
