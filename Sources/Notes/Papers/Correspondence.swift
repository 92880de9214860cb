package import Model

/// Something that a paper is or tells of: a mail, a call, a message, with whom, when and in which words.
package struct Correspondence: Hashable, Sendable {
  /// Somebody who wrote or is written to, as the paper names them.
  package struct Party: Hashable, Sendable {
    package var name: Attribute?
    package var address: Attribute?
    /// Whether it is the user.
    package var isOwner = false
    /// Whether a program writes under this address.
    package var isRobot = false

    package init(name: Attribute?, address: Attribute?) { (self.name, self.address) = (name, address) }
  }

  package var channel: Channel?
  /// nil where only the addresses can tell.
  package var direction: Direction?
  package var sender: Party?
  package var addressees: [Party] = []
  package var day: Day?
  /// Without its angle brackets.
  package var messageID: String?
  package var subject: String?
  /// What is said in it, without greeting, closing, signature and whatever is quoted.
  package var words = ""
  /// Where it stands in the file.
  package var span: TextSpan
  /// The number of its facts' group.
  package var group = 1
  /// What sort of paper it is by itself, and how likely.
  package var sort: PaperKind?
  package var probability = 0.0

  /// Names that stand right behind the words by which a note tells of it: "wrote to Dana Whitfield to thank her".
  package var namedBeside: [Party] = []

  package init(channel: Channel?, direction: Direction? = nil, span: TextSpan) {
    (self.channel, self.direction, self.span) = (channel, direction, span)
  }

  /// Characters of a message's own words that are kept beside the paper itself.
  static let mostWords = 1_000
}

extension Papers {
  /// What a message says itself, its lines joined, at most so many scalars.
  func ownWords(_ paper: Paper, most: Int = Correspondence.mostWords) -> String {
    var own = [String]()
    for line in lines[paper.lines] {
      switch line.role {
      case .mailHead, .greeting, .closing, .signature, .quoted, .syntax: continue
      case .blank: if own.last?.isEmpty == false { own.append("") }
      default: own.append(collapsed(text.text(line.span)))
      }
    }
    while own.last?.isEmpty == true { own.removeLast() }
    let paragraphs = own.split(separator: "").map { $0.joined(separator: " ") }
    return String(String.UnicodeScalarView(paragraphs.joined(separator: "\n").unicodeScalars.prefix(most)))
  }
}

extension Mail {
  /// The mail as something said to somebody.
  ///
  /// - Parameter sort: what the scorer took it for.
  func correspondence(
    _ owner: MailOwner, _ side: Direction?, group: Int, sort: PaperKind?, _ probability: Double
  ) -> Correspondence {
    var found = Correspondence(channel: .email, direction: side, span: span)
    (found.messageID, found.subject) = (messageHead.messageID, messageHead.subject)
    (found.day, found.group, found.sort, found.probability) = (date?.day, group, sort, probability)
    let head = correspondents
    found.sender = head.sender.map { party($0, owner) }
    found.addressees = head.addressees.map { party($0, owner) }
    let papers = Papers(message: view.scalars, body: bodyStart, head: messageHead)
    found.words = papers.papers.first.map { papers.ownWords($0) } ?? ""
    return found
  }

  private func party(_ one: MessageHead.Correspondent, _ owner: MailOwner) -> Correspondence.Party {
    var party = Correspondence.Party(one, in: view.scalars, owner)
    party.name?.span = one.name.map(view.source) ?? TextSpan(0, 0)
    party.address?.span = one.address.map(view.source) ?? TextSpan(0, 0)
    return party
  }
}

extension Correspondence.Party {
  init(_ one: MessageHead.Correspondent, in text: [Unicode.Scalar], _ owner: MailOwner) {
    name = one.name.flatMap { span in
      let own = collapsed(text.text(span))
      return own.isEmpty || own.contains("@") ? nil : Attribute(value: own, span: span, text: text.text(span))
    }
    address = one.address.flatMap { span in
      let own = text.text(span)
      return own.contains("@") ? Attribute(value: own.lowercased(), span: span, text: own) : nil
    }
    let local = address?.value.prefix { $0 != "@" }.filter(\.isLetter) ?? ""
    isRobot = PaperWords.robots.contains { local.hasPrefix($0) }
    isOwner = [name?.value, address?.value].compactMap(\.self).contains(where: owner.holds)
  }
}

extension Papers {
  /// The messages that were pasted into a text, with their heads.
  func correspondence(_ owner: MailOwner) -> [Correspondence] {
    papers.compactMap { paper in
      guard let head = paper.head else { return nil }
      var found = Correspondence(channel: .email, span: paper.span)
      found.sender = head.sender.map { Correspondence.Party($0, in: text, owner) }
      found.addressees = head.addressees.map { Correspondence.Party($0, in: text, owner) }
      (found.day, found.subject) = (head.date?.day, head.subject)
      found.words = ownWords(paper)
      return found
    }
  }
}

/// The days in the heads of mails.
package enum MailDate {
  /// `Mon, 16 Mar 2026 09:14:22 +0000` (RFC 5322 §3.3).
  package static func moment(_ field: String) -> Moment? { Mail.moment(field) }
}
