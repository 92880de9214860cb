package import BundleFile
import Merge
import Model

extension Store {
  /// Checks a whole bundle file without a store: sums, hashes, counts.
  package static func verify(_ path: String) throws -> BundleReport {
    try BundleReader.read(try InputFile(path).source())
  }

  /// Merges a bundle file: verifies all of it first, then takes it in within one transaction while hashing it again.
  ///
  /// - Throws: `BundleError` for a file that is damaged or no bundle; `ImportStop`; `StoreError`. Then nothing was changed.
  package func importBundle(_ path: String, consent: ImportConsent) throws -> ImportReport {
    let file = try InputFile(path)
    let verified = try BundleReader.read(file.source())
    guard verified.head.kind != .redacted else { throw BundleRefusal.redacted(path) }
    return try receive(consent: consent) { take in
      let again = try BundleReader.read(file.source(), transaction: take)
      guard again.contentID == verified.contentID else { throw BundleRefusal.changedWhileReading(path) }
    }
  }
}

/// Why a sound bundle is not taken in.
package enum BundleRefusal: Error, Equatable, CustomStringConvertible {
  case redacted(String)
  case changedWhileReading(String)

  package var description: String {
    switch self {
    case .redacted(let path):
      "\(path) is a redacted copy for other readers: names are replaced, so it cannot be merged."
    case .changedWhileReading(let path): "\(path) changed while it was read. Nothing was changed; try again."
    }
  }
}
