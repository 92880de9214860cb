/// A sheet for people: a title, then headings with their lines, wrapped; empty parts are left out.
enum SheetLines {
  static func lines(title: String, _ parts: [(heading: String, lines: [String])], width: Int) -> [StyledText] {
    var lines: [StyledText] = ["\(title, .bold)"]
    for part in parts where !part.lines.isEmpty {
      lines += ["", "\(part.heading, .bold)"]
      for line in part.lines {
        let wrapped = DisplayWidth.wrapped(line, to: max(30, width - 4))
        lines += wrapped.enumerated().map { $0.offset == 0 ? "  \($0.element)" : "    \($0.element)" }
      }
    }
    return lines
  }
}
