/// Time zones beside a time: "CET", "pst", "UTC+2", "Eastern Time", "(BST)".
extension DateGrammar {
  /// The zone at a place, as written.
  func zone(_ index: Int) -> Part<String>? {
    let start = skipMark(index, "(")
    guard has(start, .zone), let name = token(start), isZoneName(name) else { return nil }
    var end = offset(start + 1) ?? start + 1
    if keyword(end, .time), !isMark(end + 1, ":") { end += 1 }
    let written = string(text[Int(name.start)..<Int(tokens[end - 1].end)])
    if start > index { return isMark(end, ")") ? Part(end: end + 1, value: written) : nil }
    return Part(end: end, value: written)
  }

  /// Short names that are words too ("est", "pt", "eastern") count in capitals only.
  private func isZoneName(_ name: Token) -> Bool {
    name.isAllCapital || !DateGrammar.ambiguousZones.contains(name.key) || name.isCapital && name.length > 3
  }

  /// "+2", "-05:00" after "UTC" or "GMT".
  private func offset(_ index: Int) -> Int? {
    guard keyword(index - 1, .utc, .gmt), isMark(index, "+", "-", "−"), isGlued(index), isGlued(index + 1),
      let hours = token(index + 1), hours.kind == .number, hours.length <= 4
    else { return nil }
    return isMark(index + 2, ":") && isGlued(index + 2) && token(index + 3)?.kind == .number ? index + 4 : index + 2
  }

  private static let ambiguousZones = WordSet(
    "est et ct mt pt wet ist eastern central pacific mountain")
}
