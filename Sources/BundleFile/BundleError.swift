/// Where in a bundle something is wrong.
package struct Place: Hashable, Sendable, CustomStringConvertible {
  /// Line of the text, from 1; nil in the container.
  package var line: Int?
  /// Byte of the text, or of the file where no line is given, from 0.
  package var byte: Int

  package init(line: Int? = nil, byte: Int) {
    self.line = line
    self.byte = byte
  }

  package var description: String {
    line.map { "line \($0), byte \(byte) of the text" } ?? "byte \(byte) of the file"
  }
}

/// All that can be wrong with a bundle or the file that holds it. `description` is a sentence for people: what, where and
/// what to do.
package enum BundleError: Error, Hashable, Sendable {
  /// The file begins like something else; `what` says like what.
  case notABundle(what: String)
  /// The bytes end before the bundle does.
  case incomplete(Place)
  /// The container's or the text's own sums do not hold.
  case damaged(Place, what: String)
  /// The text is not in the one form a bundle has.
  case notCanonical(Place, what: String)
  /// The text is well formed, but what it says cannot be.
  case inconsistent(Place, what: String)
  /// More than the reader takes; `Limits` lists them.
  case tooLarge(Place, what: String)
  case newerVersion(Int)
  case unknownFeature(String)
  /// A change that no bundle can carry; nothing was written.
  case notWritable(what: String)
  /// A file operation failed; `code` is its errno, 0 where the file itself is the reason.
  case file(path: String, what: String, code: Int32)
  /// An encrypted file that cannot be opened; `what` says why.
  case encryption(what: String)
  /// Encrypted for keys, none of which was given.
  case noMatchingKey
  /// Locked with a passphrase; the one given is wrong, or none was given.
  case wrongPassphrase
}

extension BundleError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notABundle(let what):
      "This is not a bundle: \(what). A bundle is made by `afterword export`."
    case .incomplete(let place):
      "The bundle is not complete: it ends at \(place) without its last line. Copy it again, or wait until it has "
        + "arrived whole; `afterword salvage` shows what is proven good."
    case .damaged(let place, let what):
      "The bundle is damaged at \(place): \(what). Use another copy; `afterword salvage` shows what is proven good."
    case .notCanonical(let place, let what):
      "The bundle's text is not as it was written, at \(place): \(what). A text edited by hand cannot be read; use "
        + "the original file."
    case .inconsistent(let place, let what):
      "The bundle contradicts itself at \(place): \(what). Use another copy, or export it again where it was made."
    case .tooLarge(let place, let what):
      "The bundle goes beyond what is read, at \(place): \(what). No export makes such a file; ask where it came from."
    case .newerVersion(let version):
      "The bundle is of format version \(version), and this program reads version \(HeadLine.version): it was made by "
        + "a newer version. Update this program to read it."
    case .unknownFeature(let name):
      "The bundle needs the feature “\(name)”, which this version does not know. Update this program to read it."
    case .notWritable(let what):
      "Nothing was written: \(what)."
    case .file(let path, let what, _):
      "\(path): \(what)"
    case .encryption(let what):
      "The encrypted file cannot be opened: \(what)."
    case .noMatchingKey:
      "None of the keys here opens this file: it was encrypted for other recipients. Another key is given with "
        + "--identity FILE."
    case .wrongPassphrase:
      "This file is locked with a passphrase, and the passphrase is wrong or was not given. It is asked for on a "
        + "terminal; elsewhere --passphrase-fd NUMBER gives it."
    }
  }
}
