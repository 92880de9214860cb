import BundleFile
import HostileCorpus
import Testing

@Suite struct `What people are told` {
  private func opening(_ bytes: [UInt8]) -> String {
    let folder = TestFolder()
    folder.put("file", bytes: bytes)
    do {
      _ = try OpenedBundle(folder.path + "/file")
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `a file of another kind is called what it is`() throws {
    #expect(opening([]).contains("it is empty"))
    #expect(opening(Array("Met Dana on Tuesday.".utf8)).contains("afterword import"))
    #expect(opening(Array("SQLite format 3\u{0}".utf8)).contains("SQLite"))
    #expect(opening([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]).contains("--lenient"))
    #expect(opening(Array("PK\u{3}\u{4}".utf8)).contains("ZIP"))
    #expect(opening([0, 1, 2, 3]).contains("not a bundle"))
    #expect(opening(Array("age-encryption.org/v1\n".utf8)).contains("a key or a passphrase"))
  }

  @Test func `a fault says its line and the byte of the text`() throws {
    let line = TextBundle.tx("[\"f\",1.5]")
    let before = try #require(line.firstRange(of: "1.5")).lowerBound
    let offset = TextBundle.head.utf8.count + 1 + line.utf8.distance(from: line.startIndex, to: before) + 1
    let error = try #require(try TextBundle(TextBundle.head, line).fault())
    #expect(error == .notCanonical(Place(line: 2, byte: offset), what: "only whole numbers are allowed"))
    #expect(error.description.contains("line 2, byte \(offset) of the text"))
  }

  @Test func `a damaged block says where it begins`() throws {
    let (head, transactions) = try exampleBundle()
    var bytes = try written(head, transactions).bytes
    bytes[100] ^= 1
    let expected = BundleError.damaged(Place(byte: 0), what: "a block does not hold what its sums say")
    #expect(throws: expected) { try read(bytes) }
  }

  @Test func `missing changes are named by number`() throws {
    let error = try #require(try TextBundle(TextBundle.head).fault())
    #expect(error.description.contains("changes 1–100"))
  }
}
