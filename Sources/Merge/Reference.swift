public import Model

/// One store on one machine until in doubt (MERGE.md, *Names*): 16 random bytes.
public struct Incarnation: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let id: RowID

  public init(_ id: RowID) { self.id = id }

  public static func < (left: Incarnation, right: Incarnation) -> Bool { left.id < right.id }
  public var description: String { id.description }
}

/// The hash that chains a transaction to its predecessor: 32 bytes of SHA-256, of which 8 travel in references.
public struct ChainHash: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let bytes: [UInt8]

  /// Exactly 32 bytes, else nil.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// For 32 bytes that a digest has just returned.
  init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// The first 8 bytes as a big-endian number: what references carry.
  public var short: UInt64 { UInt64(bigEndian: bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }) }

  public static func < (left: ChainHash, right: ChainHash) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// 64 hexadecimal digits.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Names a change, or the end of a transaction, across machines and forks: incarnation, sequence number and the short
/// hash of the transaction that holds it, so that a fork can never be confused with its twin.
public struct Reference: Hashable, Comparable, Sendable {
  public let incarnation: Incarnation
  /// From 1, without gaps.
  public let seq: Int
  public let hash: UInt64

  public init(incarnation: Incarnation, seq: Int, hash: UInt64) {
    self.incarnation = incarnation
    self.seq = seq
    self.hash = hash
  }

  public static func < (left: Reference, right: Reference) -> Bool {
    (left.incarnation, left.seq, left.hash) < (right.incarnation, right.seq, right.hash)
  }
}
