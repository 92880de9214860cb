import BundleFile
import Foundation
import Testing

@testable import Store

@Suite struct BundleExchangeTests {
  @Test func `what is left out since a file is what the whole file holds, never what its head promises`() throws {
    let laptop = try Laptop(seed: 90)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let whole = try laptop.export("first.afterword")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    let cut = laptop.path("cut.afterword")
    try bytes.dropLast(40).write(to: URL(fileURLWithPath: cut))
    #expect(throws: BundleRefusal.self) {
      try laptop.export("news.afterword", .since(bundle: try BundleInput(cut)))
    }
    #expect(!FileManager.default.fileExists(atPath: laptop.path("news.afterword")))
  }

  @Test func `a bundle merged twice brings nothing the second time`() throws {
    let laptop = try Laptop(seed: 1)
    let desktop = try Laptop(seed: 2, name: "desktop")
    _ = try laptop.create("organisation", ["name": "Acme"])
    let bundle = try laptop.export("a.afterword")
    #expect(try desktop.take(bundle).newTransactions == 1)
    #expect(try desktop.take(bundle).newTransactions == 0)
    #expect(try desktop.view() == laptop.view())
  }

  @Test func `a rehearsal and a question change nothing`() throws {
    let laptop = try Laptop(seed: 3)
    let desktop = try Laptop(seed: 4, name: "desktop")
    _ = try laptop.create("organisation", ["name": "Acme"])
    _ = try desktop.create("organisation", ["name": "Zenith"])
    let bundle = try laptop.export("a.afterword")
    let before = try desktop.view()
    #expect(throws: ImportStop.self) { try desktop.take(bundle, consent: .rehearse) }
    #expect(throws: ImportStop.self) { try desktop.take(bundle, consent: .ask) }
    #expect(try desktop.view() == before)
    #expect(try desktop.take(bundle, consent: .yes).isStrange)
  }

  @Test func `what is exported since a machine or a bundle is what it lacks, and closed`() throws {
    let laptop = try Laptop(seed: 5)
    let desktop = try Laptop(seed: 6, name: "desktop")
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let first = try laptop.export("first.afterword")
    try desktop.take(first)
    try desktop.set(acme, "name", "Acme Ltd")
    try laptop.take(try desktop.export("back.afterword", .sinceMachine("laptop")))
    try laptop.set(acme, "sector", "tools")
    let news = try laptop.export("news.afterword", .sinceMachine("desktop"))
    #expect(try BundleInput(news).head().changes == 1)
    #expect(try desktop.take(news).waiting == 0)
    #expect(try desktop.view() == laptop.view())
    let sinceFirst = try laptop.export("since.afterword", .since(bundle: try BundleInput(first)))
    let third = try Laptop(seed: 7, name: "third")
    try third.take(first)
    #expect(try third.take(sinceFirst).waiting == 0)
    #expect(try third.view() == laptop.view())
  }

  @Test func `a delta without what it builds on waits, is counted, and joins when the rest comes`() throws {
    let laptop = try Laptop(seed: 8)
    let desktop = try Laptop(seed: 9, name: "desktop")
    let acme = try laptop.create("organisation", ["name": "Acme"])
    let first = try laptop.export("first.afterword")
    try laptop.set(acme, "name", "Acme Ltd")
    let news = try laptop.export("news.afterword", .since(bundle: try BundleInput(first)))
    #expect(try desktop.take(news).waiting == 1)
    #expect(try desktop.view().isEmpty)
    let healed = try desktop.take(first)
    #expect(healed.waiting == 0)
    #expect(healed.newTransactions == 2)
    #expect(try desktop.view() == laptop.view())
  }

  @Test func `exporting again what a file holds writes nothing, and never over another file`() throws {
    let laptop = try Laptop(seed: 10)
    _ = try laptop.create("organisation", ["name": "Acme"])
    let path = try laptop.export("a.afterword")
    let outcome = try laptop.store.export(to: path, replace: false)
    guard case .alreadyThere = outcome else { return #expect(Bool(false), "\(outcome)") }
    _ = try laptop.create("organisation", ["name": "Zenith"])
    #expect(throws: BundleError.self) { try laptop.export("a.afterword") }
    try laptop.export("a.afterword", replace: true)
    #expect(try BundleInput(path).read().transactions == 2)
  }

  @Test(arguments: [0, 10, 17, 40, 200])
  func `a damaged byte is named, and nothing is changed, also where all is known`(offset: Int) throws {
    let laptop = try Laptop(seed: 11)
    let desktop = try Laptop(seed: 12, name: "desktop")
    _ = try laptop.create("organisation", ["name": "Acme"])
    let path = try laptop.export("a.afterword")
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    bytes[offset] ^= 0x10
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    for machine in [laptop, desktop] {
      let before = try machine.view()
      #expect(throws: BundleRefusal.self) { try machine.take(path) }
      #expect(try machine.view() == before)
    }
  }

  @Test func `notes, stores and empty files are no bundles, and the message says what they are`() throws {
    let laptop = try Laptop(seed: 13)
    for (content, word) in [("Met Dana today", "text"), ("", "empty"), ("SQLite format 3\0 …", "SQLite")] {
      try Data(content.utf8).write(to: URL(fileURLWithPath: laptop.path("file")))
      do {
        _ = try BundleInput(laptop.path("file"))
        #expect(Bool(false), "\(word) was taken for a bundle")
      } catch let refusal as BundleRefusal {
        #expect(refusal.description.contains(word))
      }
    }
  }
}
