/// Pages that a vault keeps about people: front matter with a mail address, a number or other names, and no day.
extension NoteScanner {
  func isPageOfPerson() -> Bool {
    let names = lines.prefix(64).prefix { $0.kind == .syntax || $0.kind == .blank }.compactMap { line -> String? in
      guard let colon = text[line.content.start..<line.content.end].prefix(20).firstIndex(of: ":") else { return nil }
      return string(text[line.content.start..<colon]).lowercased()
    }
    let keys = Set(names)
    return lines.first.map { text.text($0.span) == "---" } ?? false
      && !keys.isDisjoint(with: ["email", "phone", "aliases"])
      && keys.isDisjoint(with: ["date", "role", "interviewer", "interviewers", "round", "stage", "status"])
  }

  /// Takes back what was found.
  func forget(_ why: String) {
    (facts, people, present) = ([], [], [])
    for place in lines.indices where lines[place].role == .fact { lines[place].role = .unclaimed }
    remarks.append(Remark(line: nil, text: why, leavesUnread: true))
  }
}
