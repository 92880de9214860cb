/// Why nothing of a bundle is taken, as a sentence that names the machine.
package enum Unproven: Error, Equatable {
  /// Changes of a machine that signs what it writes, without its signature.
  case unsigned(String, ClosedRange<Int>)
  /// Machines never met that each sign as the same one.
  case contested(String)
  /// Something is said to be forgotten that no known machine says so of.
  case erased(String)
  /// All that is new was written with a key that is revoked.
  case revoked(String)
}

extension Unproven: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unsigned(let name, let changes):
      "It says that \(name) wrote changes \(changes.lowerBound) to \(changes.upperBound), which \(name) has not signed. "
        + "Nothing of it was taken in; a sound file comes with the next `afterword sync` of \(name)."
    case .contested(let name):
      "Another file that came with it says of somebody else that he is \(name). Nothing of it was taken in."
    case .erased(let name):
      "It says that something \(name) wrote is forgotten, and no machine that this one knows says so. Nothing of it was "
        + "taken in."
    case .revoked(let name):
      "What is new in it was written with a key of \(name) that is revoked. Nothing of it was taken in."
    }
  }
}
