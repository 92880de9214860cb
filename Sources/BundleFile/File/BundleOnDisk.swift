import Crypto
package import Merge

/// Writes a bundle into a file of its own.
package enum BundleOnDisk {
  /// How a bundle is packed.
  package struct Packing {
    package var level: CompressionLevel
    /// Whom it is encrypted for; nil for nobody.
    package var lock: AgeLock?
    /// Gives that many unpredictable bytes, for the encryption.
    package var random: (Int) -> [UInt8]

    package init(
      level: CompressionLevel = .normal, lock: AgeLock? = nil, random: @escaping (Int) -> [UInt8] = Randomness.bytes
    ) {
      self.level = level
      self.lock = lock
      self.random = random
    }
  }

  /// Writes the transactions that `transactions` hands over, in the order of the head's streams, and reads the file back
  /// through the ordinary reader before it gets its name. Throws `BundleError` or what the closure throws; then no file is
  /// left.
  ///
  /// - Parameters:
  ///   - finalName: see `SafeFile.write`.
  ///   - seal: see `BundleWriter.finish`.
  package static func write(
    _ head: BundleHead, to path: String, replace: Bool = false, packing: Packing = Packing(),
    finalName: ((BundleReport) -> String)? = nil, seal: (String) throws -> BundleSeal = { _ in BundleSeal() },
    transactions: ((Transaction) throws -> Void) throws -> Void
  ) throws -> BundleReport {
    var written: BundleReport?
    var key: SymmetricKey?
    return try SafeFile.write(to: path, replace: replace, finalName: finalName) { sink in
      let age = try packing.lock.map { try AgeWriter($0, random: packing.random, sink: sink) }
      key = age?.fileKey
      let writer = try BundleWriter(head, level: packing.level, sink: age?.write ?? sink)
      try transactions(writer.append)
      let report = try writer.finish(seal)
      try age?.finish()
      written = report
      return report
    } readBack: { source in
      let plain = try key.map { try AgeReader(source, fileKey: $0).read } ?? source
      guard try BundleReader.read(plain) == written else {
        throw BundleError.file(path: path, what: "what was read back is not what was written. Check the disk", code: 0)
      }
    }
  }
}

/// A bundle's file, opened once and read as often as needed.
package final class OpenedBundle {
  package let file: InputFile
  package let kind: FileKind
  private let unlock: AgeUnlock?
  let container: ContainerRule

  /// Opens the file and looks at its first bytes. Throws `BundleError.notABundle`, `.file`, or `.encryption` where it is
  /// encrypted and nothing to open it is given.
  package init(
    _ path: String, links: InputFile.Links = .follow, unlock: AgeUnlock? = nil, container: ContainerRule = .strict
  ) throws {
    file = try InputFile(path, links: links)
    let prefix = try file.prefix(FileKind.prefixLength)
    kind = FileKind(prefix)
    self.unlock = unlock
    self.container = container
    switch kind {
    case .bundle: break
    case .gzip where container == .lenient: break
    case .encrypted:
      if unlock == nil { throw BundleError.encryption(what: "it is encrypted; a key or a passphrase is needed") }
    default: throw BundleError.notABundle(what: FileKind.describe(prefix))
    }
  }

  /// Reads it from the first byte to the last; see `BundleReader`.
  package func read(
    head: (BundleHead) throws -> Void = { _ in }, transaction: (Transaction) throws -> Void = { _ in }
  ) throws -> BundleReport {
    try BundleReader.read(try plain(), container: container, head: head, transaction: transaction)
  }

  /// The compressed bytes, decrypted.
  func plain(_ damage: AgeReader.Damage = .isRefused) throws -> ByteSource {
    guard kind == .encrypted, let unlock else { return file.source() }
    return try AgeReader(file.source(), unlock, damage).read
  }
}
