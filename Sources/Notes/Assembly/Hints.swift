import Model
package import Scorer

/// What the recognisers found, as the scorer takes it.
extension Reading {
  /// The stretches of the rules' facts and of the dates, with a number for each sort.
  package var hints: [Hint] {
    var hints: [Hint] = []
    for fact in facts {
      let code = UInt8(FactField.allCases.firstIndex(of: fact.field) ?? 0) + 1
      if let person = fact.person {
        hints += person.name.hints(20)
        hints += person.title?.hints(21) ?? []
        hints += person.email?.hints(22) ?? []
        hints += person.phone?.hints(23) ?? []
      } else {
        hints += ([fact.span] + fact.mentions).map { Hint(start: $0.start, end: $0.end, code: code) }
        hints += fact.answer?.hints(24) ?? []
      }
    }
    return hints + dateHints
  }

  /// Days found, told apart by whether they lie before, on or after the paper's own, and whether they say the hour.
  private var dateHints: [Hint] {
    let day = reference ?? noteDate.day
    let reference = Moment(day: day ?? Day(number: 10_957))
    let tokenizer = Tokenizer(text: text)
    var hints: [Hint] = []
    for line in lines where line.role != .blank && line.span.length < NoteSource.longestLine {
      let tokens = tokenizer.tokens(in: line.span)
      for match in DatePhrases.find(in: text, tokens: tokens[...], reference: reference, order: dateOrder.order) {
        guard let value = match.coreValues.first, let start = value.start?.day else { continue }
        let gap = start - reference.day
        var code: UInt8 = day == nil ? 30 : gap < 0 ? 31 : gap == 0 ? 32 : gap < 90 ? 33 : 34
        if value.start?.second != nil { code += 5 }
        hints.append(Hint(start: match.core.start, end: match.core.end, code: code))
      }
      for claim in ClaimFinder(text: text).claims(in: line.span) {
        hints.append(Hint(start: claim.span.start, end: claim.span.end, code: 40 + claim.kind.code))
      }
      for pay in MoneyGrammar(text: text, tokens: tokens[...]).amounts(isSaid: false) {
        hints.append(Hint(start: pay.span.start, end: pay.span.end, code: pay.isExtra ? 46 : 45))
      }
    }
    return hints
  }
}

extension Claim.Kind {
  fileprivate var code: UInt8 {
    switch self {
    case .email: 0
    case .phone: 1
    case .url: 2
    case .amount: 3
    }
  }
}

extension Attribute {
  fileprivate func hints(_ code: UInt8) -> [Hint] {
    ([span] + mentions).map { Hint(start: $0.start, end: $0.end, code: code) }
  }
}
