/// E-mail addresses and phone numbers, and whose they are.
extension NoteScanner {
  // MARK: - Addresses

  /// The addresses, links and phone numbers of a span, looked for only where its tokens can make one.
  func claims(in span: TextSpan) -> [Claim] {
    if index < lines.count, !lines[index].mayHoldClaims, lines[index].span.contains(span) { return [] }
    guard ClaimFinder.mayHoldClaims(tokens(in: span)) else { return [] }
    if let known = claimMemo[span] { return known }
    let found = ClaimFinder(text: text).claims(in: span)
    claimMemo[span] = found
    return found
  }

  /// Gives e-mail addresses and phone numbers of a span to whom they belong.
  func attachAddresses(_ span: TextSpan, reach: Int = 6) {
    var last: Int?
    var named = LastNamed(from: span.start)
    var namedInLine = LastNamed(from: lines[index].span.start)
    for claim in claims(in: span) {
      let own = text.text(claim.span)
      switch claim.kind {
      case .email:
        guard
          let owner = owner(ofAddress: claim.span) ?? person(&namedInLine, before: claim.span)
            ?? nearestPerson(before: claim.span, reach) ?? person(&named, before: claim.span),
          people[owner].email == nil
        else { continue }
        last = owner
        people[owner].email = Attribute(value: own.lowercased(), span: claim.span, text: own)
      case .phone:
        guard let owner = last ?? person(&named, before: claim.span) ?? nearestPerson(before: claim.span, reach),
          people[owner].phone == nil
        else { continue }
        give(phone: claim.span, to: owner)
      case .url, .amount: continue
      }
    }
  }

  func give(phone span: TextSpan, to owner: Int) {
    let own = text.text(span)
    people[owner].phone = Attribute(value: phoneDigits(own), span: span, text: own)
  }

  private func phoneDigits(_ own: String) -> String {
    let digits = String(own.unicodeScalars.filter(\.isASCIIDigit).map(Character.init))
    if own.unicodeScalars.contains("+") { return "+" + (own.contains("(0)") ? digits.replacingZero() : digits) }
    return digits
  }

  /// By a name in the local part.
  private func owner(ofAddress span: TextSpan) -> Int? {
    let local = text[span.start..<span.end].prefix { $0 != "@" }
    let parts = local.split { !$0.isLetter }.filter { $0.count > 1 }.map(wordKey)
    let own = (firstOfGroup..<people.count).filter { people[$0].group == group }
    let named = own.filter { parts.contains(where: people[$0].matches) }
    if let best = named.last(where: { people[$0].email == nil }) ?? named.last { return best }
    return own.last { person in
      tokens(in: people[person].name.span).contains {
        $0.kind == .word && $0.length > 2 && local.holds(text[Int($0.start)..<Int($0.end)])
      }
    }
  }

  /// Somebody known whose name or a part of it was met last on the way through a stretch of text.
  private struct LastNamed {
    /// Up to here the text was looked at.
    var from: Int
    var person: Int?
  }

  /// Goes on to an address and gives whom of the people known was named last before it.
  private func person(_ named: inout LastNamed, before claim: TextSpan) -> Int? {
    for token in tokens(in: TextSpan(named.from, claim.start)).reversed() where token.isCapital {
      if let found = people[firstOfGroup...].lastIndex(where: { $0.matches(token.key) }) {
        named.person = found
        break
      }
    }
    named.from = max(named.from, claim.start)
    return named.person
  }

  private func nearestPerson(before span: TextSpan, _ reach: Int) -> Int? {
    (firstOfGroup..<people.count).filter {
      people[$0].group == group && people[$0].name.span.start < span.start && index - people[$0].line <= reach
    }.max { people[$0].name.span.start < people[$1].name.span.start }
  }

  /// A label of its own for a title, an address or a number: it belongs to the person named last.
  func personDetail(_ value: TextSpan) {
    attachAddresses(value)
    guard claims(in: value).isEmpty, let last = people.indices.last,
      people[last].group == group, people[last].title == nil
    else { return }
    guard tokens(in: value).contains(where: { RoleWords.nouns.contains($0.key) }) else { return }
    people[last].title = Attribute(value: collapsed(text.text(value)), span: value, text: text.text(value))
  }
}

extension String {
  /// International digits with the "(0)" of national dialling left out: `44(0)20…`.
  fileprivate func replacingZero() -> String {
    guard let place = indices.dropFirst(2).first(where: { self[$0] == "0" }) else { return self }
    return String(self[..<place] + self[index(after: place)...])
  }
}
