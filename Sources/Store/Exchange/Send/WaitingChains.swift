import BundleFile
import GRDB
import Merge
import Model

/// The transactions that wait (MERGE.md, *closed*), as the chains they form; without their changes.
struct WaitingChains {
  private struct Link {
    let incarnation: Incarnation
    let first: Int
    let last: Int
    let previous: ChainHash?
  }

  private let links: [ChainHash: Link]

  init(_ db: Database) throws {
    var links: [ChainHash: Link] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT hash, incarnation, first, last, previous FROM pending")
    while let row = try rows.next() {
      guard let hash = ChainHash(row.bytes("hash")), let id = RowID(row.bytes("incarnation"))
      else { throw StoreError.damaged("a waiting transaction cannot be read") }
      links[hash] = Link(
        incarnation: Incarnation(id), first: try row.number("first"), last: try row.number("last"),
        previous: Database.bytes(row["previous"]).flatMap { ChainHash($0) })
    }
    self.links = links
  }

  var all: Set<ChainHash> { Set(links.keys) }

  /// The end of a range, as far back as it waits here.
  struct Tail {
    /// The last transaction first.
    var hashes: [ChainHash] = []
    /// The part of the range before them; nil where they begin it.
    var rest: StreamRange?
  }

  /// Nil where the range's last transaction does not wait here.
  func tail(of range: StreamRange) -> Tail? {
    var tail = Tail(rest: range)
    while let rest = tail.rest, let link = links[rest.end], link.incarnation == range.incarnation,
      link.last == rest.last, link.first >= range.first
    {
      tail.hashes.append(rest.end)
      tail.rest = link.previous.flatMap { previous in
        link.first == range.first
          ? nil
          : StreamRange(
            incarnation: range.incarnation, first: range.first, last: link.first - 1, before: range.before,
            end: previous)
      }
    }
    return tail.hashes.isEmpty ? nil : tail
  }

  /// The hashes of the transactions that lead to this one as far as they wait, its own and that of the one before them among
  /// them; none where it does not wait.
  func chain(to end: ChainHash) -> Set<ChainHash> {
    guard links[end] != nil else { return [] }
    var chain: Set<ChainHash> = []
    var next: ChainHash? = end
    while let hash = next, chain.insert(hash).inserted { next = links[hash]?.previous }
    return chain
  }

  /// These transactions, each chain of them a stretch; of branches, the one with the least hash goes on.
  func stretches(of hashes: Set<ChainHash>) -> [Stretch] {
    let ordered = hashes.compactMap { hash in links[hash].map { (hash: hash, link: $0) } }
      .sorted { ($0.link.first, $0.hash) < ($1.link.first, $1.hash) }
    var chains: [ChainHash: (range: StreamRange, hashes: [ChainHash])] = [:]
    for (hash, link) in ordered {
      var chain =
        link.previous.flatMap { chains.removeValue(forKey: $0) }
        ?? (
          StreamRange(
            incarnation: link.incarnation, first: link.first, last: link.last, before: link.previous, end: hash), []
        )
      (chain.range.last, chain.range.end) = (link.last, hash)
      chain.hashes.append(hash)
      chains[hash] = chain
    }
    return chains.values.map { Stretch(range: $0.range, source: .waiting($0.hashes)) }
  }
}
