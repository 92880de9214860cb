import CNotesData

/// The named characters of HTML, as the WHATWG lists them.
enum HTMLEntities {
  /// The scalars of a name without "&" and ";"; nil for a name that is none.
  static func scalars(_ name: String) -> [Unicode.Scalar]? { table[name] }

  private static let table: [String: [Unicode.Scalar]] = {
    var out = [String: [Unicode.Scalar]](minimumCapacity: 2200)
    for line in WordFile.lines(notes_entities()) {
      let parts = line.split(separator: " ")
      out[String(parts[0])] = parts.dropFirst().compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
    }
    return out
  }()
}
