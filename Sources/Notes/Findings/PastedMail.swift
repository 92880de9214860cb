/// A mail's text in a note of its own, without the headers that would tell it.
extension NoteScanner {
  /// Where the text of a pasted mail begins: a greeting near the top, a closing line with a name below.
  func pastedMailBody() -> Int? {
    let content = lines.indices.filter { lines[$0].kind != .blank }
    guard
      let greeting = content.prefix(5).first(where: {
        let slice = tokens[lines[$0].tokens]
        return isGreeting(slice) && slice.count >= 2 && slice.last?.isMark(",") ?? false
      }),
      content.prefix(while: { $0 < greeting }).allSatisfy({ isMailHeader(lines[$0]) }),
      let closing = content.last(where: { isClosing(tokens[lines[$0].tokens]) }), closing > greeting + 1,
      let signer = content.first(where: { $0 > closing }),
      NameGrammar(text: text, tokens: tokens[lines[signer].tokens]).name(lines[signer].tokens.lowerBound) != nil
    else { return nil }
    return lines[greeting].span.start
  }

  func readPastedMail(bodyStart: Int) {
    container = .mail
    readMail(bodyStart: bodyStart)
  }

  private func isMailHeader(_ line: NoteLine) -> Bool {
    let slice = tokens[line.tokens]
    guard let name = slice.first, let colon = slice.dropFirst().first, colon.isMark(":") else { return false }
    return NoteScanner.headerNames.contains(name.key)
  }

  private static let headerNames = WordSet("subject from to date cc sent betreff von an datum objet de à re")
}
