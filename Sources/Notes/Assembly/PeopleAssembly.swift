import Scorer

/// Puts names, titles, addresses and numbers together to people.
struct PeopleAssembly {
  let rules: Reading
  let values: SpanValues
  private var people: [Draft] = []

  private struct Draft {
    var name: Attribute
    var words: [UInt64]
    var role: PersonRole
    var roleProbability: Float
    var title: Attribute?
    var email: Attribute?
    var phone: Attribute?
    var confidence: Float
  }

  init(rules: Reading, values: SpanValues) { (self.rules, self.values) = (rules, values) }

  mutating func add(_ span: ScoredSpan) {
    guard span.field == "person.name" || span.field == "person.title", let stretch = values.stretch(span) else {
      return
    }
    guard span.probability >= Thresholds.of(span.field).perhaps else { return }
    let text = rules.text(stretch)
    let attribute = Attribute(value: collapsed(text), span: stretch, text: text)
    if span.field == "person.title" { titles.append((attribute, span.probability)) } else { addName(attribute, span) }
  }

  private var titles: [(title: Attribute, probability: Float)] = []

  private mutating func addName(_ name: Attribute, _ span: ScoredSpan) {
    let words = values.words(name.span)
    // "Engineer" alone is what somebody is, not who.
    guard !words.isEmpty, words.count > 1 || !values.isJobTitle(name.span) else { return }
    let role = span.value.flatMap(PersonRole.init) ?? .interviewer
    if let known = people.lastIndex(where: { Self.isSame($0.words, words) }) {
      people[known].confidence = max(people[known].confidence, span.probability)
      // The fuller name is the name.
      if words.count > people[known].words.count {
        people[known].name = Attribute(
          value: name.value, span: name.span, text: name.text,
          mentions: [people[known].name.span] + people[known].name.mentions)
        people[known].words = words
      } else {
        people[known].name.mentions.append(name.span)
      }
      if span.valueProbability > people[known].roleProbability {
        (people[known].role, people[known].roleProbability) = (role, span.valueProbability)
      }
      return
    }
    people.append(
      Draft(
        name: name, words: words, role: role, roleProbability: span.valueProbability, confidence: span.probability))
  }

  /// One name's words are among the other's, the last of the shorter being one of them.
  private static func isSame(_ one: [UInt64], _ two: [UInt64]) -> Bool {
    let (short, long) = one.count < two.count ? (one, two) : (two, one)
    return short.allSatisfy(long.contains)
  }

  // MARK: - Parts

  mutating func facts() -> [Fact] {
    for (title, probability) in titles where probability >= Thresholds.of("person.title").sure { attach(title) }
    attachAddresses()
    let limit = Thresholds.of("person.name")
    return people.map { person in
      var fact = Fact(
        field: .person, interview: 1, value: person.name.value, span: person.name.span, text: person.name.text,
        mentions: person.name.mentions,
        person: PersonDetails(
          role: person.role, name: person.name, title: person.title, email: person.email, phone: person.phone))
      fact.confidence = person.confidence
      fact.isSure = person.confidence >= limit.sure
      return fact
    }
  }

  /// A title belongs to the nearest name: in its line before those of others, behind the name before in front of it.
  private mutating func attach(_ title: Attribute) {
    func distance(_ span: TextSpan) -> Int {
      let gap = span.end <= title.span.start ? title.span.start - span.end : (span.start - title.span.end) * 2 + 3
      let crossed = TextSpan(min(span.end, title.span.end), max(span.start, title.span.start))
      let lines = crossed.isEmpty ? 0 : rules.text[crossed.start..<crossed.end].count { $0.isLineEnd }
      return gap + lines * 40
    }
    let choices = people.indices.filter { people[$0].title == nil }.map { place in
      (place, ([people[place].name.span] + people[place].name.mentions).map(distance).min() ?? .max)
    }
    guard let best = choices.min(by: { $0.1 < $1.1 }), best.1 < 200 else { return }
    people[best.0].title = title
  }

  /// Addresses and numbers come from the rules' people: to the same name, or to whoever the address names.
  private mutating func attachAddresses() {
    for fact in rules.facts {
      guard let known = fact.person, known.email != nil || known.phone != nil else { continue }
      let spans = [known.name.span] + known.name.mentions
      let same = people.indices.first { place in
        ([people[place].name.span] + people[place].name.mentions).contains { own in spans.contains { own.overlaps($0) }
        }
      }
      guard
        let place = same
          ?? people.indices.first(where: { Self.isSame(people[$0].words, values.words(known.name.span)) })
      else { continue }
      people[place].email = people[place].email ?? known.email
      people[place].phone = people[place].phone ?? known.phone
    }
    attachClaims()
  }

  /// What addresses and numbers are left go to whom an address names, or to the only person of their line or of the two before.
  private mutating func attachClaims() {
    let finder = ClaimFinder(text: rules.text)
    let taken = people.flatMap { [$0.email?.span, $0.phone?.span].compactMap(\.self) }
    for (number, line) in rules.lines.enumerated() where line.span.length < NoteSource.longestLine {
      for claim in finder.claims(in: line.span) where !taken.contains(where: claim.span.overlaps) {
        let text = rules.text(claim.span)
        if claim.kind == .email, let owner = named(in: claim.span) ?? nearest(number, \.email),
          people[owner].email == nil
        {
          people[owner].email = Attribute(value: text.lowercased(), span: claim.span, text: text)
        } else if claim.kind == .phone, let owner = nearest(number, \.phone) {
          people[owner].phone = Attribute(value: Self.digits(text), span: claim.span, text: text)
        }
      }
    }
  }

  private static func digits(_ phone: String) -> String {
    (phone.contains("+") ? "+" : "") + phone.unicodeScalars.filter(\.isASCIIDigit).map { String($0) }.joined()
  }

  /// The person of whose name a word stands before the "@".
  private func named(in address: TextSpan) -> Int? {
    let local = rules.text[address.start..<address.end].prefix { $0 != "@" }
    let words = local.split { !$0.isLetter }.filter { $0.count > 2 }.map { wordKey($0) }
    return people.indices.first { place in people[place].words.contains(where: words.contains) }
  }

  private func nearest(_ line: Int, _ part: KeyPath<Draft, Attribute?>) -> Int? {
    for above in 0...2 where rules.lines.indices.contains(line - above) {
      let span = rules.lines[line - above].span
      let there = people.indices.filter { place in
        ([people[place].name.span] + people[place].name.mentions).contains(where: span.overlaps)
      }
      if there.count == 1 { return people[there[0]][keyPath: part] == nil ? there[0] : nil }
      if there.count > 1 { return nil }
    }
    return nil
  }
}
