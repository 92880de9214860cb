import Model

/// Whose mailbox it is: never a contact.
struct MailOwner: Hashable, Sendable {
  /// Mail addresses and full names, in small letters.
  var names: Set<String> = []

  /// Whether a name or address is the user's; of names also the first one alone.
  func holds(_ name: String) -> Bool {
    guard !names.isEmpty else { return false }
    let own = collapsed(name).lowercased()
    return names.contains { $0 == own || $0.hasPrefix(own + " ") }
  }

  /// The address that the mails of a box have in common: written to in most of them, or by it.
  ///
  /// - Parameter heads: of all mails, with places in the text.
  mutating func learn(_ heads: [MessageHead], _ text: [Unicode.Scalar]) {
    guard heads.count >= 3 else { return }
    var counts = [String: Int]()
    for head in heads {
      let all = [head.sender].compactMap(\.self) + head.addressees
      for address in Set(all.compactMap { $0.address.map { text.text($0).lowercased() } }) {
        counts[address, default: 0] += 1
      }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 5 >= heads.count * 4
    else { return }
    names.insert(most.key)
    for head in heads {
      for one in [head.sender].compactMap(\.self) + head.addressees {
        guard let address = one.address, let name = one.name, text.text(address).lowercased() == most.key else {
          continue
        }
        names.insert(collapsed(text.text(name)).lowercased())
      }
    }
  }
}

extension MessageHead {
  /// Whether the user wrote it or is written to; nil where the head does not name the user.
  ///
  /// - Parameter text: what the head's spans are of.
  func side(of owner: MailOwner, in text: [Unicode.Scalar]) -> Direction? {
    let isOwner = { (one: Correspondent) in
      [one.name, one.address].compactMap { $0.map { text.text($0) } }.contains(where: owner.holds)
    }
    if sender.map(isOwner) ?? false { return .sent }
    return addressees.contains(where: isOwner) ? .received : nil
  }

  /// The user, as one mail shows who that is: the writer of what was surely sent, who alone is written to in word from a
  /// firm; nil where the mail may be either.
  ///
  /// - Parameter text: what the head's spans are of.
  func user(in text: [Unicode.Scalar], _ reading: Reading) -> MailOwner? {
    guard let paper = reading.paper, reading.paperProbability >= MessageHead.sureOfSide else { return nil }
    let user: Correspondent?
    switch paper.side {
    case .sent: user = sender
    case .received: user = addressees.count == 1 ? addressees[0] : nil
    case nil: user = nil
    }
    guard let name = user?.name else { return nil }
    return MailOwner(names: [collapsed(text.text(name)).lowercased()])
  }

  private static let sureOfSide = 0.7
}

extension Reading {
  /// Takes the user out of the people.
  mutating func leaveOut(_ user: MailOwner) {
    let isUser = { (fact: Fact) in fact.person.map { user.holds($0.name.value) } ?? false }
    facts.removeAll(where: isUser)
    perhaps.removeAll(where: isUser)
  }
}
