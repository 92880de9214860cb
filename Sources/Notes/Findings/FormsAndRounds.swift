/// The form of an interview and its round.
extension NoteScanner {
  // MARK: - Form and round

  @discardableResult
  func claimForm(_ span: TextSpan, isSure: Bool) -> Bool {
    guard !has(.interviewKind), section != .next, section != .commitment, section != .preparation else { return false }
    let slice = tokens(in: span)
    let forms = RoleWords.forms
    for place in slice.indices {
      if let end = theirPlace(place, slice) {
        add(.interviewKind, TextSpan(Int(slice[place].start), Int(slice[end - 1].end)), value: "onsite")
        return true
      }
      guard let found = forms.match(slice, at: place) else { continue }
      let isNumberBeside =
        found.meaning == "phone" && found.end - place == 1 && slice.indices.contains(found.end)
        && (slice[found.end].kind == .number || slice[found.end].isMark("+") || slice[found.end].isMark(":")
          || slice[found.end].isMark("("))
      if isNumberBeside { continue }
      if !isSure, found.meaning == "video", found.end - place == 1, slice[place].word.keyword == .teams,
        !slice[place].isCapital, !isApart(place..<found.end, slice)
      {
        continue
      }
      if !isSure, found.end - place == 1, slice[place].word.keyword == .online || slice[place].word.keyword == .tel {
        continue
      }
      add(.interviewKind, TextSpan(Int(slice[place].start), Int(slice[found.end - 1].end)), value: found.meaning)
      return true
    }
    return false
  }

  /// "at their works", "their Leeds office", "to the Park Royal site", and in a mail "at our Cardiff office": the place
  /// after it.
  private func theirPlace(_ place: Int, _ slice: ArraySlice<Token>) -> Int? {
    guard slice[place].kind == .word else { return nil }
    let isLed = NoteScanner.toPlaces.contains(slice[place].key)
    let owner = isLed ? place + 1 : place
    guard slice.indices.contains(owner) else { return nil }
    let isTheirs = slice[owner].word.keyword == .their || container == .mail && slice[owner].word.keyword == .our
    let isNamed =
      (isLed || place == slice.startIndex) && slice[owner].word.keyword == .the && slice.indices.contains(owner + 1)
      && (slice[owner + 1].isCapital || slice[place].word.keyword == .at)
    guard isTheirs || isNamed else { return nil }
    for end in (owner + 1)..<min(owner + 5, slice.endIndex) {
      guard slice[end].kind == .word else { return nil }
      if NoteScanner.places.contains(slice[end].key) || isTheirs && slice[end].key == NoteScanner.placeWord {
        return end + 1
      }
      guard slice[end].isCapital || end == owner + 1 else { return nil }
    }
    return nil
  }

  /// Between marks: "0930, teams, first interview".
  private func isApart(_ range: Range<Int>, _ slice: ArraySlice<Token>) -> Bool {
    (range.lowerBound == slice.startIndex || slice[range.lowerBound - 1].kind == .mark)
      && (range.upperBound == slice.endIndex || slice[range.upperBound].kind == .mark)
  }

  /// "Drug screen if yes."
  private static let otherScreens = WordSet("drug background medical credit health security big touch")
  private static let placeWord = wordKey("place")
  private static let toPlaces = WordSet("at in to visited round around from")
  private static let places = WordSet(
    "showroom restaurant hotel garage salon surgery gallery museum library kitchen bakery brewery farm office offices works site branch factory plant depot campus headquarters hq studio studios premises warehouse building clinic practice shop store yard lab laboratory school hospital quarry harbour port terminal hangar mill yard vineyard estate loft nursery theatre centre center"
  )

  private static let roundWords = WordSet(
    "round interview stage rd runde gespräch interviewrunde entretien tour meeting conversation call chat screen visit")

  private static let ordinals: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: [
      ("first", "1"), ("second", "2"), ("third", "3"), ("fourth", "4"), ("fifth", "5"), ("last", "final"),
      ("erste", "1"), ("erstes", "1"), ("zweite", "2"), ("zweites", "2"), ("dritte", "3"), ("drittes", "3"),
      ("premier", "1"), ("deuxième", "2"), ("troisième", "3"), ("dernier", "final"),
    ].map { (wordKey($0.0), $0.1) })

  /// "1st" or "second" by itself, where a label says that a round is named.
  private func claimOrdinal(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.first else { return false }
    if let value = NoteScanner.ordinals[first.key] {
      add(.interviewRound, first.span, value: value)
      return true
    }
    guard first.kind == .number, (1...9).contains(first.number), let suffix = slice.dropFirst().first,
      !suffix.isSpaced, NoteScanner.suffixes.contains(suffix.key)
    else { return false }
    add(.interviewRound, TextSpan(Int(first.start), Int(suffix.end)), value: String(first.number))
    return true
  }

  private static let suffixes = WordSet("st nd rd th er e ème")

  /// The "2" of "R2".
  func letteredRound(_ place: Int, _ slice: ArraySlice<Token>) -> String? {
    guard slice[place].isCapital, slice[place].length == 1, text[Int(slice[place].start)] == "R",
      slice.indices.contains(place + 1), !slice[place + 1].isSpaced, slice[place + 1].kind == .number,
      (1...9).contains(slice[place + 1].number), place == slice.startIndex || slice[place].isSpaced
    else { return nil }
    return String(slice[place + 1].number)
  }

  /// "2nd round", "3. Runde", "2e entretien": the place after it.
  private func ordinalRound(_ place: Int, _ slice: ArraySlice<Token>) -> Int? {
    guard slice[place].kind == .number, (1...9).contains(slice[place].number), slice.indices.contains(place + 2),
      !slice[place + 1].isSpaced, slice[place + 1].kind == .word || slice[place + 1].isMark("."),
      slice[place + 1].length <= 3, NoteScanner.roundWords.contains(slice[place + 2].key)
    else { return nil }
    return place + 3
  }

  @discardableResult
  func claimRound(_ span: TextSpan, isSure: Bool = false) -> Bool {
    guard !has(.interviewRound), section != .next, section != .commitment, section != .preparation else { return false }
    let slice = tokens(in: span)
    let rounds = RoleWords.rounds
    for place in slice.indices {
      if slice[place].word.keyword == .round || slice[place].word.keyword == .runde
        || slice[place].word.keyword == .stage || slice[place].word.keyword == .rd, slice.indices.contains(place + 1),
        slice[place + 1].kind == .number, (1...9).contains(slice[place + 1].number)
      {
        add(
          .interviewRound, TextSpan(Int(slice[place].start), Int(slice[place + 1].end)),
          value: String(slice[place + 1].number))
        return true
      }
      if let value = letteredRound(place, slice) {
        add(.interviewRound, TextSpan(Int(slice[place].start), Int(slice[place + 1].end)), value: value)
        return true
      }
      if let end = ordinalRound(place, slice) {
        add(
          .interviewRound, TextSpan(Int(slice[place].start), Int(slice[end - 1].end)),
          value: String(slice[place].number))
        return true
      }
      guard let found = rounds.match(slice, at: place) else { continue }
      if found.meaning == "screen", place > slice.startIndex,
        RoleWords.forms.match(slice, at: place - 1) != nil || slice[place - 1].isMark("-")
      {
        continue
      }
      if found.meaning == "screen", place > slice.startIndex, NoteScanner.otherScreens.contains(slice[place - 1].key) {
        continue
      }
      if found.meaning == "final", found.end - place == 1, !isSure { continue }
      add(.interviewRound, TextSpan(Int(slice[place].start), Int(slice[found.end - 1].end)), value: found.meaning)
      return true
    }
    return isSure && claimOrdinal(slice)
  }
}
