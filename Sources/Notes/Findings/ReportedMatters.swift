/// What somebody is told to have said, where no phrase of the tables says what it is about: "Joris says a quarter of his
/// drivers retire", "Colin: you've only ever worked in universities".
///
/// Who is reported in such notes speaks of a trouble of theirs or of a doubt about the candidate; words of want, loss and
/// failure tell these from praise and small talk, and the first words tell whom it is about.
extension NoteScanner {
  /// Adds a reported trouble or doubt; false where the sentence reports none.
  @discardableResult
  func reportedMatter(_ sentence: TextSpan) -> Bool {
    let telling = { (token: Token) in NoteScanner.wants.contains(token.key) || NoteScanner.frank.contains(token.key) }
    guard section == nil || section == .general, tokens(in: sentence).contains(where: telling),
      let (said, isFrank) = reported(sentence)
    else { return false }
    let slice = tokens(in: said)
    guard (4...32).contains(slice.count), !(slice.last?.isMark("?") ?? false), !isOfProcess(slice),
      isFrank || slice.contains(where: { NoteScanner.wants.contains($0.key) }), let field = subjectField(slice)
    else { return false }
    clause(field, said)
    return true
  }

  /// What stands behind "Moira said (that)", "Apparently", or a speaker's colon; frank is who needs no words of want.
  private func reported(_ sentence: TextSpan) -> (TextSpan, isFrank: Bool)? {
    let slice = tokens(in: sentence)
    guard slice.count >= 5 else { return nil }
    if let said = speaker(sentence), isSomebody(slice[slice.startIndex]) { return (said, false) }
    if let colon = slice.indices.prefix(6).first(where: { slice[$0].isMark(":") }), colon > slice.startIndex,
      NoteScanner.frank.contains(slice[colon - 1].key), slice.indices.contains(colon + 1)
    {
      return (TextSpan(Int(slice[colon + 1].start), sentence.end), true)
    }
    let isHearsay = NoteScanner.hearsay.contains(slice[slice.startIndex].key)
    guard
      let verb = isHearsay
        ? slice.startIndex
        : slice.indices.prefix(6).dropFirst().first(where: { NoteScanner.reporting.contains(slice[$0].key) }),
      !slice[..<verb].contains(where: isFirstPerson)
    else { return nil }
    var place = verb + 1
    while slice.indices.contains(place),
      NoteScanner.afterReporting.contains(slice[place].key) || slice[place].isMark(",") || slice[place].isMark(":")
    { place += 1 }
    return slice.indices.contains(place) ? (TextSpan(Int(slice[place].start), sentence.end), false) : nil
  }

  /// Begins the name of a person: "Weather: not a cloud" has no speaker.
  private func isSomebody(_ token: Token) -> Bool {
    NameWords.firstNames.contains(token.key) || NameGrammar.honorifics.contains(token.key)
      || people[firstOfGroup...].contains { $0.matches(token.key) }
  }

  /// A doubt where the first words speak of the candidate, a trouble where nothing does.
  private func subjectField(_ slice: ArraySlice<Token>) -> FactField? {
    let isMine = { (token: Token) in
      self.isFirstPerson(token) || self.container != .mail && NoteScanner.secondPerson.contains(token.key)
    }
    if slice.prefix(3).contains(where: isMine) { return .objection }
    return slice.contains(where: isMine) ? nil : .challenge
  }

  /// Of answers, appointments and rivals the tables know; a refusal is no matter either.
  private func isOfProcess(_ slice: ArraySlice<Token>) -> Bool {
    CueWords.promised.first(in: slice) != nil || CueWords.appointment.first(in: slice) != nil
      || slice.first.map { NoteScanner.refusals.contains($0.key) } ?? true
  }

  private func isFirstPerson(_ token: Token) -> Bool { NoteScanner.firstPerson.contains(token.key) }

  private static let frank = WordSet(
    "frank candid honest blunt open direct clear straight offen ehrlich deutlich direkt franc franche direct directe")
  private static let firstPerson = WordSet(
    "i i'm i've i'd i'll my me mine myself ich mein meine mir mich je j'ai mon ma mes")
  private static let secondPerson = WordSet("you you're you've you'd your yours sie ihr ihre ihnen vous votre vos")
  private static let refusals = WordSet("no not yes nothing something to thanks thank well")
  private static let reporting = WordSet(
    "said says saying told tells admitted admits mentioned mentions reckons reckoned thinks thought believes explained explains confessed confesses warned warns revealed reveals complained complains conceded concedes noted notes remarked grumbled sighed whispered muttered joked confirmed described sagt sagte meint meinte erzählte erzählt erklärte erklärt schilderte dit explique a-dit avoue raconte"
  )
  /// Words that report without anybody named, at the start of the sentence.
  private static let hearsay = WordSet(
    "apparently seemingly reportedly evidently supposedly angeblich offenbar apparemment")
  private static let afterReporting = WordSet(
    "me us them that dass que out openly frankly bluntly straight quietly")
  private static let wants = WordSet(
    """
    half again still always constantly no not never nobody none nothing neither nor without lack lacks lacked lacking missing short shortage too only hardly barely scarcely few fewer less least little low lower poor
    don't doesn't didn't can't cannot couldn't won't wouldn't isn't aren't wasn't weren't haven't hasn't hadn't dont doesnt cant wont
    late later behind slow slower delayed delays delay overdue lost lose loses losing left leave leaves leaving quit quits quitting retire retires retiring resign resigned
    gone down drop drops dropped dropping fall falls fell falling worse worst bad badly broken break breaks broke fail fails failed failing failure fault faults faulty trouble
    problem problems issue issues struggle struggles struggled struggling stuck stalled blocked clogged overloaded overworked stretched tired exhausted burnt burned cut cuts cost costs
    expensive wasted waste wastes messy chaos chaotic mess patchy duplicate duplicates twice wrong errors error mistake mistakes complain complaints complaining angry furious upset
    unhappy shut closed closing suspended fined sued threatened ancient outdated paper manual manually spreadsheet spreadsheets excel fax doubled unable impossible difficult
    harder weak weaker empty unfilled unanswered unpaid unread unused vacancy vacancies agency temps turnover churn backlog leak leaks leaking ignore ignores ignored refuse refuses
    refused cancel cancelled cancels disputes dispute strike strikes sick illness collapse collapsed collapsing bankrupt debt debts crisis bottleneck bottlenecks
    kein keine keinen keiner nie niemand nichts ohne fehlt fehlen zu spät krank veraltet rückstand engpass kündigt kündigen gekündigt
    pas jamais personne aucun aucune sans manque manquent retard retards trop
    """)
}
