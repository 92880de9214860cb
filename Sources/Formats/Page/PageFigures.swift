/// A small table of counts with bars, on a page.
package struct PageFigures: Sendable {
  package struct Row: Sendable {
    package let label: String
    package let count: Int
    /// What the bar is a part of; 0 for none.
    package let of: Int
    /// Beside the number: "of 11".
    package let note: String?

    package init(label: String, count: Int, of: Int, note: String? = nil) {
      (self.label, self.count, self.of, self.note) = (label, count, of, note)
    }
  }

  package let title: String
  /// What the rows add up to, in a sentence.
  package let summary: String?
  package let rows: [Row]

  package init(title: String, summary: String? = nil, rows: [Row]) {
    (self.title, self.summary, self.rows) = (title, summary, rows)
  }

  static func tables(_ figures: [PageFigures]) -> HTML {
    let told = figures.filter { !$0.rows.isEmpty }
    return told.isEmpty ? "" : "<div class=\"three\">\n\(told.map(\.markup))</div>\n"
  }

  private var markup: HTML {
    let sentence: HTML? = summary.map { "<p class=\"dim\">\($0)</p>\n" }
    return """
      <div>
      <h3>\(title)</h3>
      \(sentence)<table><tbody>
      \(rows.map(\.markup))</tbody></table>
      </div>

      """
  }
}

extension PageFigures.Row {
  fileprivate var markup: HTML {
    let number: HTML? = note.map { " <span class=\"dim\">\($0)</span>" }
    let share = of > 0 ? min(100, count * 100 / of) : 0
    let bar: HTML = """
      <svg height="8" aria-hidden="true"><rect class="track" width="100%" height="8" rx="4"/>\
      <rect class="part" width="\(share)%" height="8" rx="4"/></svg>
      """
    return
      "<tr><th scope=\"row\">\(label)</th><td class=\"number\">\(count)</td><td>\(number)</td><td class=\"bar\">\(bar)</td></tr>\n"
  }
}
