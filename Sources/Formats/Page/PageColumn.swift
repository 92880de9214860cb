/// The searches that stand in one place, on a page.
package struct PageColumn: Sendable {
  package struct Card: Sendable {
    package enum Weight: Sendable { case plain, bold, late, todo }

    package let name: String
    package let role: String?
    /// Interviews held and to come.
    package let held: Int
    package let ahead: Int
    package let lines: [(text: String, weight: Weight)]

    package init(name: String, role: String?, held: Int, ahead: Int, lines: [(text: String, weight: Weight)]) {
      (self.name, self.role, self.held, self.ahead, self.lines) = (name, role, held, ahead, lines)
    }
  }

  package let title: String
  package let cards: [Card]

  package init(title: String, cards: [Card]) { (self.title, self.cards) = (title, cards) }

  /// So many are seen of a column.
  private static let most = 8

  static func board(_ columns: [PageColumn]) -> HTML {
    guard columns.contains(where: { !$0.cards.isEmpty }) else { return "" }
    return "<div class=\"board\">\n\(columns.map(\.markup))</div>\n"
  }

  private var markup: HTML {
    let list = PageFrame.list(
      cards.map(\.item), after: Self.most, as: PageFrame.plainList, more: { "\($0) more" })
    let none: HTML? = cards.isEmpty ? "<p class=\"dim\">none</p>\n" : nil
    return "<div>\n<h3>\(title) <span class=\"dim\">\(cards.count)</span></h3>\n\(list)\(none)</div>\n"
  }
}

extension PageColumn.Card {
  /// So many dots say it; beyond that the number.
  private static let mostPips = 6

  fileprivate var item: HTML {
    let second: HTML? = role.map { "<div class=\"role\">\($0)</div>\n" }
    let rows = lines.map { line -> HTML in
      switch line.weight {
      case .plain: "<div>\(line.text)</div>\n"
      case .bold: "<div><b>\(line.text)</b></div>\n"
      case .late: "<div class=\"late\">\(line.text)</div>\n"
      case .todo: "<div class=\"todo\">→ \(line.text)</div>\n"
      }
    }
    return "<li class=\"card\"><b>\(name)</b>\n\(second)\(pips)\(rows)</li>\n"
  }

  private var pips: HTML? {
    guard held + ahead > 0 else { return nil }
    let words = "\(held) held" + (ahead > 0 ? ", \(ahead) to come" : "")
    guard held + ahead <= Self.mostPips else { return "<div class=\"dim\">interviews: \(words)</div>\n" }
    let dots = String(repeating: "●", count: held) + String(repeating: "○", count: ahead)
    return
      "<div><span class=\"pips\" aria-hidden=\"true\">\(dots)</span>\(PageFrame.spoken("interviews: \(words)"))</div>\n"
  }
}
