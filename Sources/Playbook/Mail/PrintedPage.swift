package import Model

/// A letter or card as a page of plain text to print, or to copy by hand.
package enum PrintedPage {
  /// The width of a letter, in characters.
  static let letterWidth = 72
  /// A card is copied by hand: short lines.
  static let cardWidth = 40

  /// A letter page: sender, receiver, day, subject, then the body, its paragraphs wrapped.
  package static func letter(
    subject: String, body: String, sender: String?, receiver: Person?, organisation: Organisation?, day: Day
  ) -> String {
    let head = [sender, ""].compactMap { $0 }
    let address = [receiver?.name, receiver?.title, organisation?.name].compactMap { $0 }
    let lines = head + address + ["", Tongue.british.heading(day), "", subject, ""]
    return (lines.flatMap { textLines($0) } + wrapped(body, letterWidth)).joined(separator: "\n") + "\n"
  }

  /// A card: the body alone.
  package static func card(_ body: String) -> String {
    wrapped(body, cardWidth).joined(separator: "\n") + "\n"
  }

  /// Lines broken between words; a word longer than a line stands alone. Blank lines stay.
  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines = textLines(text).flatMap { line -> [String] in
      var lines = [""]
      for word in line.split(separator: " ") {
        let last = lines[lines.count - 1]
        if last.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if last.unicodeScalars.count + 1 + word.unicodeScalars.count <= width {
          lines[lines.count - 1] += " " + word
        } else {
          lines.append(String(word))
        }
      }
      return lines
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
