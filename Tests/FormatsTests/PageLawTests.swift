import Model
import SeededNumbers
import Testing

@testable import Formats

/// Whatever names, notes and bundles hold: a page is well-formed, runs nothing, loads nothing, and shows the words.
@Suite struct PageLawTests {
  private static let hostile = [
    "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' autofocus='",
    "&lt;b&gt;", "&", "&#60;", "<!--", "-->", "]]>", "<![CDATA[", "</style><style>*{}", "javascript:alert(1)",
    "\u{0}\u{1}\u{1B}[2J", "\u{202E}drawkcab", "e\u{301}\u{327}", "🏳️‍🌈", "مرحبا", "王小明", "O'Brien & Søn \"GmbH\"",
    "\r\n\t",
    "\u{FFFE}", "<", ">", "\"", "'", "`", "{}", "\\(x)", "%00", "",
  ]

  private static func word(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      hostile[Int.random(in: 0..<hostile.count, using: &random)]
    }.joined(separator: ["", " "][Int.random(in: 0..<2, using: &random)])
  }

  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "nav", "ul", "ol", "li", "a",
    "main",
    "div", "section", "span", "b", "details", "summary", "code", "table", "tbody", "tr", "th", "td", "svg", "defs", "g",
    "line", "path", "circle", "rect", "use", "text", "dl", "dt", "dd", "pre", "footer",
  ]

  private static let attributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "aria-label", "aria-labelledby", "aria-hidden",
    "href", "title", "scope", "role", "height", "width", "x", "y", "x1", "x2", "y1", "y2", "dx", "d", "r", "rx",
    "text-anchor", "viewBox",
  ]

  private func check(_ page: String, _ comment: String) throws -> Markup {
    let markup = try Markup(page)
    for element in markup.elements {
      #expect(Self.elements.contains(element.name), "\(comment): <\(element.name)>")
      for (name, value) in element.attributes {
        #expect(Self.attributes.contains(name), "\(comment): \(name) of <\(element.name)>")
        if name == "href" { #expect(value.hasPrefix("#") || value.hasPrefix("mailto:"), "\(comment): \(value)") }
      }
    }
    return markup
  }

  /// As a page shows it: what steers is replaced.
  private func shown(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let steers =
            (scalar.properties.generalCategory == .control && !"\t\r\n".unicodeScalars.contains(scalar))
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            || scalar.value == 0xFFFE
          return steers ? "\u{FFFD}" : scalar
        }))
  }

  @Test(arguments: [UInt64(1), 2, 3, 4]) func `no text is ever markup, and none is lost`(seed: UInt64) throws {
    var said: [String] = []
    // The recorder sees every word that the pages are made of.
    var maker = SamplePages(seed: seed, word: Self.word)
    for count in [0, 1, 8, 40] {
      let comment = "seed \(seed), \(count) searches"
      let page = maker.search(count)
      let markup = try check(page.html(styleHash: "h"), comment)
      said = page.tasks.flatMap { [$0.title, $0.whom] + $0.why } + page.lanes.map(\.name) + page.lead
      let text = markup.elements.first { $0.name == "html" }?.text ?? ""
      for word in said { #expect(text.contains(shown(word)), "\(comment): \(word)") }
      let dossier = maker.dossier(min(count, 8))
      let other = try check(dossier.html(styleHash: "h"), comment)
      let all = other.elements.first { $0.name == "html" }?.text ?? ""
      for letter in dossier.letters { #expect(all.contains(shown(letter.body)), "\(comment): \(letter.body)") }
    }
  }

  @Test(arguments: [
    (Day.first, Day.first), (Day.last, Day.last), (Day.first, Day.last), (Day.last - 40, Day.last),
    (Day(number: 20_532), Day(number: 20_532 + 400)),
  ]) func `a lane has an end, whatever its days`(first: Day, last: Day) {
    let scale = LaneScale(first: first, last: last)
    #expect(scale.labels.count <= 16 && scale.lines.allSatisfy { $0 >= first && $0 <= last })
  }

  @Test(arguments: [0, 1, 8, 300]) func `headings, labels and ids are in order`(count: Int) throws {
    var maker = SamplePages(seed: 7) { random in "Word \(Int.random(in: 0..<99, using: &random))" }
    for page in [maker.search(count).html(styleHash: "h"), maker.dossier(min(count, 20)).html(styleHash: "h")] {
      let markup = try check(page, "\(count)")
      var last = 0
      for element in markup.elements where ["h1", "h2", "h3"].contains(element.name) {
        let level = Int(element.name.dropFirst()) ?? 0
        #expect(level <= last + 1, "\(element.name) after h\(last)")
        #expect(!element.text.isEmpty)
        last = level
      }
      #expect(markup.all("h1").count == 1 && markup.all("main").count == 1)
      let ids = markup.elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(ids)")
      for element in markup.elements {
        if let label = element.attributes["aria-labelledby"] { #expect(ids.contains(label)) }
        if let target = element.attributes["href"], target.hasPrefix("#") {
          #expect(ids.contains(String(target.dropFirst())), "\(target)")
        }
        if element.attributes["role"] == "img" { #expect(element.attributes["aria-label"]?.isEmpty == false) }
        if ["a", "summary", "th"].contains(element.name) { #expect(!element.text.isEmpty, "an empty \(element.name)") }
      }
      #expect(markup.all("html").first?.attributes["lang"] == "en")
    }
  }

  @Test func `a link or a fold says what it is about when read out alone`() throws {
    var maker = SamplePages(seed: 9) { random in "Word \(Int.random(in: 0..<9999, using: &random))" }
    let page = maker.search(8)
    let markup = try check(page.html(styleHash: "h"), "8")
    let links = markup.all("a").filter { $0.attributes["class"] == "write" }
    #expect(Set(links.map(\.text)).count == links.count)
    #expect(links.count == page.tasks.count { $0.mail != nil })
    for task in page.tasks where !task.why.isEmpty {
      #expect(markup.all("summary").contains { $0.text == "why \(task.title), \(task.whom)" })
    }
  }

  @Test func `nothing but the page's own style may act`() throws {
    var maker = SamplePages(seed: 3, word: Self.word)
    let page = maker.search(3).html(styleHash: "abc+/=")
    #expect(page.hasPrefix(PageFrame.mark))
    let markup = try Markup(page)
    let policy = markup.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    let wanted = "default-src 'none'; style-src 'sha256-abc+/='; base-uri 'none'; form-action 'none'"
    #expect(policy?.attributes["content"] == wanted)
    #expect(markup.all("style").map(\.text) == [PageStyle.text])
    #expect(!page.contains("<script>") && !page.contains("url("))
  }

  @Test func `many are folded up, none is left out`() throws {
    var maker = SamplePages(seed: 5) { random in "Word \(Int.random(in: 0..<99999, using: &random))" }
    let markup = try Markup(maker.search(300).html(styleHash: "h"))
    #expect(markup.elements.count { $0.attributes["class"]?.hasPrefix("lane") == true } == 301)
    #expect(markup.elements.count { $0.attributes["class"] == "card" } == 300)
    let seen = markup.elements.count { $0.attributes["class"] == "card" && !$0.within.contains("details") }
    #expect(seen <= 50)
  }
}
