import Model

/// Walks the lines of a note: headings open sections, items and running text say what they hold.
extension NoteScanner {
  func scan() {
    while index < lines.count {
      scanLine()
      index += 1
    }
  }

  func scanLine() {
    let line = lines[index]
    firstOfLine = facts.count
    if entryStarts.contains(index), !present.isEmpty || people.count > firstOfGroup {
      section = nil
      closeSoftSection()
      group += 1
    }
    switch line.kind {
    case .blank:
      lines[index].role = .blank
      if sectionLevel == 0, isSoft { isSoft = false }
      return
    case .syntax:
      lines[index].role = .syntax
      closeSoftSection()
      return
    case .heading(let level): return heading(line, level: level)
    case .row: return tableRow(line)
    case .text, .bullet, .numbered, .task: break
    }
    defer { contentLines += 1 }
    if sectionLevel == 0, section != nil, !isSoft, !line.isItem { closeSoftSection() }
    if let indent = line.itemIndent, indent <= outlineIndent { closeSoftSection() }
    let before = facts.count + people.count
    content(line)
    if facts.count + people.count > before, lines[index].role == .unclaimed { lines[index].role = .fact }
    if section == .preparation, lines[index].role == .unclaimed { lines[index].role = .preparation }
  }

  func closeSoftSection() {
    guard sectionLevel == 0 else { return }
    section = nil
    isSoft = false
    outlineIndent = -1
  }

  func open(_ rubric: Rubric, level: Int) {
    section = rubric == .general ? nil : rubric
    sectionLevel = level
    isSoft = level == 0
    openQuestion = nil
  }

  /// A line with content that is no heading and no table.
  func content(_ line: NoteLine) {
    if continuesAnswer(line) { return }
    if let label = label(in: line.content), label.rubric != .general || !isTitleLine(line) {
      return alignedTable(label) ? () : labelled(label, line)
    }
    if isBareHeading(line) || isOutlineHeading(line) || isInferredHeading(line) { return }
    if section == .preparation { return }
    let isAnother = opensDatedEntry(line)
    if isAnother {
      closeSoftSection()
      group += 1
    }
    if isAnother || isTitleLine(line) || isSecondTitle(line) {
      title(line.content)
      return
    }
    if isHeaderLine(line) { return header(line.content) }
    if isTagLine(line) { return }
    switch section {
    case .theirQuestion, .question: return questions(line.content, asker: .interviewer, line)
    case .myQuestion: return questions(line.content, asker: .candidate, line)
    case .people, .interviewer, .recruiter, .hr, .referrer, .contact: return peopleLine(line)
    case .ignore, .agency: return
    case .promised: return promised(line)
    case .organisation, .role, .date, .time, .format, .round, .stage, .salary:
      if let section { return assign(section, line.content, line) }
    case .some(let rubric):
      if let field = rubric.textField {
        item(field, line)
        // Below its items, plain text ends a label's section.
        if line.isItem { isSoft = false }
        return
      }
    case nil: break
    }
    if line.isItem, case .task(let isDone) = line.kind {
      // `[x] "Ever had to fire a client?"`: a question that was asked.
      let isQuoted = tokens(in: line.content).first?.isQuote ?? false
      return isDone && isQuoted ? questions(line.content, asker: .interviewer, line) : task(line, isDone: isDone)
    }
    freeText(line.content)
  }

  /// "Questions they asked:" or "Next steps" alone on a line of plain text.
  func isBareHeading(_ line: NoteLine) -> Bool {
    guard !line.isItem, line.content.length <= 60, container != .mail, line.quoteDepth == 0 else { return false }
    let all = tokens(in: line.content)
    let words = all.count(where: NoteScanner.isOfHeading)
    guard words >= 1, words <= 7 else { return false }
    let slice = all.filter(NoteScanner.isOfHeading)
    guard !slice.dropFirst().contains(where: { $0.kind == .number || $0.isDayWord }),
      !(slice.last?.isMark("?") ?? false) || slice.count < 5,
      let rubric = rubric(ofHeading: slice[...], isSure: false)
    else { return false }
    guard rubric.isSection,
      slice.count > 1 || followsItem()
        || (line.content.length > 4 || slice.allSatisfy { $0.isAllCapital && $0.length > 2 }) && nextIsContent()
    else {
      return false
    }
    open(rubric, level: 0)
    lines[index].role = .heading
    return true
  }

  private static func isOfHeading(_ token: Token) -> Bool {
    token.kind != .mark || token.isMark("&") || token.isMark("/") || token.isMark("?") || token.isMark("(")
      || token.isMark(")")
  }

  /// "- People" with deeper items below: a heading of an outline.
  func isOutlineHeading(_ line: NoteLine) -> Bool {
    guard let indent = line.itemIndent, index + 1 < lines.count, let below = lines[index + 1].itemIndent,
      below > indent, let rubric = outlineRubric(line), rubric.isSection
    else { return false }
    outlineIndent = indent
    open(rubric, level: 0)
    lines[index].role = .heading
    return true
  }

  /// Of an item in a section only a whole phrase counts: the section's own items may hold any word.
  private func outlineRubric(_ line: NoteLine) -> Rubric? {
    let slice = tokens(in: line.content)
    if section != nil, outlineIndent < 0 { return exactRubric(slice) }
    guard slice.count <= 6, !(slice.last?.isMark("?") ?? false) else { return nil }
    return rubric(ofHeading: slice, isSure: true)
  }

  func followsItem() -> Bool { index + 1 < lines.count && lines[index + 1].isItem }
  func nextIsContent() -> Bool {
    index + 1 < lines.count && lines[index + 1].kind != .blank && (index == 0 || lines[index - 1].kind == .blank)
  }

  /// The first heading with more to it than a rubric: "Prep for Acme" names the employer and is no section.
  func isNotesTitle(_ slice: ArraySlice<Token>) -> Bool {
    contentLines == 0 && slice.count > 1 && exactRubric(slice) == nil && slice.dropFirst().contains { $0.isCapital }
  }

  /// "Decision by 15 May" as a heading holds the day itself.
  func promisedHeading(_ rubric: Rubric, _ line: NoteLine) {
    guard rubric == .promised, let match = dates(in: line.content).last else { return }
    promisedDate(match, in: line.content)
  }

  func heading(_ line: NoteLine, level: Int) {
    defer {
      contentLines += 1
      highestHeading = min(highestHeading, level)
    }
    lines[index].role = .heading
    let slice = tokens(in: line.content)
    openQuestion = nil
    if container == .org { return orgHeading(line, level: level) }
    if !isNotesTitle(slice), let rubric = rubric(ofHeading: slice, isSure: true), rubric != .date, rubric != .role,
      rubric != .organisation
    {
      if rubric.isSection || rubric == .general {
        open(rubric, level: level)
        return promisedHeading(rubric, line)
      }
    }
    if let label = label(in: line.content), label.rubric != .general, !label.value.isEmpty {
      let before = facts.count + people.count
      labelled(label, line)
      if facts.count + people.count > before || !titled.isEmpty { return }
    }
    if sectionLevel == 0 || level <= sectionLevel { section = nil }
    sectionLevel = level
    isSoft = false
    if has(.organisation), openInferred(level: level) { return }
    title(line.content)
  }
}

extension Rubric {
  /// The finding that the items of such a section are.
  var textField: FactField? {
    switch self {
    case .topic: .topic
    case .challenge: .challenge
    case .objection: .objection
    case .competition: .competition
    case .missed: .missedAccomplishment
    case .next: .nextStep
    case .commitment: .commitment
    case .connection: .connection
    default: nil
    }
  }

  /// Whether lines below can belong to it.
  var isSection: Bool {
    switch self {
    case .people, .interviewer, .recruiter, .hr, .referrer, .contact, .theirQuestion, .myQuestion, .question,
      .preparation, .salary, .promised, .general:
      true
    default: textField != nil
    }
  }
}
