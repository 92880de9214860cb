import Afterword
import Foundation
import Testing

/// Who uses the library wrongly gets a code, never a trap, and nothing is lost.
@Suite struct WrongUseTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func code<T>(_ body: () throws(AfterwordError) -> T) -> AfterwordError.Code? {
    do {
      _ = try body()
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `a closed store says so to every call`() throws {
    let store = try folder.store()
    try store.fill()
    store.close()
    store.close()
    #expect(code { () throws(AfterwordError) in try store.today() } == .closed)
    #expect(code { () throws(AfterwordError) in try store.add("person", ["name": .text("Ola")]) } == .closed)
    #expect(code { () throws(AfterwordError) in try store.position() } == .closed)
    #expect(try folder.store().list("person").count == 1)
  }

  @Test func `two objects on one file see what the other wrote`() throws {
    let (one, other) = (try folder.store(), try folder.store())
    try one.fill()
    #expect(try other.show("dana").row.title == "Dana Whitfield")
    _ = try other.set("dana", ["phone": .text("1")])
    _ = try one.set("dana", ["phone": .text("2")])
    #expect(try other.show("dana").row["phone"] == .text("2"))
    #expect(try one.conflicts().isEmpty)
  }

  @Test func `threads that write at once take turns, and every row is there`() async throws {
    let stores = [try folder.store(), try folder.store()]
    try await withThrowingTaskGroup { group in
      for number in 0..<16 {
        group.addTask { _ = try stores[number % 2].add("organisation", ["name": .text("Firm \(number)")]) }
      }
      try await group.waitForAll()
    }
    #expect(try stores[0].list("organisation").count == 16)
  }

  @Test func `a kind, field, value, row or day that there is not is named`() throws {
    let store = try folder.store()
    try store.fill()
    let before = try store.position()
    #expect(code { () throws(AfterwordError) in try store.add("spaceship", ["name": .text("x")]) } == .unknownKind)
    #expect(code { () throws(AfterwordError) in try store.list("spaceship") } == .unknownKind)
    #expect(code { () throws(AfterwordError) in try store.set("dana", ["wings": .number(2)]) } == .unknownField)
    #expect(code { () throws(AfterwordError) in try store.set("dana", ["name": .number(2)]) } == .badValue)
    #expect(code { () throws(AfterwordError) in try store.set("line lead", ["stage": .text("moon")]) } == .badValue)
    #expect(code { () throws(AfterwordError) in try store.set("line lead", ["deadline": .time("noon")]) } == .badValue)
    #expect(code { () throws(AfterwordError) in try store.set("line lead", typed: ["deadline": "moon"]) } == .badValue)
    #expect(code { () throws(AfterwordError) in try store.set("dana", [:]) } == .nothingAsked)
    #expect(code { () throws(AfterwordError) in try store.add("decision", ["rule": .text("x")]) } == .notWritable)
    #expect(code { () throws(AfterwordError) in try store.show("zebedee") } == .notFound)
    #expect(code { () throws(AfterwordError) in try store.show("") } == .notFound)
    #expect(code { () throws(AfterwordError) in try store.why("ffffffffffffffff") } == .notFound)
    #expect(code { () throws(AfterwordError) in try store.find("") } == .nothingAsked)
    #expect(code { () throws(AfterwordError) in try store.resolve(code: "00000000") } == .outdated)
    #expect(code { () throws(AfterwordError) in try store.undo("ffff") } == .notFound)
    #expect(code { () throws(AfterwordError) in try store.draftLetter("dana", kind: "ode") } == .badValue)
    let nobody = FieldValue.reference(RowReference(id: String(repeating: "0", count: 32), kind: "organisation"))
    #expect(code { () throws(AfterwordError) in try store.set("dana", ["organisation": nobody]) } == .notFound)
    let person = FieldValue.reference(try store.reference("dana"))
    #expect(code { () throws(AfterwordError) in try store.set("dana", ["organisation": person]) } == .badValue)
    #expect(try store.position() == before)
  }

  @Test func `an ambiguous name gives its candidates`() throws {
    let store = try folder.store()
    for name in ["Dana Whitfield", "Dana Brask"] { _ = try store.add("person", ["name": .text(name)]) }
    do {
      _ = try store.show("dana")
      Issue.record("one of two was shown")
    } catch {
      #expect(error.code == .ambiguous)
      #expect(Set(error.candidates.map(\.title)) == ["Dana Whitfield", "Dana Brask"])
    }
  }

  @Test func `a file that is no store, a missing one and a newer one are told apart and left alone`() throws {
    try folder.write("note.txt", "Met Dana.\n")
    #expect(code { () throws(AfterwordError) in try folder.store("note.txt") } == .notAStore)
    #expect(code { () throws(AfterwordError) in try folder.store("none.sqlite", mode: .existing) } == .missing)
    #expect(code { () throws(AfterwordError) in try folder.store("none.sqlite", mode: .readOnly) } == .missing)
    #expect(!FileManager.default.fileExists(atPath: folder.file("none.sqlite")))
    #expect(code { () throws(AfterwordError) in try folder.store("note.txt/store.sqlite") } == .disk)
    let store = try folder.store()
    store.close()
    // SQLite's user version, at offset 60 of the file.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("store.sqlite")))
    bytes[62] = 1
    try bytes.write(to: URL(fileURLWithPath: folder.file("store.sqlite")))
    #expect(code { () throws(AfterwordError) in try folder.store() } == .newerVersion)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("store.sqlite"))) == bytes)
  }

  @Test func `a store that was deleted while a machine wrote in it is lost, not begun anew`() throws {
    let store = try folder.store()
    try store.fill()
    store.close()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: folder.file("store.sqlite" + suffix))
    }
    #expect(code { () throws(AfterwordError) in try folder.store() } == .lost)
  }

  @Test func `who opens to look cannot write`() throws {
    try folder.store().fill()
    let store = try folder.store(mode: .readOnly)
    #expect(try store.list("person").count == 1)
    #expect(code { () throws(AfterwordError) in try store.delete("dana") } == .readOnly)
    #expect(code { () throws(AfterwordError) in try store.importNotes(at: [folder.path]) } == .readOnly)
    #expect(try store.list("person").count == 1)
  }

  @Test func `a store that is open is not replaced by a restore`() throws {
    let store = try folder.store()
    try store.fill()
    let file = folder.file("backup.afterword")
    _ = try store.export(to: file)
    let restore = { () throws(AfterwordError) in
      try AfterwordStore.restore(file, to: self.folder.file("store.sqlite"), stateFolder: self.folder.state)
    }
    #expect(code(restore) == .busy)
    store.close()
    #expect(try restore().keptAt != nil)
    #expect(try folder.store().show("dana").row.state == .alive)
  }

  @Test func `a bundle that is none, damaged, there already or locked is refused without effect`() throws {
    let store = try folder.store()
    try store.fill()
    try folder.write("note.txt", "Met Dana.\n")
    #expect(code { () throws(AfterwordError) in try AfterwordStore.verify(folder.file("note.txt")) } == .badBundle)
    #expect(code { () throws(AfterwordError) in try AfterwordStore.verify(folder.file("none")) } == .disk)
    _ = try store.export(to: folder.file("b.afterword"))
    #expect(code { () throws(AfterwordError) in try store.export(to: folder.file("note.txt")) } == .exists)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("b.afterword")))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: folder.file("b.afterword")))
    let other = try folder.store("other.sqlite")
    #expect(
      code { () throws(AfterwordError) in try other.importBundles(at: [folder.file("b.afterword")]) } == .badBundle)
    #expect(
      code { () throws(AfterwordError) in try store.export(to: folder.file("d"), encryption: .recipients) } == .noKey)
    _ = try store.makeKey()
    #expect(code { () throws(AfterwordError) in try store.makeKey() } == .exists)
    _ = try store.export(to: folder.file("c.age"), encryption: .recipients)
    let elsewhere = folder.file("elsewhere")
    #expect(
      code { () throws(AfterwordError) in try AfterwordStore.verify(folder.file("c.age"), stateFolder: elsewhere) }
        == .noKey)
    #expect(code { () throws(AfterwordError) in try other.sync(with: folder.file("none")) } == .disk)
    #expect(code { () throws(AfterwordError) in try other.sync(with: folder.path) } == .needsEncryptionChoice)
    #expect(code { () throws(AfterwordError) in try other.sync() } == .nothingAsked)
    #expect(try other.list("person").isEmpty)
  }

  @Test func `another's store is mixed in only with consent`() throws {
    let store = try folder.store()
    try store.fill()
    _ = try store.export(to: folder.file("b.afterword"))
    let other = try folder.store("other.sqlite")
    _ = try other.add("person", ["name": .text("Ola Brask")])
    #expect(
      code { () throws(AfterwordError) in try other.importBundles(at: [folder.file("b.afterword")]) } == .needsConsent)
    #expect(try other.list("person").count == 1)
  }

  @Test func `a task that is cancelled between two files stops with what was committed before`() async throws {
    let store = try folder.store()
    for number in 0..<3 { try folder.write("\(number).txt", "Firm \(number), 18 March 2026\nMet Ola Brask there.\n") }
    let paths = [0, 1, 2].map { folder.file("\($0).txt") }
    let task = Task {
      try store.importNotes(at: paths) { done, _ in
        if done == 1 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    let result = await task.result
    #expect(throws: AfterwordError.self) { try result.get() }
    if case .failure(let error) = result { #expect((error as? AfterwordError)?.code == .cancelled) }
    #expect(try store.list("documents").isEmpty)
    #expect(try store.importNotes(at: [folder.file("0.txt")]).files.count == 1)
  }

  @Test func `a call from within a closure of the same store is told that it is busy`() throws {
    let store = try folder.store()
    try folder.write("0.txt", "Firm, 18 March 2026\nMet Ola Brask there.\n")
    let seen = Seen()
    _ = try store.importNotes(at: [folder.file("0.txt")]) { _, _ in
      do throws(AfterwordError) { _ = try store.today() } catch { seen.code = error.code }
    }
    #expect(seen.code == .busy)
    #expect(try store.list("documents").count == 1)
  }

  /// Written and read on one thread.
  private final class Seen: @unchecked Sendable { var code: AfterwordError.Code? }
}
