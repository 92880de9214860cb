import Model

/// How a stretch of text looks on a terminal that shows colours.
enum Style: String {
  case plain = ""
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"
}

/// A line for people. What is interpolated is cleaned, so that nothing from a note, a name or a bundle steers the terminal;
/// only literals are taken as they are.
struct StyledText: ExpressibleByStringInterpolation {
  struct Span {
    let text: String
    let style: Style
    /// Whether it is to be typed as it stands, so that no line ends within it.
    var isWhole = false
  }

  private(set) var spans: [Span] = []

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var spans: [Span] = []

    init(literalCapacity: Int, interpolationCount: Int) { spans.reserveCapacity(interpolationCount * 2) }

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { spans.append(Span(text: literal, style: .plain)) }
    }

    mutating func appendInterpolation(_ text: String, _ style: Style = .plain) {
      spans.append(Span(text: Clean.line(text), style: style))
    }

    mutating func appendInterpolation(_ number: Int) {
      spans.append(Span(text: String(number), style: .plain))
    }

    mutating func appendInterpolation(_ text: StyledText) { spans += text.spans }

    /// A command that works as it stands.
    mutating func appendInterpolation(_ command: ShellCommand) {
      spans.append(Span(text: Clean.line(command.description), style: .cyan, isWhole: true))
    }
  }

  init(stringLiteral value: String) { spans = [Span(text: value, style: .plain)] }
  init(stringInterpolation: StringInterpolation) { spans = stringInterpolation.spans }

  /// Stretches of a line.
  init(spans: [Span]) { self.spans = spans }

  /// A text from outside, cleaned.
  init(_ text: String, _ style: Style = .plain) { spans = [Span(text: Clean.line(text), style: style)] }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.spans += right.spans
    return sum
  }

  /// The text without its styles.
  var plain: String { spans.map(\.text).joined() }

  /// Columns on a terminal.
  var width: Int { DisplayWidth.of(plain) }

  func rendered(inColour: Bool) -> String {
    guard inColour else { return plain }
    return spans.map { $0.style == .plain ? $0.text : "\u{1B}[\($0.style.rawValue)m\($0.text)\u{1B}[0m" }.joined()
  }
}
