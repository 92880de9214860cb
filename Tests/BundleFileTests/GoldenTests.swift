import BundleFile
import Glibc
import Merge
import Model
import Testing

/// Bundles as version 1 of the format writes them. Every later version must read them.
@Suite struct `Golden bundles` {
  private static let folder = repositoryRoot + "/Fixtures/Bundles"

  /// What the files were made of: the format page's example, and a random history with a fork and a blob.
  private func contents() throws -> [(name: String, head: BundleHead, transactions: [Transaction])] {
    let example = try exampleBundle()
    var maker = HistoryMaker(seed: 1)
    let machine = Incarnation(maker.id())
    maker.addStream(transactions: 12, incarnation: machine)
    let fork = maker.transactions[5]
    maker.addStream(transactions: 4, incarnation: machine, after: (fork.last, fork.hash))
    let large = (0..<80_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
    let blob = Transaction(
      incarnation: Incarnation(maker.id()), first: 1, previous: nil, context: [], wall: 0, command: "import scan.pdf",
      changes: [Change(maker.subject(), "content", .set(.bytes(large)))])
    maker.addStream(of: blob)
    let history = maker.bundle()
    return [
      ("v1-example.afterword", example.head, example.transactions),
      ("v1-history.afterword", history.head, history.transactions),
    ]
  }

  @Test func `they are read as what they were made of`() throws {
    for (name, head, transactions) in try contents() {
      let path = Self.folder + "/" + name
      if getenv("AFTERWORD_RECORD") != nil { try record(path, head, transactions) }
      let opened = try OpenedBundle(path)
      var found: [Transaction] = []
      let report = try opened.read(transaction: { found.append($0) })
      #expect(report.head == head)
      #expect(found == transactions)
    }
  }

  @Test func `writing them again gives the same text, and with the same zlib the same bytes`() throws {
    for (name, head, transactions) in try contents() {
      let opened = try OpenedBundle(Self.folder + "/" + name)
      let golden = try opened.file.prefix(opened.file.size)
      let again = try written(head, transactions)
      #expect(try again.report.contentID == opened.read().contentID)
      if again.bytes != golden { print("\(name): the same text, packed differently: another zlib than 1.2.13") }
    }
  }

  private func record(_ path: String, _ head: BundleHead, _ transactions: [Transaction]) throws {
    _ = try BundleOnDisk.write(head, to: path, replace: true) { append in
      for transaction in transactions { try append(transaction) }
    }
  }
}
