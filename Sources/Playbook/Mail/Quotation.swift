package import Model

/// The text of a mail as it stands below an answer to it (RFC 3676, §4.5).
package struct Quotation: Sendable {
  private let sender: String
  private let day: Day
  private let text: String

  package init(sender: String, day: Day, text: String) { (self.sender, self.day, self.text) = (sender, day, text) }

  /// More is cut, and said to be.
  private static let mostLines = 400

  /// Below a blank line: who wrote when, in the letter's language, then their lines behind ">".
  package func lines(in tongue: Tongue) -> [String] {
    var lines = textLines(text)
    // Below this line stands a signature (RFC 3676, §4.3).
    if let end = lines.firstIndex(of: "-- ") { lines = Array(lines[..<end]) }
    let blank: (String) -> Bool = { $0.allSatisfy(\.isWhitespace) }
    lines = lines.drop(while: blank).reversed().drop(while: blank).reversed()
    if lines.count > Self.mostLines { lines = lines.prefix(Self.mostLines) + ["[…]"] }
    let quoted = lines.map { $0.isEmpty ? ">" : ($0.hasPrefix(">") ? ">" : "> ") + $0 }
    return ["", textLines(tongue.wrote(sender, on: day)).joined(separator: " ")] + quoted
  }
}

extension Tongue {
  fileprivate func wrote(_ name: String, on day: Day) -> String {
    switch self {
    case .british, .american: "On \(heading(day)), \(name) wrote:"
    case .german: "Am \(heading(day)) schrieb \(name):"
    case .french: "Le \(heading(day)), \(name) a écrit :"
    case .spanish: "El \(heading(day)), \(name) escribió:"
    }
  }
}
