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
    var impossible: ArraySlice<(tokens: Range<Int>, fault: DayFault)> = []
    while index < tokens.endIndex {
      if index >= runEnd {
        runEnd = grammar.runEnd(from: index)
        guard grammar.mayHoldPhrase(index..<runEnd) else {
          index = runEnd + 1
          continue
        }
        impossible = grammar.impossibleDays(in: index..<runEnd)[...]
      }
      while let first = impossible.first, first.tokens.upperBound <= index { impossible.removeFirst() }
      if let day = impossible.first?.tokens, day.contains(index) {
        index = day.upperBound
        continue
      }
      if grammar.mayStart(index), let found = grammar.phrase(index), grammar.isAccepted(index, found),
        found.end <= impossible.first?.tokens.lowerBound ?? found.end
      {
        matches.append(grammar.match(from: index, found))
        index = found.end
      } else {
        index += 1
      }
    }
    return matches
  }

  /// What a question for a phrase is answered by: the phrases of the text, and for one of the short forms that only an
  /// argument has ("15th", `3d`) its day before them.
  package static func answer(_ typed: String, from reference: Moment, order: DayMonthOrder) -> [DateMatch] {
    let text = Array(typed.unicodeScalars)
    var found = find(in: text, reference: reference, order: order)
    let whole = text.trimmed(TextSpan(0, text.count))
    guard ShortDay(text.text(whole)) != nil,
      let day = try? TypedDayReader(today: reference.day, order: order).read(typed, .coming)
    else { return found }
    let others = found.first { $0.span == whole }?.values ?? []
    found.removeAll { $0.span.overlaps(whole) }
    let values = [DateValue.day(day.day)] + others
    return [DateMatch(span: whole, core: whole, values: values, coreValues: values)] + found
  }

  /// The order of day and month that a text's own dates tell, else the one given.
  package static func order(in text: [Unicode.Scalar], near: Day, else order: DateOrder) -> DateOrder {
    guard order.source != .asked else { return order }
    let tokens = Tokenizer(text: text).tokens(in: TextSpan(0, text.count))
    return NoteDateOrder(text: text, tokens: tokens[...], written: nil, near: near).told() ?? order
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
}
