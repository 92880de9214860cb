import Foundation
import Testing

@testable import Model

@Suite struct KindTests {
  /// Stored names are never renamed and never reused: the list in Fixtures may only grow.
  @Test func `no stored name has disappeared`() throws {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "../../Fixtures/stored-names.txt")
    let present = Registry.kinds.flatMap { kind in kind.fields.map { "\(kind.name).\($0.name) \($0.rule) \($0.type)" } }
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data((present.joined(separator: "\n") + "\n").utf8).write(to: fixture)
    }
    let frozen = try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(Set(frozen).subtracting(present) == [], "renamed, removed or of another type")
    #expect(Set(present).subtracting(frozen) == [], "new: add these lines to Fixtures/stored-names.txt")
  }

  @Test func `no kind has two fields of one name`() {
    for kind in Registry.kinds { #expect(Set(kind.fields.map(\.name)).count == kind.fields.count, "\(kind.name)") }
  }

  @Test func `a kind tells of itself by fields that it has`() {
    for kind in Registry.kinds {
      let manner = kind.manner
      for field in manner.titleFields + manner.foundBy + manner.asides + manner.columns {
        #expect(kind.field(field) != nil, "\(kind.name).\(field)")
      }
      #expect(!manner.titleFields.isEmpty && !manner.foundBy.isEmpty && manner.plural != kind.name)
      guard let context = manner.context else { continue }
      #expect(kind.field(context.field)?.type == .reference(to: context.kind))
    }
  }

  @Test func `no word means two kinds`() {
    let words = Registry.kinds.flatMap { [$0.name, $0.manner.plural] + $0.manner.alsoCalled }
    #expect(Set(words).count == words.count)
  }

  @Test func `every reference points to a kind, and parents never form a cycle`() {
    for kind in Registry.kinds {
      for case .reference(let target) in kind.fields.map(\.type) where !target.isEmpty {
        #expect(Registry.kind(target) != nil, "\(kind.name) → \(target)")
      }
      var seen: Set<String> = []
      var next: KindInfo? = kind
      while let current = next, seen.insert(current.name).inserted {
        if case .reference(let above)? = current.parent?.type { next = Registry.kind(above) } else { next = nil }
      }
      #expect(next == nil, "\(kind.name) is a part of itself")
    }
  }

  @Test func `what is written to a field is read from it, and another type is refused`() throws {
    var person = Person(id: RowID(high: 1, low: 2))
    let accepted = [
      person.set("name", .value(.string("Dana"))), person.set("tags", .words(["remote"])),
      person.set("notes", .text("tall")), person.set("keep_ideal", .value(.integer(28))),
    ]
    let refused = [
      person.set("name", .value(.integer(1))), person.set("tags", .text("remote")), person.set("no such field", .empty),
    ]
    #expect(accepted.allSatisfy { $0 })
    #expect(refused.allSatisfy { !$0 })
    #expect(person.name == "Dana")
    #expect(person[field: "name"] == .value(.string("Dana")))
    #expect(person[field: "tags"] == .words(["remote"]))
    #expect(person[field: "keep_ideal"] == .value(.integer(28)))
    let emptied = person.set("name", .empty)
    #expect(emptied && person.name == nil)
  }

  @Test func `a word of a newer version reads as empty`() {
    var opportunity = Opportunity(id: RowID(high: 1, low: 2))
    let isGhosted = opportunity.set("stage", .value(.string("ghosted")))
    let isOffered = opportunity.set("stage", .value(.string("offer")))
    #expect(!isGhosted && isOffered && opportunity.stage == .offer)
  }

  @Test func `equal values are equal byte for byte, not by canonical equivalence`() {
    #expect(Value.string("é") != Value.string("e\u{301}"))
    #expect(Value.unknown(tag: "q", json: "1") == Value.unknown(tag: "q", json: "1"))
  }
}
