package import BundleFile

/// Why a file is not taken as a bundle. Nothing was changed.
package enum BundleRefusal: Error, Equatable {
  /// Damaged, incomplete, of a newer version, or no bundle.
  case faulty(path: String, BundleError)
  case otherForm(path: String, FileForm)
  case redacted(path: String)
  /// Only part of a store, where the whole is needed.
  case part(path: String)
  case changedWhileReading(path: String)
  /// Transactions in it wait for others that it does not hold, or what was read back differs.
  case doesNotRestore(path: String, why: String)
}

extension BundleRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .faulty(let path, let error): "\(path): \(error)"
    case .otherForm(let path, let form): "\(path) \(Self.explanation(form, path))"
    case .redacted(let path):
      "\(path) is a redacted copy for other readers: names are replaced, so it cannot be merged or restored."
    case .part(let path):
      "\(path) holds only part of a store: the changes that another machine lacked. `afterword import \(path)` merges it."
    case .changedWhileReading(let path): "\(path) changed while it was read. Nothing was changed; try again."
    case .doesNotRestore(let path, let why):
      "\(path) was not restored: \(why). Nothing was changed; `afterword verify \(path)` checks the file."
    }
  }

  private static func explanation(_ form: FileForm, _ path: String) -> String {
    switch form {
    case .database: "is a SQLite file, not a bundle. A store is named with --store; `afterword export` makes a bundle."
    case .empty: "is empty: not a bundle. Copy it again."
    case .bundle, .encryptedBundle, .other:
      "is not a bundle. `afterword import \(path)` reads notes; `afterword export` makes a bundle."
    }
  }
}
