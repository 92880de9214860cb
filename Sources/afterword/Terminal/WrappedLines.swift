extension StyledText {
  /// The line broken at blanks into lines of at most so many columns, each as far in as the first; a longer word stands
  /// alone. A line that fits stays as it is.
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
  let scalars: [(scalar: Unicode.Scalar, style: Style)]

  init(_ text: StyledText) {
    scalars = text.spans.flatMap { span in span.text.unicodeScalars.map { ($0, span.style) } }
  }

  private init(scalars: [(scalar: Unicode.Scalar, style: Style)]) { self.scalars = scalars }

  var width: Int { scalars.reduce(0) { $0 + DisplayWidth.of($1.scalar) } }

  /// The first blank of the last run of blanks that ends a line in time; of the first run where no word is short enough.
  func breakIndex(before columns: Int, from start: Int) -> Int? {
    var used = 0
    var found: Int?
    for (index, item) in scalars.enumerated() {
      if index > start, item.scalar == " ", scalars[index - 1].scalar != " " {
        if used > columns, let found { return found }
        found = index
      }
      used += DisplayWidth.of(item.scalar)
    }
    return found
  }

  func text(upTo end: Int) -> StyledText {
    var text: StyledText = ""
    var start = 0
    while start < end {
      let style = scalars[start].style
      let stop = scalars[start..<end].firstIndex { $0.style != style } ?? end
      text = text + StyledText(String(String.UnicodeScalarView(scalars[start..<stop].map(\.scalar))), style)
      start = stop
    }
    return text
  }

  /// What follows the run of blanks at an index, so far in.
  func dropping(through index: Int, indent: String) -> Substyled {
    let rest = scalars[index...].drop { $0.scalar == " " }
    return Substyled(scalars: indent.unicodeScalars.map { ($0, .plain) } + rest)
  }
}
