package import Model

/// Finds and resolves date phrases: one engine for notes, for `when` and for every day argument.
package enum DatePhrases {
  /// Every date phrase of a text, in text order, none overlapping. `reference` is the moment they count from.
  package static func find(
    in text: [Unicode.Scalar], reference: Moment, order: DayMonthOrder = .dayFirst
  ) -> [DateMatch] {
    let tokens = Tokenizer(text: text).tokens(in: TextSpan(0, text.count))
    return find(in: text, tokens: tokens[...], reference: reference, order: order)
  }

  /// The same over tokens cut already.
  static func find(
    in text: [Unicode.Scalar], tokens: ArraySlice<Token>, reference: Moment, order: DayMonthOrder
  ) -> [DateMatch] {
    let grammar = DateGrammar(text: text, tokens: tokens, reference: reference, order: order)
    var matches = [DateMatch]()
    var index = tokens.startIndex
    var runEnd = index
    while index < tokens.endIndex {
      if index >= runEnd {
        runEnd = grammar.runEnd(from: index)
        guard grammar.mayHoldPhrase(index..<runEnd) else {
          index = runEnd + 1
          continue
        }
      }
      if grammar.mayStart(index), let found = grammar.phrase(index), grammar.isAccepted(index, found) {
        matches.append(grammar.match(from: index, found))
        index = found.end
      } else {
        index += 1
      }
    }
    return matches
  }

  /// The readings of a text that is one date phrase as a whole, such as a day argument; empty when it is not.
  package static func resolve(_ phrase: String, from reference: Moment, order: DayMonthOrder = .dayFirst)
    -> [DateValue]
  {
    let text = Array(phrase.unicodeScalars)
    let whole = text.trimmed(TextSpan(0, text.count))
    guard !whole.isEmpty else { return [] }
    return find(in: text, reference: reference, order: order).first { $0.span == whole }?.values ?? []
  }

  /// The day that a phrase means as an argument: the likeliest reading's day, or a period's first day.
  package static func day(_ phrase: String, from reference: Day, order: DayMonthOrder = .dayFirst) -> Day? {
    resolve(phrase, from: Moment(day: reference), order: order).lazy.compactMap { $0.start?.day }.first
  }
}
