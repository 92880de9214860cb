import Model

/// On which side of a mail the user stands, as its head and text show where nobody said who the user is: a firm's address
/// names the firm that the text names, and a private person's is often at a provider of mail.
struct MailSide {
  private let head: MessageHead
  /// The mail decoded; the head's spans are of it.
  private let text: [Unicode.Scalar]
  private let words: [String]
  /// The correspondents' own names are no firm's.
  private let people: Set<String>

  init(_ head: MessageHead, _ text: [Unicode.Scalar]) {
    (self.head, self.text) = (head, text)
    words = MailSide.words(text, TextSpan(0, min(text.count, MailSide.mostText)))
    let names = ([head.sender].compactMap(\.self) + head.addressees).compactMap(\.name)
    people = Set(names.flatMap { MailSide.words(text, $0) })
  }

  /// Scalars of a mail in which its firm is named, if it is.
  private static let mostText = 20_000

  /// Nil where the mail may be either.
  var direction: Direction? {
    guard let sender = head.sender?.address else { return nil }
    let addressees = head.addressees.compactMap(\.address)
    guard !addressees.isEmpty else { return nil }
    if isRobot(sender) { return .received }
    let isFirms = (isNamed(sender), addressees.contains(where: isNamed))
    if isFirms.0 != isFirms.1 { return isFirms.0 ? .received : .sent }
    let isPrivate = (isPrivate(sender), addressees.allSatisfy(isPrivate))
    return isFirms.0 || isPrivate.0 == isPrivate.1 ? nil : isPrivate.0 ? .sent : .received
  }

  /// The user's names and addresses, where the side is known.
  func user(_ direction: Direction) -> MailOwner {
    let own: [MessageHead.Correspondent] =
      switch direction {
      case .sent: [head.sender].compactMap(\.self)
      case .received: head.addressees.count == 1 ? head.addressees : []
      }
    return MailOwner(
      names: Set(own.flatMap { [$0.name, $0.address] }.compactMap { $0.map { collapsed(text.text($0)).lowercased() } }))
  }

  private func isRobot(_ address: TextSpan) -> Bool {
    let local = text.text(address).lowercased().prefix { $0 != "@" }.filter(\.isLetter)
    return PaperWords.robots.contains { local.hasPrefix($0) }
  }

  private func isPrivate(_ address: TextSpan) -> Bool {
    labels(address).first.map { NoteScanner.privateHosts.contains(wordKey($0.unicodeScalars)) } ?? false
  }

  /// The parts of an address behind its sign, the country's or general ending left out.
  private func labels(_ address: TextSpan) -> [String] {
    let own = text.text(address).lowercased()
    guard let at = own.firstIndex(of: "@") else { return [] }
    return own[own.index(after: at)...].split(separator: ".").dropLast().map(String.init)
  }

  /// Whether the text calls somebody as the address's host is called: "Larkhill Inn" and `larkhillinn.example`.
  private func isNamed(_ address: TextSpan) -> Bool {
    let hosts = labels(address).map { $0.filter(\.isLetter) }.filter { $0.count > 3 }
    guard !hosts.isEmpty, !isPrivate(address) else { return false }
    return words.indices.contains { place in
      guard words[place].first?.isUppercase ?? false, !people.contains(words[place]) else { return false }
      var name = ""
      for word in words[place...].prefix(MailSide.mostWords) {
        name += word.lowercased()
        if hosts.contains(name) || hosts.contains("the" + name) { return true }
        guard hosts.contains(where: { $0.hasPrefix(name) || $0.hasPrefix("the" + name) }) else { return false }
      }
      return false
    }
  }

  private static let mostWords = 6

  /// Runs of letters, addresses left out.
  private static func words(_ text: [Unicode.Scalar], _ span: TextSpan) -> [String] {
    text.text(span).split(whereSeparator: \.isWhitespace).filter { !$0.contains("@") }.flatMap { part in
      part.filter { $0 != "'" && $0 != "’" }.split { !$0.isLetter }.map(String.init)
    }
  }
}

extension Mail {
  /// Whose mail it is and whether they wrote it: as is known, or as this mail alone shows.
  func user(_ owner: MailOwner) -> (owner: MailOwner, side: Direction?) {
    if let side = messageHead.side(of: owner, in: text) { return (owner, side) }
    let shown = MailSide(correspondents, view.scalars)
    guard let side = shown.direction else { return (owner, nil) }
    return (MailOwner(names: owner.names.union(shown.user(side).names)), side)
  }

  /// Who writes and who is written to, decoded: places in the view.
  var correspondents: MessageHead {
    var head = MessageHead()
    for line in lineSpans(of: view.scalars, in: TextSpan(0, bodyStart)) {
      guard let colon = view.scalars[line.start..<line.end].firstIndex(of: ":") else { continue }
      let all = MessageHead.Correspondent.list(view.scalars, view.scalars.trimmed(TextSpan(colon + 1, line.end)))
      switch view.scalars.text(TextSpan(line.start, colon)) {
      case "From": head.sender = all.first
      case "To": head.addressees += all.prefix(Mail.mostAddressees)
      default: break
      }
    }
    return head
  }

  private static let mostAddressees = 50
}

extension Reading {
  /// Leaves out what an automatic reply cannot promise.
  mutating func leaveOutDays() {
    let isOfSomebody = { (fact: Fact) in [.promisedDate, .interviewDate, .nextStep].contains(fact.field) }
    facts.removeAll(where: isOfSomebody)
    perhaps.removeAll(where: isOfSomebody)
  }

  /// Takes as sure whom a head names on the other side than the user's: who writes to a candidate, or is written to.
  mutating func believe(_ correspondents: [MessageHead.Correspondent]) {
    guard paper != .other else { return }
    let names = correspondents.compactMap(\.name)
    let isNamed = { (fact: Fact) in fact.field == .person && names.contains { $0.overlaps(fact.span) } }
    for fact in perhaps where isNamed(fact) {
      var fact = fact
      fact.isSure = true
      facts.append(fact)
    }
    perhaps.removeAll(where: isNamed)
    facts = facts.inTextOrder()
  }
}
