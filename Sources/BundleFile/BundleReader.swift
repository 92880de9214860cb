package import Merge

/// How the container is read.
package enum ContainerRule: Sendable {
  /// Blocks exactly as the writer makes them.
  case strict
  /// Any gzip file around the same text, as other tools pack it anew.
  case lenient
}

/// Reads a bundle from its first byte to its last and checks all of it: container, text, sums, chain hashes, counts.
///
/// The closures are called while reading, before the end has been verified: whoever keeps what they get does so in a
/// transaction of its own, and undoes it when `read` throws.
package enum BundleReader {
  /// Throws a `BundleError`, or what a closure throws.
  package static func read(
    _ source: @escaping ByteSource, container: ContainerRule = .strict,
    head: (BundleHead) throws -> Void = { _ in }, transaction: (Transaction) throws -> Void = { _ in }
  ) throws -> BundleReport {
    var text = TextReader()
    try text.read(lines(source, container), head: head, transaction: transaction)
    return try text.report()
  }

  static func lines(_ source: @escaping ByteSource, _ container: ContainerRule) -> LineReader {
    switch container {
    case .strict: LineReader(BGZFReader(source).next)
    case .lenient: LineReader(GzipReader(source).next)
    }
  }
}
