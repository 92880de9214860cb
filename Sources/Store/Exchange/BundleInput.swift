package import BundleFile
import Crypto
package import Merge

/// What may open an encrypted bundle.
package struct Unlocking {
  package var identities: [AgeIdentity]
  /// Asked for when the file is locked with one; nil where nobody can be asked.
  package var passphrase: () throws -> String?

  package init(identities: [AgeIdentity] = [], passphrase: @escaping () throws -> String? = { nil }) {
    self.identities = identities
    self.passphrase = passphrase
  }
}

/// A bundle file that somebody named, opened once and read as often as needed.
package struct BundleInput {
  package let path: String
  private let file: OpenedBundle
  /// Told, while it is read, of the changes read so far and how many there are.
  package var progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }

  /// - Throws: `BundleRefusal.faulty` for what is no bundle or cannot be decrypted; `BundleError.file` where it cannot be read.
  package init(
    _ path: String, links: InputFile.Links = .follow, unlocking: Unlocking = Unlocking(),
    container: ContainerRule = .strict
  ) throws {
    self.path = path
    file = try BundleInput.named(path) {
      let first = try OpenedBundle(path, links: links, unlock: .identities(unlocking.identities), container: container)
      guard first.kind == .encrypted else { return first }
      do {
        _ = try first.head()
        return first
      } catch BundleError.wrongPassphrase {
        guard let passphrase = try unlocking.passphrase() else { throw BundleError.wrongPassphrase }
        return try OpenedBundle(path, links: links, unlock: .passphrase(passphrase), container: container)
      }
    }
  }

  package var isEncrypted: Bool { file.kind == .encrypted }
  /// Bytes of the file.
  package var size: Int { file.file.size }

  /// Checks all of it and gives its transactions while doing so.
  ///
  /// - Throws: `BundleRefusal.faulty`; what `transaction` throws.
  package func read(_ transaction: (Transaction) throws -> Void = { _ in }) throws -> BundleReport {
    try named {
      var total = 0
      var done = 0
      return try file.read(head: { total = $0.changes }) {
        try transaction($0)
        done += $0.changes.count
        progress(done, total)
      }
    }
  }

  /// What it says of itself, unproven.
  package func head() throws -> BundleHead { try named { try file.head() } }

  /// Checks all sums, which prove that the bytes are those that were written, without looking at the changes.
  package func checkSums() throws -> BundleSums { try named { try file.checkSums() } }

  /// SHA-256 of the file as it lies there.
  func fileHash() throws -> [UInt8] {
    let source = file.file.source()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var sum = SHA256()
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source($0) }
      if count == 0 { return Array(sum.finalize()) }
      sum.update(data: buffer[..<count])
    }
  }

  /// Gives every transaction that is proven good, apart those behind a gap, and says what was lost.
  package func salvage(
    _ transaction: (Transaction) throws -> Void = { _ in }, loose: (LooseTransaction) throws -> Void = { _ in }
  ) throws -> SalvageReport {
    try named { try file.salvage(transaction: transaction, loose: loose) }
  }

  private func named<T>(_ body: () throws -> T) throws -> T { try BundleInput.named(path, body) }

  /// Faults of the content with the file's name; those of the file itself have it already.
  private static func named<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as BundleError {
      if case .file = error { throw error }
      throw BundleRefusal.faulty(path: path, error)
    }
  }
}

extension BundleHead {
  /// How many changes its ranges hold.
  package var changes: Int { streams.reduce(0) { $0 + $1.last - $1.first + 1 } }
}

extension FileKind {
  /// What the file at this path is; nil where no regular file can be read there, which whoever reads it says better.
  package static func of(path: String) -> FileKind? {
    guard let file = try? InputFile(path), let bytes = try? file.prefix(prefixLength) else { return nil }
    return FileKind(bytes)
  }

  package var isBundle: Bool { self != .other }
}
