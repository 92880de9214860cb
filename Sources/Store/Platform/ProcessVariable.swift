import Foundation

/// The variables of the process; an empty one counts as unset.
package enum ProcessVariable {
  package static subscript(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
