import Model

/// Which contact does what a rule asks for.
extension RulePlanning {
  /// The first contact with a person, on or after a day, that fulfils a rule; where it is not known who is meant, with
  /// anybody of the process.
  func fulfilment(of rule: Rule, person: RowID?, since day: Day) -> Contact? {
    let contacts = person.map(process.contacts(with:)) ?? process.contacts
    return contacts.first { $0.day >= day && rule.isFulfilled(by: $0) }
  }

  /// Everything sent in the process that asked about its state, on or after a day, one a day.
  func statusContacts(since day: Day) -> [Contact] {
    var days: Set<Day> = []
    return process.contacts.filter { contact in
      guard contact.isSent, contact.day >= day else { return false }
      let asks = contact.purpose.map { $0 == .status || $0 == .announcedCall } ?? (contact.channel != .card)
      return asks && days.insert(contact.day).inserted
    }
  }

  /// Whether they said anything on or after a day.
  func isWord(since day: Day) -> Bool {
    process.contacts.contains { $0.isWord && $0.day >= day }
  }
}

extension Rule {
  /// Whether a contact does what this rule asks for. A contact of unknown purpose counts when it went over one of the
  /// rule's channels: asking again for what was done is worse than asking too little.
  func isFulfilled(by contact: Contact) -> Bool {
    guard contact.isSent else { return false }
    if let decided = contact.rule {
      // Done is done, under whichever playbook it was.
      return decided == name.description || likes.contains { $0.description == decided }
    }
    if anchor.isAnnouncedCall { return contact.channel == .call || contact.purpose == .announcedCall }
    guard let sent = contact.purpose else {
      return purpose != .repair && purpose != .proposal && goesOver(contact.channel)
    }
    if draft == .valueAddedResponse { return contact.form == draft?.rawValue || sent == .value }
    if [.offerExtension, .offerAcknowledgement, .acceptance, .writtenOffer].contains(draft) {
      return contact.form == draft?.rawValue || (contact.form == "offer" && draft == .offerAcknowledgement)
    }
    switch purpose {
    case .status: return sent == .status || sent == .announcedCall
    case .afterNo: return sent == .afterNo || sent == .firstThanks
    case .keepInTouch, .value: return sent == .keepInTouch || sent == .value
    case .firstThanks: return sent == .firstThanks && !(contact.channel == .card && !channels.contains(.card))
    case .task, .card, .announcedCall, .repair, .proposal, .secondWind, .promise, .offer: return sent == purpose
    }
  }

  /// Whether a channel is one of the rule's; a message is as good as an e-mail, a letter without channel as any.
  private func goesOver(_ channel: Channel?) -> Bool {
    guard let channel else { return purpose != .card }
    return channels.contains(channel) || (channel == .message && channels.contains(.email))
  }
}

extension Anchor {
  var isAnnouncedCall: Bool {
    if case .announcedCall = self { true } else { false }
  }
}
