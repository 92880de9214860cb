/// What a mail says beyond a note: who wrote, who "I" is, what is quoted, what is the signature.
extension NoteScanner {
  static let fromCompany = Phrases<Bool>([
    (
      "wir melden uns|möchten wir sie|haben uns sehr gefreut|haben uns gefreut|laden wir sie|nous reviendrons|reviendrons vers vous|votre parcours|votre venue|thank you for coming|thanks for coming|thank you for applying|thanks for applying|thank you for your application|your application|your interview|thank you for your interest|thank you for your time|we were impressed|enjoyed meeting you|pleased to|delighted to|we would like to|we'd like to|we regret|unfortunately|invite you|on behalf of|our team|let you know|your cv|your resume|your experience|we have decided|shortlisted|sie eingeladen|ihre bewerbung|votre candidature|are you available|would you be available|could you send|please send us|your notice period|put you forward|your references",
      true
    )
  ]).listed(as: .fromCompany)
  static let fromCandidate = Phrases<Bool>([
    (
      "thank you for meeting|thanks for meeting|thank you for taking|thanks for taking|thank you for seeing|thanks for seeing|thank you for arranging|thanks for arranging|many thanks for arranging|thank you for the interview|thank you for your time yesterday|thank you for inviting|thanks for inviting|i enjoyed|it was a pleasure to meet|it was great to meet|my application|my interview|my cv|i am writing to|i would welcome|looking forward to hearing|as promised i|as promised, i|i was sorry not|i'm very interested|i am very interested|keen on the role|excited about the role|vielen dank für das gespräch|meine bewerbung|ma candidature",
      true
    )
  ]).listed(as: .fromCandidate)
  static let closings = Phrases<Bool>([
    (
      "sunny greetings from _|greetings from _|sunny greetings|warm greetings|greetings|best from _|hugs|love from|all the best from _|kind greetings|salutations|cheers for now|speak then|see you then|with all good wishes|with good wishes|with thanks|with warm regards|with best regards|all best|yours ever|grüße|gruß|herzliche grüße aus|amicalement|bien amicalement|saludos|saluti|met vriendelijke groet|all good wishes|good wishes|best wishes|best regards|kind regards|regards|warm regards|warmest regards|many thanks|thanks|thank you|sincerely|yours sincerely|yours faithfully|yours|cheers|best|all the best|warmly|cordially|mit freundlichen grüßen|freundliche grüße|viele grüße|beste grüße|herzliche grüße|liebe grüße|mfg|vg|cordialement|bien à vous|bien cordialement|sincères salutations|thanks again|talk soon|speak soon|with best wishes|with kind regards|take care",
      true
    )
  ]).listed(as: .closings)
  private static let greetings = WordSet(
    "dear hi hello hey hallo liebe lieber sehr bonjour good guten moin chère cher")

  func readMail(bodyStart: Int) {
    let body = lines.firstIndex { $0.span.start >= bodyStart } ?? lines.count
    markQuoted(from: body)
    let own = lines[body...].filter { $0.role != .quoted }
    let said = own.reduce(0) { total, line in
      let slice = tokens(in: line.content)
      return total + (NoteScanner.fromCompany.first(in: slice) != nil ? 1 : 0)
        - (NoteScanner.fromCandidate.first(in: slice) != nil ? 1 : 0)
    }
    let isOwn = isToOneself(lines[..<body])
    let isCompany = !isOwn && said + writerSide(lines[..<body]) >= 0
    for number in 0..<body {
      index = number
      if isOwn { ownHeader(lines[number]) } else { header(lines[number], isCompany: isCompany) }
      lines[number].role = .syntax
      lines[number].kind = .syntax
    }
    index = body
    isCandidate = !isCompany
    while index < lines.count {
      if lines[index].role != .quoted { bodyLine(lines[index], isCompany: isCompany) }
      index += 1
    }
    employerByAddress()
  }

  /// What somebody wrote earlier is context: what it said was read where it came from.
  private func markQuoted(from body: Int) {
    var page = PageLines(text: text, lines: lines)
    page.markQuotes(body..<lines.count)
    for place in body..<lines.count where page.roles[place] == .quoted {
      lines[place].role = .quoted
      lines[place].kind = .syntax
    }
  }

  /// The other side's name stands in "From" or, in a mail of the candidate's own, in "To".
  private func header(_ line: NoteLine, isCompany: Bool) {
    let slice = tokens(in: line.content)
    guard let first = slice.first, let colon = slice.dropFirst().first, colon.isMark(":") else { return }
    let value = text.trimmed(TextSpan(Int(colon.end), line.content.end))
    if first.word.keyword == (isCompany ? .from : .to) {
      correspondent(value)
    } else if text.text(first.span).lowercased() == "subject" {
      subject(value)
    }
  }

  /// `Dana Whitfield <dana@…>`: a person where the name is one, with the address.
  func correspondent(_ value: TextSpan) {
    let slice = tokens(in: value)
    let grammar = NameGrammar(text: text, tokens: slice)
    let start = slice.firstIndex { $0.kind == .word } ?? slice.endIndex
    guard start < slice.endIndex, !slice.prefix(8).contains(where: { NoteScanner.robots.contains($0.key) }),
      let name = grammar.name(start), name.words >= 2 || NameWords.firstNames.contains(slice[start].key)
    else { return }
    addPerson(name.span, title: nil, role: nil)
    attachAddresses(value)
    if people.last?.email.map({ isAgency($0) }) ?? false { people[people.count - 1].role = .recruiter }
  }

  /// An address at a search firm.
  func isAgency(_ address: Attribute) -> Bool {
    let own = text[address.span.start..<address.span.end]
    guard let at = own.firstIndex(of: "@") else { return false }
    return NoteScanner.agencyParts.contains { own[at...].holds($0[...]) }
  }

  private static let agencyParts = [
    "search", "recruit", "talent", "staffing", "resourcing", "personnel", "headhunt", "executive",
  ].map { Array($0.unicodeScalars) }

  private static let robots = WordSet(
    "noreply no-reply notifications careers jobs recruiting team donotreply workday greenhouse lever recruitment linkedin indeed"
  )

  func subject(_ value: TextSpan) {
    readRole(value)
    readEmployer(value)
    claimForm(value, isSure: false)
    claimRound(value)
    readSubjectDay(value)
    guard !has(.role) else { return }
    for piece in segments(of: value, without: []).map(core)
    where isJobTitle(piece) && tokens(in: piece).first?.isCapital ?? false && tokens(in: piece).count <= 6 {
      add(.role, withBrackets(tidied(piece)))
      subjectEmployer(value, besides: piece)
      return
    }
  }

  /// "Panel interview, Tuesday 14 July, 09:30".
  private func readSubjectDay(_ value: TextSpan) {
    guard !has(.interviewDate), tokens(in: value).contains(where: { NoteScanner.subjectMeetings.contains($0.key) }),
      let match = dates(in: value).first, match.coreValues.contains(where: { $0.kind == .date || $0.kind == .datetime })
    else { return }
    interviewDate(match, in: value, isSure: false)
  }

  private static let subjectMeetings = WordSet(
    "interview panel call meeting invitation invite appointment visit gespräch vorstellungsgespräch termin einladung entretien convocation rendez-vous"
  )

  /// The other part of "Operations Director - Castellan Hotels".
  func subjectEmployer(_ value: TextSpan, besides role: TextSpan) {
    guard !has(.organisation) else { return }
    for piece in clauses(in: value).flatMap({ listed(in: $0) }) where !piece.overlaps(role) {
      let slice = tokens(in: piece)
      guard let name = capitalRun(slice, from: slice.startIndex), name == piece, slice.count <= 5,
        RoleWords.forms.first(in: slice) == nil, !slice.contains(where: { NameWords.never.contains($0.key) })
      else { continue }
      return add(.organisation, name)
    }
  }

  func bodyLine(_ line: NoteLine, isCompany: Bool) {
    guard line.kind != .blank, line.kind != .syntax else {
      lines[index].role = line.kind == .blank ? .blank : .syntax
      return
    }
    let slice = tokens(in: line.content)
    if isGreeting(slice) {
      lines[index].role = .unclaimed
      return
    }
    if isClosing(slice) || text.text(line.content) == "--" { return signature(isCompany: isCompany) }
    if isCompany, NoteScanner.clientWords.first(in: slice) != nil, firstOfGroup < people.count,
      people[firstOfGroup].role == nil
    {
      people[firstOfGroup].role = .recruiter
    }
    let before = facts.count + people.count
    if line.isItem, section != nil || label(in: line.content) != nil {
      mailItem(line)
    } else if let label = label(in: line.content), alignedTable(label) {
      return
    } else if let label = label(in: line.content), !label.value.isEmpty, label.rubric != .general,
      label.rubric != .contact
    {
      assign(label.rubric, label.value, line)
    } else {
      freeText(line.content)
    }
    lines[index].role = facts.count + people.count > before ? .fact : .unclaimed
  }

  func mailItem(_ line: NoteLine) {
    if let label = label(in: line.content), !label.value.isEmpty { return assign(label.rubric, label.value, line) }
    freeText(line.content)
  }

  func isGreeting(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.first, NoteScanner.greetings.contains(first.key), slice.count <= 7 else { return false }
    return slice.last.map { $0.isMark(",") || $0.isMark("!") || $0.isMark("-") || $0.kind == .word } ?? false
  }

  func isClosing(_ slice: ArraySlice<Token>) -> Bool {
    guard let first = slice.indices.first, slice.count <= 5, let found = NoteScanner.closings.match(slice, at: first)
    else { return false }
    return found.end == slice.endIndex || slice[found.end].kind == .mark && found.end + 1 >= slice.endIndex
  }

  /// Without another sign of the employer, the capital words that make the writer's domain.
  func employerByAddress() {
    guard !has(.organisation) else { return }
    for address in people.compactMap({ $0.email?.value }) {
      guard let at = address.firstIndex(of: "@") else { continue }
      let labels = address[address.index(after: at)...].split(separator: ".").dropLast()
      guard let domain = labels.last.map({ $0.filter(\.isLetter) }), domain.count > 3 else { continue }
      for line in lines where line.kind != .blank && line.role != .quoted {
        let slice = tokens(in: line.content)
        for place in slice.indices where slice[place].isCapital {
          guard var run = capitalRun(slice, from: place) else { continue }
          let name = text.text(run).lowercased().filter(\.isLetter)
          // "The Ferryman's Inn"
          if "the" + name == domain, place > slice.startIndex { run.start = Int(slice[place - 1].start) }
          if name == domain || "the" + name == domain { return add(.organisation, run) }
        }
      }
    }
  }
}
