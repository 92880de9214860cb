/// A stretch of a text, counted in Unicode scalars, end exclusive.
package struct TextSpan: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  package var length: Int { end - start }
  package var isEmpty: Bool { end <= start }

  package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
  package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
}
