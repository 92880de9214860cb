/// A text cut into papers and lines. Every line belongs to exactly one paper; papers are in order and lie side by side.
package struct Papers: Sendable {
  package let text: [Unicode.Scalar]
  package private(set) var papers: [Paper]
  package private(set) var lines: [PaperLine]

  /// Cuts a text in lines: plain, Markdown or org. Cost grows with the text alone.
  package init(text: [Unicode.Scalar], isOrg: Bool = false) {
    let spans = lineSpans(of: text, in: TextSpan(0, text.count))
    let parser = LineParser(text: text, isOrg: isOrg)
    var page = PageLines(text: text, lines: spans.map { parser.line($0) })
    page.mark()
    self.init(page, cuts: PaperCuts(page: page).cuts())
  }

  /// A message whose head lines stand before its body.
  ///
  /// - Parameter body: where the body begins in the text.
  init(message text: [Unicode.Scalar], body: Int, head: MessageHead) {
    let spans = lineSpans(of: text, in: TextSpan(0, text.count))
    let parser = LineParser(text: text, isOrg: false)
    var page = PageLines(text: text, lines: spans.map { parser.line($0) })
    let first = page.lines.firstIndex { $0.span.start >= body } ?? page.lines.count
    page.markMessage(head: 0..<first, body: first..<page.lines.count)
    self.init(page, cuts: [PaperCuts.Cut(start: 0, form: .message(head))])
  }

  /// A table's rows, each a paper of its own; what stands above and between them is a note.
  init(text: [Unicode.Scalar], tables: [TableGrid]) {
    let spans = lineSpans(of: text, in: TextSpan(0, text.count))
    let parser = LineParser(text: text, isOrg: false)
    var page = PageLines(text: text, lines: spans.map { parser.line($0) })
    page.mark(tables)
    self.init(page, cuts: PaperCuts(page: page).cuts(at: tables))
  }

  private init(_ page: PageLines, cuts: [PaperCuts.Cut]) {
    text = page.text
    lines = page.paperLines()
    papers = []
    for (number, cut) in cuts.enumerated() {
      let end = number + 1 < cuts.count ? cuts[number + 1].start : lines.count
      guard cut.start < end else { continue }
      let span = TextSpan(lines[cut.start].span.start, lines[end - 1].span.end)
      papers.append(Paper(form: cut.form, span: span, lines: cut.start..<end))
    }
  }

  /// The headings over a line, the nearest last, by their places among the lines.
  package func headingPath(of line: Int) -> [Int] {
    var (path, place) = ([Int](), lines[line].heading)
    while let heading = place {
      path.append(heading)
      place = lines[heading].heading
    }
    return path.reversed()
  }
}
