import Afterword
import Foundation
import Testing

/// Two stores of one person, by the library alone.
@Suite struct ExchangeTests {
  private let folder: Folder
  private let laptop: AfterwordStore
  private let desktop: AfterwordStore

  init() throws {
    folder = try Folder()
    laptop = try folder.store("laptop.sqlite")
    desktop = try folder.store("desktop.sqlite")
    try laptop.fill()
  }

  private func exchange() throws {
    let common = folder.file("common")
    try? FileManager.default.createDirectory(atPath: common, withIntermediateDirectories: false)
    for store in [laptop, desktop, laptop] { _ = try store.sync(with: common, encrypts: false, consent: .given) }
  }

  @Test func `a conflict is shown by both and settled once`() throws {
    try exchange()
    _ = try laptop.set("line lead", ["stage": .text("offer")])
    _ = try desktop.set("line lead", ["stage": .text("rejected")])
    try exchange()
    let conflicts = try desktop.conflicts()
    #expect(try conflicts.map(\.field) == ["stage"] && conflicts == laptop.conflicts())
    #expect(Set(conflicts[0].answers.map(\.text)) == ["offer", "rejected"])
    #expect(try desktop.show("line lead").contestedFields == ["stage"])
    let offer = try #require(conflicts[0].answers.first { $0.text == "offer" })
    _ = try desktop.resolve(code: offer.code)
    try exchange()
    #expect(try laptop.conflicts().isEmpty)
    #expect(try laptop.show("line lead").row["stage"] == .text("offer"))
    #expect(throws: AfterwordError.self) { try laptop.resolve(code: offer.code) }
  }

  @Test func `a backup is checked, and makes the store anew`() throws {
    let file = folder.file("backup.afterword")
    let written = try #require(try laptop.export(to: file))
    #expect(written.kind == .backup && written.changes > 0)
    #expect(try AfterwordStore.verify(file, stateFolder: folder.state) == written)
    #expect(try laptop.export(to: folder.file("more.afterword"), .sinceBundle(file)) == nil)
    let restored = try AfterwordStore.restore(file, to: folder.file("anew.sqlite"), stateFolder: folder.state)
    #expect(restored.contentID == written.contentID && restored.keptAt == nil)
    #expect(try folder.store("anew.sqlite", mode: .existing).list("people").map(\.title) == ["Dana Whitfield"])
  }

  @Test func `a bundle is merged with consent, and once`() throws {
    let file = folder.file("laptop.afterword.age")
    #expect(try laptop.makeKey().hasPrefix("age1"))
    _ = try laptop.export(to: file, encryption: .recipients)
    #expect(try desktop.importBundles(at: [file], consent: .rehearse).changes > 0)
    #expect(try desktop.list("people").isEmpty)
    let merged = try desktop.importBundles(at: [file], consent: .given)
    #expect(merged.changes > 0 && merged.conflicts == 0)
    #expect(try desktop.importBundles(at: [file]).changes == 0)
    #expect(try desktop.list("people") == laptop.list("people"))
  }

  @Test func `what has changed since a position is told, from wherever it came`() throws {
    let start = try desktop.position()
    #expect(try desktop.changes(since: start).rows.isEmpty)
    try exchange()
    let arrived = try desktop.changes(since: start)
    #expect(arrived.rows.contains { $0.title == "Dana Whitfield" })
    #expect(try desktop.changes(since: arrived.position).rows.isEmpty)
    _ = try folder.store("desktop.sqlite").delete("dana")
    let gone = try desktop.changes(since: arrived.position)
    #expect(gone.rows.contains { $0.kind == "person" })
    let kept = try JSONDecoder().decode(StorePosition.self, from: JSONEncoder().encode(gone.position))
    #expect(try desktop.changes(since: kept).rows.isEmpty)
    let other = try folder.store("other.sqlite")
    #expect(throws: AfterwordError.self) { try other.changes(since: gone.position) }
  }
}
