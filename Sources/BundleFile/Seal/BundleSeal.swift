package import Merge
import Model

/// What the last line says of who wrote it: signatures of machines. What they are of, a reader computes itself, so nothing
/// in a seal needs to be believed.
package struct BundleSeal: Hashable, Sendable {
  /// The end of one of the head's streams, signed by its author: all of the stream that leads to it, since its hash does.
  package struct Tip: Hashable, Sendable {
    /// Ordinal of the stream.
    package var stream: Int
    package var key: MachineKey
    package var signature: Signature

    package init(stream: Int, key: MachineKey, signature: Signature) {
      (self.stream, self.key, self.signature) = (stream, key, signature)
    }
  }

  /// The machine that made the bundle, which signs its content id.
  package struct Maker: Hashable, Sendable {
    package var key: MachineKey
    package var signature: Signature
  }

  package private(set) var maker: Maker?
  /// In order.
  package let certificates: [Certificate]
  /// In order of streams, at most one each.
  package let tips: [Tip]

  package init(tips: [Tip] = [], certificates: some Sequence<Certificate> = []) {
    self.tips = tips.sorted { $0.stream < $1.stream }
    self.certificates = certificates.sorted()
  }

  init(maker: Maker?, certificates: [Certificate], tips: [Tip]) {
    self.init(tips: tips, certificates: certificates)
    self.maker = maker
  }

  package var isEmpty: Bool { maker == nil && certificates.isEmpty && tips.isEmpty }

  /// The same, made by the holder of this key.
  package func signed(by key: SigningKey, contentID: String) throws -> BundleSeal {
    var seal = self
    seal.maker = Maker(key: key.machine, signature: try key.sign(Statement.bundle(contentID)))
    return seal
  }

  /// Who made the bundle of this content; nil where nobody says so, or untruly.
  package func maker(of contentID: String) -> MachineKey? {
    maker.flatMap { $0.key.holds($0.signature, of: Statement.bundle(contentID)) ? $0.key : nil }
  }

  /// Who signed this stream of the head's; nil where nobody did, or untruly.
  package func signer(ofStream ordinal: Int, _ range: StreamRange) -> TipSignature? {
    tips.first { $0.stream == ordinal }.flatMap { TipSignature(range, $0.key, $0.signature) }
  }
}

/// A signature of a stream's end that was checked.
package struct TipSignature: Hashable, Sendable {
  package let incarnation: Incarnation
  /// Sequence number of the last change.
  package let seq: Int
  package let hash: ChainHash
  package let key: MachineKey
  package let signature: Signature

  /// Nil where the signature is none of this end.
  package init?(incarnation: Incarnation, seq: Int, hash: ChainHash, key: MachineKey, signature: Signature) {
    guard key.holds(signature, of: Statement.tip(incarnation, seq, hash)) else { return nil }
    self.init(incarnation, seq, hash, key, signature)
  }

  fileprivate init?(_ range: StreamRange, _ key: MachineKey, _ signature: Signature) {
    self.init(incarnation: range.incarnation, seq: range.last, hash: range.end, key: key, signature: signature)
  }

  package init(incarnation: Incarnation, seq: Int, hash: ChainHash, signedBy key: SigningKey) throws {
    self.init(incarnation, seq, hash, key.machine, try key.sign(Statement.tip(incarnation, seq, hash)))
  }

  private init(
    _ incarnation: Incarnation, _ seq: Int, _ hash: ChainHash, _ key: MachineKey, _ signature: Signature
  ) {
    (self.incarnation, self.seq, self.hash, self.key, self.signature) = (incarnation, seq, hash, key, signature)
  }
}

/// One machine's word on another's key.
package struct Certificate: Hashable, Comparable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// It is one of ours.
    case vouch = "v"
    /// It is not to be heeded any more.
    case revoke = "r"
  }

  package let kind: Kind
  package let key: MachineKey
  package let by: MachineKey
  package let signature: Signature

  init(_ kind: Kind, of key: MachineKey, by: MachineKey, signature: Signature) {
    (self.kind, self.key, self.by, self.signature) = (kind, key, by, signature)
  }

  /// One that was checked when it came.
  package init(kept kind: Kind, of key: MachineKey, by: MachineKey, signature: Signature) {
    self.init(kind, of: key, by: by, signature: signature)
  }

  /// Nil where the signature is none of this word.
  package init?(checking kind: Kind, of key: MachineKey, by: MachineKey, signature: Signature) {
    self.init(kind, of: key, by: by, signature: signature)
    guard isSound else { return nil }
  }

  package init(_ kind: Kind, of key: MachineKey, signedBy signer: SigningKey) throws {
    self.init(kind, of: key, by: signer.machine, signature: try signer.sign(Statement.certificate(kind, key)))
  }

  /// Whether it was signed by whom it names.
  package var isSound: Bool { by.holds(signature, of: Statement.certificate(kind, key)) }

  package static func < (left: Self, right: Self) -> Bool {
    (left.key, left.by, left.kind.rawValue, left.signature) < (
      right.key, right.by, right.kind.rawValue, right.signature
    )
  }
}

/// The bytes that are signed (FORMAT.md §6).
private enum Statement {
  static func tip(_ incarnation: Incarnation, _ seq: Int, _ hash: ChainHash) -> [UInt8] {
    Array("afterword tip 1\n".utf8) + incarnation.id.bytes
      + withUnsafeBytes(of: UInt64(seq).bigEndian) { Array($0) } + hash.bytes
  }

  static func bundle(_ contentID: String) -> [UInt8] { Array("afterword bundle 1\n\(contentID)\n".utf8) }

  static func certificate(_ kind: Certificate.Kind, _ key: MachineKey) -> [UInt8] {
    switch kind {
    case .vouch: Array("afterword vouch 1\n".utf8) + key.bytes
    case .revoke: Array("afterword revoke 1\n".utf8) + key.bytes
    }
  }
}
