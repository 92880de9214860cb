package import Merge

/// The units of a text by the executable model's words: lines, and of a line over 200 characters its sentences, the matches
/// of `.+?(?:[.!?] +|$)`.
package enum SlowTextUnits {
  package static func units(_ text: String) -> [TextUnit] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.count > 200 ? sentences(Array(line)) : [unit(Array(line), endsLine: true)]
    }
  }

  private static func sentences(_ line: [Unicode.Scalar]) -> [TextUnit] {
    var (units, rest): ([TextUnit], ArraySlice<Unicode.Scalar>) = ([], line[...])
    while !rest.isEmpty {
      let stop = rest.indices.dropFirst().first { index in
        [".", "!", "?"].contains(rest[index]) && index + 1 < rest.endIndex && rest[index + 1] == " "
      }
      let end = stop.map { stop in rest[(stop + 1)...].firstIndex { $0 != " " } ?? rest.endIndex } ?? rest.endIndex
      units.append(unit(Array(rest[..<end]), endsLine: end == rest.endIndex))
      rest = rest[end...]
    }
    return units
  }

  private static func unit(_ scalars: [Unicode.Scalar], endsLine: Bool) -> TextUnit {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return TextUnit(ArraySlice(Array(String(text).utf8)), endsLine: endsLine)
  }
}
