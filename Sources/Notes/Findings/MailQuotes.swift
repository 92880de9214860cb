/// Where somebody's earlier mail begins inside a mail.
extension NoteScanner {
  /// Marks the lines that introduce earlier mails as quoted: "On … wrote:", also broken over lines, "-----Original
  /// Message-----", and the fields that Outlook puts there.
  ///
  /// - Returns: the lines from which the text is an earlier mail though no ">" says so, in order.
  func markQuoteHeads(from body: Int) -> [Int] {
    let lastMarked = lines.lastIndex { $0.quoteDepth > 0 } ?? body
    var unmarked = [Int]()
    var place = body
    while place < lines.count {
      guard let end = quoteHeadEnd(place) else {
        place += 1
        continue
      }
      // Above lines with quote marks those tell what is quoted.
      if lastMarked < end, lines[place].quoteDepth == 0 { unmarked.append(end) }
      for line in place..<end {
        lines[line].role = .quoted
        lines[line].kind = .syntax
      }
      place = end
    }
    return unmarked
  }

  /// The place after the lines that introduce an earlier mail; nil where none begins.
  private func quoteHeadEnd(_ place: Int) -> Int? {
    guard lines[place].kind != .blank else { return nil }
    if isOriginalMark(lines[place]) { return fieldsEnd(place + 1) ?? place + 1 }
    if NoteScanner.senderFields.contains(fieldName(lines[place]) ?? ""), let end = fieldsEnd(place), end - place > 2 {
      return end
    }
    return attributionEnd(place)
  }

  // MARK: - "On … wrote:"

  private func attributionEnd(_ place: Int) -> Int? {
    let first = tokens(in: lines[place].content)
    guard let opening = first.first else { return nil }
    var (count, hasWrote, isDated) = (0, false, false)
    for end in place..<min(place + 3, lines.count) {
      guard lines[end].kind != .blank, lines[end].quoteDepth == lines[place].quoteDepth else { return nil }
      let slice = tokens(in: lines[end].content)
      count += slice.count
      guard count <= 60 else { return nil }
      hasWrote = hasWrote || slice.contains { NoteScanner.wrote.contains($0.key) }
      isDated = isDated || slice.contains { $0.kind == .number }
      if slice.last?.isMark(":") ?? false {
        let isOpened = NoteScanner.openings.contains(opening.key)
        return count > 4 && hasWrote && isDated && (isOpened || holdsAddress(place...end)) ? end + 1 : nil
      }
    }
    return nil
  }

  private func holdsAddress(_ range: ClosedRange<Int>) -> Bool {
    text[lines[range.lowerBound].content.start..<lines[range.upperBound].content.end].contains("@")
  }

  private static let openings = WordSet("on am le el il op den em")
  private static let wrote = WordSet(
    "wrote schrieb écrit schreef escribió scritto skrev escreveu napisał napisała napsal kirjoitti")

  // MARK: - Outlook

  private func isOriginalMark(_ line: NoteLine) -> Bool {
    let slice = tokens(in: line.content)
    return slice.count < 20 && NoteScanner.originals.first(in: slice) != nil
  }

  static let originals = Phrases<Bool>([
    (
      "original message|original appointment|ursprüngliche nachricht|ursprünglicher termin|forwarded message|message d'origine|message transféré|weitergeleitete nachricht|messaggio originale|mensaje original|oorspronkelijk bericht",
      true
    )
  ]).listed(as: .originals)

  /// The place after a run of a mail's fields; nil where none stands there.
  private func fieldsEnd(_ place: Int) -> Int? {
    var end = place
    while end < min(place + 8, lines.count), let name = fieldName(lines[end]), NoteScanner.mailFields.contains(name) {
      end += 1
    }
    return end > place ? end : nil
  }

  /// "Gesendet" of "Gesendet: Mittwoch, 13. Mai", also in bold, in small letters.
  private func fieldName(_ line: NoteLine) -> String? {
    let head = text[line.content.start..<line.content.end].prefix(16)
    guard let colon = head.firstIndex(of: ":") else { return nil }
    return collapsed(string(head[..<colon]).lowercased().filter { $0 != "*" && $0 != "_" })
  }

  private static let senderFields: Set = ["from", "von", "de", "da", "van", "från", "fra", "od"]
  private static let mailFields = senderFields.union([
    "sent", "date", "to", "cc", "subject", "importance", "gesendet", "datum", "an", "betreff", "wichtigkeit", "envoyé",
    "à", "objet", "inviato", "a", "oggetto", "enviado", "para", "asunto", "verzonden", "aan", "onderwerp", "skickat",
    "till", "ämne", "sendt", "til", "emne", "wysłano", "do", "temat",
  ])
}
