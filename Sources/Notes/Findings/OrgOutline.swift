/// Headings of an org file: a keyword tells what the entry is.
extension NoteScanner {
  static let applications = WordSet(
    "interview interviewing interviewed applied rejected offer accepted declined withdrawn screening screen phone onsite final ghosted closed lost won active lead contacted offered done cancelled canceled scheduled inprogress hired dead stalled"
  )
  private static let steps = WordSet("waiting wait next pending hold")
  private static let actions = WordSet("todo task action started inprog doing")

  func orgHeading(_ line: NoteLine, level: Int) {
    let key = line.keyword
    let hasProperties = hasPropertiesOfApplication()
    isOwnTask = !hasProperties && key.map(NoteScanner.actions.contains) ?? false
    if !isNotesTitle(tokens(in: line.content)),
      let rubric = rubric(ofHeading: tokens(in: line.content), isSure: true), key == nil || rubric.textField != nil,
      exactRubric(tokens(in: line.content)) != nil || key == nil, rubric.isSection
    {
      open(rubric, level: level)
      return promisedHeading(rubric, line)
    }
    section = nil
    sectionLevel = level
    isSoft = false
    if isOwnTask { return commitment(line.content) }
    if let key, NoteScanner.steps.contains(key), !isApplication(level) {
      nextStep(line.content)
      if let match = dates(in: line.content).last, isBounded(match) { promisedDate(match, in: line.content) }
      // What hangs below, such as "by Tuesday", is when they answer.
      section = .promised
      return
    }
    guard
      hasProperties || key.map({ NoteScanner.applications.contains($0) || NoteScanner.steps.contains($0) }) ?? false
        || level <= 2 && applicationsStandBelow(level) == false && isTopTitle(level)
    else {
      guard !titled.isEmpty else { return }
      if !has(.role), isJobTitle(line.content) { return add(.role, line.content) }
      return isHeaderOfInterview(line.content) ? header(line.content) : freeText(line.content)
    }
    if has(.organisation) || titled.contains(group) { group += 1 }
    titled.insert(group)
    start = index
    orgTitle(line)
  }

  /// Whether a role or a contact is among the properties right below: then even "TODO Acme" is an application.
  private func hasPropertiesOfApplication() -> Bool {
    var isInside = false
    for line in lines[min(index + 1, lines.count)...].prefix(16) {
      guard line.headingLevel == nil else { return false }
      let content = text.text(TextSpan(line.content.start, min(line.content.end, line.content.start + 20))).uppercased()
      if content.hasPrefix(":END:") { return false }
      if isInside, NoteScanner.ofApplications.contains(where: content.hasPrefix) { return true }
      isInside = isInside || content.hasPrefix(":PROPERTIES:")
    }
    return false
  }

  private static let ofApplications = [":ROLE:", ":POSITION:", ":COMPANY:", ":EMPLOYER:", ":CONTACT:", ":RECRUITER:"]

  /// "NEXT Acme" with items below, at the height of a heading that is an application.
  private func isApplication(_ level: Int) -> Bool {
    guard followsItem() else { return false }
    return lines[..<index].contains { other in
      other.headingLevel == level && other.keyword.map(NoteScanner.applications.contains) ?? false
    }
  }

  /// "by Friday".
  private func isBounded(_ match: DateMatch) -> Bool {
    let before = tokens(in: TextSpan(lines[index].content.start, match.core.start))
    let own = tokens(in: match.span).first
    return (before.last.map { [$0] } ?? []).contains { NoteScanner.bounds.contains($0.key) }
      || own.map { NoteScanner.bounds.contains($0.key) } ?? false
  }

  static let bounds = WordSet("by until till before latest than bis avant vor")

  /// "Second interview <2026-11-03 Tue>": below the employer's heading.
  private func isHeaderOfInterview(_ span: TextSpan) -> Bool {
    !dates(in: span).isEmpty
      && (RoleWords.rounds.first(in: tokens(in: span)) != nil
        || RoleWords.forms.first(in: tokens(in: span)) != nil
        || tokens(in: span).contains { NoteScanner.applications.contains($0.key) })
  }

  private func applicationsStandBelow(_ level: Int) -> Bool {
    for line in lines[min(index + 1, lines.count)...] {
      guard let other = line.headingLevel else { continue }
      if other <= level { return false }
      if let keyword = line.keyword, NoteScanner.applications.contains(keyword) { return true }
    }
    return false
  }

  private func isTopTitle(_ level: Int) -> Bool {
    !hasApplications && (level == 1 || has(.organisation) == false)
  }

  /// An application's heading is the employer, perhaps with more beside it.
  private func orgTitle(_ line: NoteLine) {
    let slice = tokens(in: line.content)
    let isPlain = slice.allSatisfy {
      $0.kind == .word || $0.isMark("&") || $0.isMark("-") || $0.isMark(".") || $0.isMark("'")
    }
    if isPlain, !slice.contains(where: { RoleWords.nouns.contains($0.key) || $0.word.keyword == .at }), slice.count <= 5
    {
      if !isNoise(line.content) { add(.organisation, line.content) }
    } else {
      let known = group
      title(line.content)
      group = known
    }
  }
}
