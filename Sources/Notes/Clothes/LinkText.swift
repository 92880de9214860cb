/// The brackets and addresses of links: `[[Dana Reyes|Dana]]`, `[[https://…][Firm]]`, `[Firm](https://…)`. What a link says is text,
/// where it leads is not.
struct LinkText {
  let text: [Unicode.Scalar]

  static func holdsLinks(_ text: [Unicode.Scalar]) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in text {
      if last == "[" && scalar == "[" || last == "]" && scalar == "(" { return true }
      last = scalar
    }
    return false
  }

  /// What of the links is no text, in order; none reaches over a line's end.
  func spans() -> [TextSpan] {
    var out = [TextSpan]()
    var place = 0
    while place + 1 < text.count {
      guard text[place] == "[", let link = double(place) ?? inline(place) else {
        place += 1
        continue
      }
      out += link.marks.filter { !$0.isEmpty }
      place = link.end
    }
    return out
  }

  /// No link's text or address is longer.
  private static let longest = 1000

  private func end(of mark: Unicode.Scalar, from start: Int) -> Int? {
    text[start..<min(text.count, start + LinkText.longest)].firstIndex { $0 == mark || $0.isLineEnd }
      .flatMap { text[$0] == mark ? $0 : nil }
  }

  private func double(_ place: Int) -> (marks: [TextSpan], end: Int)? {
    guard text[place + 1] == "[", let close = end(of: "]", from: place + 2), close + 1 < text.count else { return nil }
    // An embedded picture says nothing.
    if place > 0, text[place - 1] == "!", text[close + 1] == "]" {
      return ([TextSpan(place - 1, close + 2)], close + 2)
    }
    if text[close + 1] == "[", let last = end(of: "]", from: close + 2), last + 1 < text.count, text[last + 1] == "]" {
      return ([TextSpan(place, close + 2), TextSpan(last, last + 2)], last + 2)
    }
    guard text[close + 1] == "]" else { return nil }
    // `[[People/Dana Reyes#notes|Dana]]` names the page; the alias is how this line calls it.
    let inner = text[place + 2..<close]
    let bar = inner.firstIndex { $0 == "|" || $0 == "#" } ?? close
    let folder = text[place + 2..<bar].lastIndex(of: "/").map { $0 + 1 } ?? place + 2
    return ([TextSpan(place, folder), TextSpan(bar, close + 2)], close + 2)
  }

  private func inline(_ place: Int) -> (marks: [TextSpan], end: Int)? {
    guard let close = end(of: "]", from: place + 1), close + 1 < text.count, text[close + 1] == "(", close > place + 1,
      let last = end(of: ")", from: close + 2)
    else { return nil }
    let address = string(text[close + 2..<min(last, close + 12)]).lowercased()
    // A mail address behind a name is a finding.
    if address.hasPrefix("mailto:") || text[close + 2..<last].contains("@") { return nil }
    if place > 0, text[place - 1] == "!" { return ([TextSpan(place - 1, last + 1)], last + 1) }
    return ([TextSpan(place, place + 1), TextSpan(close, last + 1)], last + 1)
  }
}
