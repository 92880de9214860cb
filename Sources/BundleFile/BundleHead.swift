package import Merge

/// What a bundle is for.
package enum BundleKind: String, Sendable {
  /// All changes its store holds.
  case backup
  /// The ranges a peer lacks.
  case delta
  /// For a reader outside: names replaced, fresh identities; no store takes it in.
  case redacted
}

/// The changes `first`...`last` of one stream. An incarnation that forked has several streams.
package struct StreamRange: Hashable, Sendable {
  package var incarnation: Incarnation
  /// Sequence number of the first change carried.
  package var first: Int
  /// Sequence number of the last change carried, which ends a transaction.
  package var last: Int
  /// Chain hash of the transaction before `first`; nil exactly where `first` is 1.
  package var before: ChainHash?
  /// Chain hash of the transaction that ends with `last`.
  package var end: ChainHash

  package init(incarnation: Incarnation, first: Int, last: Int, before: ChainHash?, end: ChainHash) {
    self.incarnation = incarnation
    self.first = first
    self.last = last
    self.before = before
    self.end = end
  }
}

/// An incarnation that continues another (MERGE.md, *Copies, restores, forks*).
package struct Descent: Hashable, Sendable {
  package var incarnation: Incarnation
  /// The position it was taken from.
  package var parent: Reference

  package init(incarnation: Incarnation, parent: Reference) {
    self.incarnation = incarnation
    self.parent = parent
  }
}

/// What a bundle says of itself before its changes. No clock, host, user or path.
package struct BundleHead: Hashable, Sendable {
  package var kind: BundleKind
  /// In the order in which their transactions follow: by incarnation, first change, then end hash.
  package var streams: [StreamRange]
  /// By incarnation.
  package var parents: [Descent]
  /// Whether it may carry transactions from which something was erased: what a reader must know of.
  package var hasErased: Bool
  /// Whether the last line may hold signatures: what a reader must know of.
  package var isSealed: Bool

  package init(
    kind: BundleKind, streams: [StreamRange], parents: [Descent] = [], hasErased: Bool = false, isSealed: Bool = false
  ) {
    self.kind = kind
    self.hasErased = hasErased
    self.isSealed = isSealed
    self.streams = streams.sorted {
      ($0.incarnation, $0.first, $0.end) < ($1.incarnation, $1.first, $1.end)
    }
    self.parents = parents.sorted { ($0.incarnation, $0.parent) < ($1.incarnation, $1.parent) }
  }
}

/// How many changes of a kind a bundle holds.
package struct KindCount: Hashable, Sendable {
  package var kind: String
  package var changes: Int
}

/// What a whole bundle was found or written to hold.
package struct BundleReport: Hashable, Sendable {
  package var head: BundleHead
  /// SHA-256 of all text before the end line, in 64 hexadecimal digits: the content id.
  package var contentID: String
  package var transactions: Int
  /// By kind name, in byte order.
  package var counts: [KindCount]
  /// Bytes of text before the end line.
  package var bytes: Int
  /// Who says that he wrote it. The content id does not depend on it.
  package var seal = BundleSeal()

  package var changes: Int { counts.reduce(0) { $0 + $1.changes } }
}
