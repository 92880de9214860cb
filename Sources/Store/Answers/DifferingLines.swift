import Model

/// What tells contents apart that are the bytes of a text: of each the lines that not all others have.
struct DifferingLines {
  private let lines: [[ArraySlice<UInt8>]]

  init(_ contents: [[UInt8]]) { lines = contents.map { Array(NoteLines($0)) } }

  /// One line for each content; nil where only line ends, blank lines or the order differ.
  var texts: [String]? {
    let texts = lines.indices.map(text)
    return texts.allSatisfy(\.isEmpty) ? nil : texts.map { $0.isEmpty ? "(nothing)" : $0 }
  }

  private func text(_ index: Int) -> String {
    let others = lines.indices.filter { $0 != index }.map { Set(lines[$0]) }
    return lines[index].filter { line in others.contains { !$0.contains(line) } }
      .map { String(decoding: $0, as: UTF8.self).trimmingPrefix { $0 == " " || $0 == "\t" } }
      .joined(separator: " / ")
  }
}
