/// In languages whose endings depend on the sentence a note's words stand in quotation marks, as a title would.
extension Fragment {
  /// The words between the language's marks; nil where they are more than a phrase.
  package func quoted(in tongue: Tongue) -> String? {
    guard words.count <= 8, form == .foreign || form == .noun || form == .person || words.count < 4 else { return nil }
    guard !text.contains(where: { "?!.:;„“”«»\"→/[]()".contains($0) }) else { return nil }
    return switch tongue {
    case .british, .american: "“\(text)”"
    case .german: "„\(text)“"
    case .french: "« \(text) »"
    case .spanish: "«\(text)»"
    }
  }
}
