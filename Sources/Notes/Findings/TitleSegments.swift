/// A title line cut into what it names.
extension NoteScanner {
  // MARK: - Segments

  static let joints = WordSet("at with bei chez for re als pour mit from von für avec by")

  /// The stretches between separators, outside date phrases: ",", ":", spaced dashes, "/", "|", ".", wide gaps, and the
  /// words "at", "with", "for".
  func segments(of span: TextSpan, without matches: [DateMatch]) -> [TextSpan] {
    let slice = tokens(in: span)
    var out = [TextSpan]()
    var start: Int?
    var nextMatch = 0
    func close(_ end: Int?) {
      if let start, let end, end >= start, let piece = self.span(of: slice[start...end]) { out.append(piece) }
    }
    for place in slice.indices {
      let token = slice[place]
      // Both are in text order.
      while nextMatch < matches.count, matches[nextMatch].span.end <= Int(token.start) { nextMatch += 1 }
      if nextMatch < matches.count, matches[nextMatch].span.overlaps(token.span) {
        close(place - 1 >= slice.startIndex && start != nil ? place - 1 : nil)
        start = nil
        continue
      }
      let isGap =
        place > slice.startIndex
        && (token.start - slice[place - 1].end >= 2
          || token.start > slice[place - 1].end && text[Int(slice[place - 1].end)] == "\t")
      if isGap, start != nil {
        close(place - 1)
        start = place
      }
      if isSeparator(place, slice) {
        close(place - 1 >= slice.startIndex && start != nil ? place - 1 : nil)
        start = token.kind == .word ? place : nil
        continue
      }
      if start == nil { start = place }
    }
    close(slice.endIndex - 1)
    return out.map { text.trimmed($0) }.filter { !$0.isEmpty }
  }

  private func isSeparator(_ place: Int, _ slice: ArraySlice<Token>) -> Bool {
    let token = slice[place]
    let next: Token? = slice.indices.contains(place + 1) ? slice[place + 1] : nil
    if token.kind == .word {
      if token.word.keyword == .w, let next, next.isMark("/") || next.isCapital { return true }
      return place > slice.startIndex && NoteScanner.joints.contains(token.key) && !token.isCapital
    }
    guard token.kind == .mark else { return false }
    if isDashOrArrow(place, slice) { return true }
    if token.isMark("/") { return token.isSpaced }
    if token.isMark(".") || token.isMark(":") || token.isMark("!") || token.isMark("?") || token.isMark(",")
      || token.isMark(";")
    {
      return next?.isSpaced ?? true || token.isMark("!")
    }
    return token.isMark("|") || token.isMark("·") || token.isMark("@") || token.isMark("[") || token.isMark("]")
      || token.isMark("(") || token.isMark(")") || token.isMark("•") || token.isMark("<") || token.isMark(">")
      || token.isMark("#") || token.isMark("*") || token.isMark("~") || token.key > 0x2190 && token.kind == .mark
  }
}
