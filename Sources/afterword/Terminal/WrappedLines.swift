extension StyledText {
  /// The line broken at blanks into lines of at most so many columns, each as far in as the first; a longer word stands
  /// alone, and so does a command that is to be typed as it stands. A line that fits stays as it is.
  func wrapped(to columns: Int) -> [StyledText] {
    guard width > columns else { return [self] }
    let indent = String(plain.prefix { $0 == " " })
    var lines: [StyledText] = []
    var rest = Substyled(self)
    while rest.width > columns, let end = rest.breakIndex(before: columns, from: indent.count) {
      lines.append(rest.text(upTo: end))
      rest = rest.dropping(through: end, indent: indent)
    }
    return lines + [rest.text(upTo: rest.scalars.count)]
  }
}

/// A styled line scalar by scalar, to be cut anywhere.
private struct Substyled {
  struct Item {
    let scalar: Unicode.Scalar
    let style: Style
    /// Within a command: in a span of its own, or between two backticks.
    var isWhole: Bool
  }

  let scalars: [Item]

  init(_ text: StyledText) {
    var scalars = text.spans.flatMap { span in
      span.text.unicodeScalars.map { Item(scalar: $0, style: span.style, isWhole: span.isWhole) }
    }
    let marks = scalars.indices.filter { scalars[$0].scalar == "`" }
    for pair in stride(from: 0, to: marks.count - 1, by: 2) {
      for index in marks[pair]..<marks[pair + 1] { scalars[index].isWhole = true }
    }
    self.scalars = scalars
  }

  private init(scalars: [Item]) { self.scalars = scalars }

  var width: Int { scalars.reduce(0) { $0 + DisplayWidth.of($1.scalar) } }

  /// The first blank of the last run of blanks that ends a line in time; of the first run where no word is short enough.
  func breakIndex(before columns: Int, from start: Int) -> Int? {
    var used = 0
    var found: Int?
    for (index, item) in scalars.enumerated() {
      if index > start, item.scalar == " ", !item.isWhole, scalars[index - 1].scalar != " " {
        if used > columns, let found { return found }
        found = index
      }
      used += DisplayWidth.of(item.scalar)
    }
    return found
  }

  func text(upTo end: Int) -> StyledText {
    var spans: [StyledText.Span] = []
    var start = 0
    while start < end {
      let first = scalars[start]
      let stop = scalars[start..<end].firstIndex { $0.style != first.style || $0.isWhole != first.isWhole } ?? end
      let text = String(String.UnicodeScalarView(scalars[start..<stop].map(\.scalar)))
      spans.append(StyledText.Span(text: text, style: first.style, isWhole: first.isWhole))
      start = stop
    }
    return StyledText(spans: spans)
  }

  /// What follows the run of blanks at an index, so far in.
  func dropping(through index: Int, indent: String) -> Substyled {
    let rest = scalars[index...].drop { $0.scalar == " " }
    let lead = indent.unicodeScalars.map { Item(scalar: $0, style: .plain, isWhole: false) }
    return Substyled(scalars: lead + rest)
  }
}
