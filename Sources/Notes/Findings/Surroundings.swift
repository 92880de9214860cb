/// What any sentence may hold beside its main matter: people, pay, a job title, the form and round of the interview.
extension NoteScanner {
  func readAround(_ span: TextSpan) {
    readPeople(span)
    readRole(span)
    readPay(span)
    readEmployer(span)
    guard section == nil || section == .people else { return }
    let slice = tokens(in: span)
    let isAhead = slice.contains { NoteScanner.aheadWords.contains($0.key) }
    let isInvitation = container == .mail && (has(.interviewDate) || !dates(in: span).isEmpty)
    let isTold = NoteScanner.told.first(in: slice) != nil || index - start < 10 && slice.count < 16
    if isInvitation || isTold && !isAhead {
      claimForm(span, isSure: false)
    }
    if isInvitation || NoteScanner.roundTold.first(in: slice) != nil || index - start < 10 && slice.count < 12,
      !slice.contains(where: { $0.word.keyword == .next })
    {
      claimRound(span)
    }
  }

  private static let aheadWords = WordSet(
    "likely next then will would they'll she'll he'll followed upcoming expect probably")
  static let told = Phrases<Bool>([
    (
      "interview|interviewed|call|met|spoke|talked|chat|round|afternoon in|morning in|was in|on zoom|via zoom|over zoom|on teams|over teams|via teams|by phone|it was on|was on|it was via|it was over|it was by|over the phone|on the phone|gespräch|entretien|spent|arrived|drove|train|went to",
      true
    )
  ]).listed(as: .told)
  static let roundTold = Phrases<Bool>([
    (
      "this was|that was|was the|was my|it was|today's|first round on|second round on|third round on|had my|had the|war das|c'était|round on|in the|for the|my",
      true
    )
  ]).listed(as: .roundTold)

  static let payCues = Phrases<Bool>([
    (
      "salary|comp|compensation|pay|pays|paying|paid|budget|base|band|range|package|offer|offered|offering|rate|day rate|ote|gehalt|salaire|ctc|earn|earning|money|wage|wages|p.a|per annum|per hour|a day|an hour|a year|per year|per day|pro jahr|brut|brutto|guesses|guessed|around|somewhere between|ballpark|up to",
      true
    )
  ]).listed(as: .payCues)

  func readPay(_ span: TextSpan) {
    guard !has(.compensation), section != .preparation else { return }
    let slice = tokens(in: span)
    guard slice.contains(where: { $0.kind == .number }) else { return }
    let isBeside = lines.indices.contains(index) && (isTaken(lines[index].content, by: .role) || isLoneAmount(slice))
    let isSaid = NoteScanner.payCues.first(in: slice) != nil || isBeside
    for pay in MoneyGrammar(text: text, tokens: slice).amounts(isSaid: isSaid)
    where !pay.isExtra && isPlausible(pay, isSaid: isSaid) {
      return add(.compensation, pay.span, value: pay.value)
    }
  }

  /// An amount with its currency may be anything; without a word about pay it must look like a salary.
  private func isPlausible(_ pay: Pay, isSaid: Bool) -> Bool {
    // "£5.20" without a word of time is a price.
    if !pay.hasUnit, pay.value.hasSuffix("/hour") { return false }
    if isSaid { return true }
    guard pay.hasCurrency || pay.value.contains("-"),
      let digits = pay.value.split(separator: " ").last?.split(separator: "/").first?.split(separator: "-").first,
      let amount = Int(digits.prefix { $0 != "." })
    else { return false }
    if pay.hasUnit, pay.value.hasSuffix("/day") || pay.value.hasSuffix("/hour") { return section == nil }
    if pay.hasUnit, pay.value.hasSuffix("/month") { return section == nil && amount >= 800 }
    return amount >= 15000 && (amount < 1_000_000 || pay.hasUnit || pay.value.hasPrefix("INR"))
      && (section == .salary || index - start < 12 || lines[index].isItem)
  }

  /// "31k + ot": the line says nothing else.
  private func isLoneAmount(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.first, first.kind == .number, slice.count <= 6 else { return false }
    return Int(first.start) == lines[index].content.start || slice.count == 2 && slice.last?.word.keyword == .k
  }
}
