import Merge
import Model
import Notes

/// Whether an operation quotes forgotten words, and what it says without them.
struct OperationQuote {
  var instead: Operation?
  var isQuoting = false
  var smallWords = 0

  init(_ operation: Operation, _ words: IdentifyingWords) {
    switch operation {
    case .set(.string(let text)): take(text, words) { .set(.string($0)) }
    case .add(let element): take(element, words) { .add($0) }
    case .remove(let element): take(element, words) { .remove($0) }
    case .restore(_, let element, _): take(element, words) { .add($0) }
    case .text(let bases, let whole): take(whole, words) { .text(bases: bases, whole: $0) }
    case .set(.bytes(let content)): takeContent(content, words)
    case .set(.unknown(_, let json)), .unknown(_, let json):
      isQuoting = words.masked(json) != nil
      if case .set = operation, isQuoting { instead = .clear }
    default: break
    }
  }

  private mutating func take(_ text: String, _ words: IdentifyingWords, _ make: (String) -> Operation) {
    smallWords = words.smallWords(text)
    guard let masked = words.masked(text) else { return }
    isQuoting = true
    instead = make(masked)
  }

  /// A file that is plain text keeps the rest of it; in any other the words may stand in a form that nobody can black out.
  private mutating func takeContent(_ content: [UInt8], _ words: IdentifyingWords) {
    let decoded = DecodedText(content)
    let text = String(String.UnicodeScalarView(decoded.scalars))
    smallWords = words.smallWords(text)
    guard let masked = words.masked(text) else { return }
    isQuoting = true
    instead = decoded.encoding == .utf8 ? .set(.bytes(Array(masked.utf8))) : .clear
  }
}
