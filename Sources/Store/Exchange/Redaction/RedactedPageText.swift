/// How a page of a redacted copy is written.
package enum PageFormat: Sendable {
  case markdown, html

  /// By a file's name; nil for one that is no page.
  package init?(fileName: String) {
    let name = fileName.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
      self = .markdown
    } else if name.hasSuffix(".html") || name.hasSuffix(".htm") {
      self = .html
    } else {
      return nil
    }
  }
}

extension RedactedPage {
  private static let title = "Copy for a coach"

  package func written(_ format: PageFormat) -> String {
    switch format {
    case .markdown: markdown
    case .html: html
    }
  }

  private var markdown: String {
    let parts = blocks.map { block in
      switch block {
      case .heading(let level, let text): String(repeating: "#", count: level) + " " + Self.escapedForMarkdown(text)
      case .fact(let label, let text):
        "**\(Self.escapedForMarkdown(label))**" + (text.isEmpty ? "" : ": " + Self.escapedForMarkdown(text))
      case .text(let text):
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + Self.escapedForMarkdown(String($0)) }
          .joined(separator: "  \n")
      }
    }
    return ([Self.warning, "# " + Self.title] + parts).joined(separator: "\n\n") + "\n"
  }

  private var html: String {
    let parts = blocks.map { block in
      switch block {
      case .heading(let level, let text): "<h\(level)>\(Self.escapedForHTML(text))</h\(level)>"
      case .fact(let label, let text): "<p><b>\(Self.escapedForHTML(label))</b> \(Self.escapedForHTML(text))</p>"
      case .text(let text): "<pre>\(Self.escapedForHTML(text))</pre>"
      }
    }
    let style =
      "body{font-family:sans-serif;max-width:44em;margin:2em auto}pre{white-space:pre-wrap;font-family:inherit}"
    let head = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(Self.title)</title><style>\(style)</style></head><body>
      <p><em>\(Self.warning)</em></p>
      <h1>\(Self.title)</h1>
      """
    return ([head] + parts + ["</body></html>"]).joined(separator: "\n") + "\n"
  }

  private static func escapedForMarkdown(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_#<>[]|~&".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }

  private static func escapedForHTML(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
