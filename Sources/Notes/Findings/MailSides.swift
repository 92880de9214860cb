/// On which side of the table a mail was written: the company's, an agency's, the candidate's, or both.
extension NoteScanner {
  /// The same address behind "From" and "To": a note mailed to oneself.
  func isToOneself(_ headers: ArraySlice<NoteLine>) -> Bool {
    let addresses = headers.filter(isCorrespondent).compactMap { line in
      ClaimFinder(text: text).claims(in: line.content).first { $0.kind == .email }.map {
        text.text($0.span).lowercased()
      }
    }
    return addresses.count == 2 && addresses[0] == addresses[1]
  }

  /// The subject of a note to oneself is its title.
  func ownHeader(_ line: NoteLine) {
    let slice = tokens(in: line.content)
    guard let first = slice.first, let colon = slice.dropFirst().first, colon.isMark(":"),
      text.text(first.span).lowercased() == "subject", Int(colon.end) < line.content.end
    else { return }
    title(text.trimmed(TextSpan(Int(colon.end), line.content.end)))
  }

  func isCorrespondent(_ line: NoteLine) -> Bool {
    tokens(in: line.content).first.map { $0.word.keyword == .from || $0.word.keyword == .to } ?? false
  }

  /// Above zero where only the receiver has the address of a private person, below where only the sender has.
  func writerSide(_ headers: ArraySlice<NoteLine>) -> Int {
    var side = 0
    for line in headers {
      if let first = tokens(in: line.content).first, isOwn(line) {
        if first.word.keyword == .from { side -= 4 } else if first.word.keyword == .to { side += 4 }
        continue
      }
      guard let first = tokens(in: line.content).first,
        let at = text[line.content.start..<line.content.end].firstIndex(of: "@"),
        let host = tokens(in: TextSpan(at + 1, line.content.end)).first, NoteScanner.privateHosts.contains(host.key)
      else { continue }
      if first.word.keyword == .from { side -= 2 } else if first.word.keyword == .to { side += 2 }
    }
    return side
  }

  /// Whether the user's own address stands in a head's line.
  private func isOwn(_ line: NoteLine) -> Bool {
    !owner.names.isEmpty
      && ClaimFinder(text: text).claims(in: line.content).contains {
        $0.kind == .email && owner.holds(text.text($0.span))
      }
  }

  /// The first words of private hosts.
  static let privateHosts = WordSet(
    WordFile(.mail)["privateHosts"].map { $0.prefix { $0 != "." && $0 != "-" } }.joined(separator: " "))

  /// Who writes of a client places people.
  static let clientWords = Phrases<Bool>([
    (
      "my client|our client|my clients|the client|mein kunde|meine kundin|unser kunde|mein mandant|mon client|notre client",
      true
    )
  ]).listed(as: .clientWords)
}
