/// What another recogniser found: a stretch, in scalars of the text, and which sort of thing it is.
package struct Hint: Sendable {
  package var start: Int
  package var end: Int
  /// A number below 256 that says the sort; what it means is the caller's business.
  package var code: UInt8

  /// The sorts that are days.
  static let days: ClosedRange<UInt16> = 30...39

  package init(start: Int, end: Int, code: UInt8) {
    (self.start, self.end, self.code) = (start, end, code)
  }
}
