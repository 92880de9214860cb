import Formats

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

  /// - Parameter styleHash: of `PageStyle.text`, for a page.
  package func written(_ format: PageFormat, styleHash: String) -> String {
    switch format {
    case .markdown: markdown
    case .html: html(styleHash)
    }
  }

  private var markdown: String {
    let parts = blocks.map { block in
      switch block {
      case .heading(let level, let text): String(repeating: "#", count: level) + " " + Markdown.escaped(text)
      case .fact(let label, let text):
        "**\(Markdown.escaped(label))**" + (text.isEmpty ? "" : ": " + Markdown.escaped(text))
      case .text(let text): Markdown.quoted(text).joined(separator: "\n")
      }
    }
    return ([Self.warning, "# " + Self.title] + parts).joined(separator: "\n\n") + "\n"
  }

  private func html(_ styleHash: String) -> String {
    let parts = blocks.map { block -> HTML in
      switch block {
      case .heading(2, let text): "<h2>\(text)</h2>\n"
      case .heading(3, let text): "<h3>\(text)</h3>\n"
      case .heading(_, let text): "<h4>\(text)</h4>\n"
      case .fact(let label, let text): "<p><b>\(label)</b> \(text)</p>\n"
      case .text(let text): "<blockquote><pre>\(text)</pre></blockquote>\n"
      }
    }
    return PageFrame.document(
      title: Self.title, styleHash: styleHash,
      body: "<p><em>\(Self.warning)</em></p>\n<h1>\(Self.title)</h1>\n\(parts)", ending: "\(Self.warning)")
  }
}
