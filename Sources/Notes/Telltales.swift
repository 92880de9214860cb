/// A stretch of a free text that tells who, where or how much, as the reader recognises it.
package struct Telltale: Hashable, Sendable {
  package enum Kind: Sendable { case person, firm, amount, address, number, link }

  package let kind: Kind
  /// Of the text's Unicode scalars.
  package let span: TextSpan
}

/// What the reader's own recognisers find in a text that is no note: names by how they stand, sums, addresses, numbers.
package enum Telltales {
  /// In text order, none within another.
  package static func find(in text: [Unicode.Scalar]) -> [Telltale] {
    let reading = NoteReader.read(Array(String(String.UnicodeScalarView(text)).utf8))
    // A text that the reader takes for a container is looked at line by line all the same.
    let facts =
      reading.text == text ? reading.facts.flatMap(telltales) + reading.perhaps.filter(isPerson).flatMap(telltales) : []
    let found = facts + definite(text)
    var end = 0
    return found.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }.filter {
      guard $0.span.start >= end, !$0.span.isEmpty else { return false }
      end = $0.span.end
      return true
    }
  }

  private static func isPerson(_ fact: Fact) -> Bool { fact.field == .person }

  private static func telltales(_ fact: Fact) -> [Telltale] {
    switch fact.field {
    case .person:
      guard let person = fact.person else { return [] }
      return ([person.name.span] + person.name.mentions).map { Telltale(kind: .person, span: $0) }
        + [person.email.map { Telltale(kind: .address, span: $0.span) }].compactMap(\.self)
        + [person.phone.map { Telltale(kind: .number, span: $0.span) }].compactMap(\.self)
    case .organisation: return ([fact.span] + fact.mentions).map { Telltale(kind: .firm, span: $0) }
    case .compensation: return ([fact.span] + fact.mentions).map { Telltale(kind: .amount, span: $0) }
    default: return []
    }
  }

  /// What has a form of its own.
  private static func definite(_ text: [Unicode.Scalar]) -> [Telltale] {
    let tokenizer = Tokenizer(text: text)
    return text.indices.split { text[$0] == "\n" || text[$0] == "\r" }.flatMap { line -> [Telltale] in
      let span = TextSpan(line.startIndex, line.endIndex)
      let claims = ClaimFinder(text: text).claims(in: span).map { claim in
        Telltale(kind: kind(claim.kind), span: claim.span)
      }
      let pays = MoneyGrammar(text: text, tokens: tokenizer.tokens(in: span)[...]).amounts(isSaid: true)
      return claims
        + pays.map(\.span).filter { span in !claims.contains { $0.span.overlaps(span) } }
        .map { Telltale(kind: .amount, span: $0) }
    }
  }

  private static func kind(_ kind: Claim.Kind) -> Telltale.Kind {
    switch kind {
    case .email: .address
    case .phone: .number
    case .url: .link
    case .amount: .amount
    }
  }
}
