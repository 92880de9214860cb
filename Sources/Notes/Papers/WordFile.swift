import CNotesData

/// A list of words that ships with the program: sections in square brackets, one phrase a line, "#" before a remark.
struct WordFile {
  enum Name {
    case stages, columns, mail, meetings, touches, zones
  }

  /// In the order of the file; a section's name and the words behind it.
  private(set) var sections: [(name: String, lines: [String])] = []

  init(_ name: Name) {
    let data =
      switch name {
      case .stages: notes_stages()
      case .columns: notes_columns()
      case .mail: notes_mail()
      case .meetings: notes_meetings()
      case .touches: notes_touches()
      case .zones: notes_zones()
      }
    for line in WordFile.lines(data) where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        sections.append((String(line.dropFirst().dropLast()), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(String(line))
      }
    }
  }

  /// The lines of all sections of a name.
  subscript(name: String) -> Set<String> {
    Set(sections.filter { $0.name == name }.flatMap(\.lines))
  }

  static func lines(_ data: notes_data) -> [Substring] {
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.size)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
