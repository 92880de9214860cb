package import BundleFile

/// Why a file is not taken as a bundle. Nothing was changed.
package enum BundleRefusal: Error, Equatable {
  /// Damaged, incomplete, of a newer version, or no bundle.
  case faulty(path: String, BundleError)
  case redacted(path: String)
  /// Only part of a store, where the whole is needed.
  case part(path: String)
  case changedWhileReading(path: String)
  /// What was restored is not what the backup holds.
  case doesNotRestore(path: String)
  /// It says of a machine that one knows what that machine did not sign.
  case unproven(path: String, Unproven)
  /// It is not encrypted, and lies where everything is to be.
  case inTheOpen(path: String)
}

extension BundleRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .faulty(let path, let error): "\(path): \(error)"
    case .redacted(let path):
      "\(path) is a redacted copy for other readers: names are replaced, so it cannot be merged or restored."
    case .part(let path):
      "\(path) holds only part of a store: the changes that another machine lacked. `afterword import \(path)` merges it."
    case .changedWhileReading(let path): "\(path) changed while it was read. Nothing was changed; try again."
    case .unproven(let path, let why): "\(path): \(why)"
    case .inTheOpen(let path):
      "\(path) is not encrypted, though what is left there is. `afterword import \(path)` looks at it."
    case .doesNotRestore(let path):
      "\(path) was not restored: what came out differs from the backup. Nothing was changed; `afterword verify` checks it."
    }
  }
}
