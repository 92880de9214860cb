/// A page in one file: what every page has around its content.
package enum PageFrame {
  /// How a file begins that is a page of ours: only such a one is replaced unasked.
  package static let mark = "<!DOCTYPE html>\n<!-- a page of afterword -->\n"

  /// - Parameters:
  ///   - title: what the browser's window is called.
  ///   - styleHash: SHA-256 of `PageStyle.text`, base64: nothing but these rules may style the page, and nothing may run,
  ///     load or be sent from it.
  ///   - body: everything between the page's beginning and its last line.
  ///   - ending: what the page was made of and whom it is for.
  package static func document(title: String, styleHash: String, body: HTML, ending: HTML) -> String {
    let policy =
      "default-src 'none'; style-src 'sha256-\(styleHash)'; base-uri 'none'; form-action 'none'"
    let page: HTML = """
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="color-scheme" content="light dark"/>
      <title>\(title)</title>
      <style>\(PageStyle.markup)</style>
      </head>
      <body>
      \(body)
      <footer><p>\(ending)</p></footer>
      </body>
      </html>

      """
    return mark + page.text
  }

  /// Links to the parts of the page that there are.
  static func contents(_ parts: [(id: String, title: String)]) -> HTML {
    let links = parts.map { part -> HTML in "<li><a href=\"#\(part.id)\">\(part.title)</a></li>\n" }
    return parts.count < 2 ? "" : "<nav aria-label=\"Parts of this page\"><ul>\n\(links)</ul></nav>\n"
  }

  /// A part of the page under a heading.
  static func part(_ id: String, _ title: String, _ content: HTML) -> HTML {
    "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(title)</h2>\n\(content)</section>\n"
  }

  /// What is read out and not seen.
  static func spoken(_ text: String) -> HTML { "<span class=\"spoken\">\(text)</span>" }

  /// A list whose first so many are seen, the rest folded up below a line that says how many they are.
  static func list(_ items: [HTML], after most: Int, as list: (HTML) -> HTML, more: (Int) -> String) -> HTML {
    if items.isEmpty { return "" }
    // To fold a few away is of no use.
    guard items.count > most + most / 4 + 1 else { return list("\(items)") }
    let (first, rest) = (list("\(Array(items.prefix(most)))"), list("\(Array(items.dropFirst(most)))"))
    return "\(first)<details><summary>\(more(items.count - most))</summary>\n\(rest)</details>\n"
  }

  static func plainList(_ items: HTML) -> HTML { "<ul>\n\(items)</ul>\n" }
}
