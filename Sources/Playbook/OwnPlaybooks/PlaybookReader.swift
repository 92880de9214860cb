import Model

/// Reads a playbook file line by line.
struct PlaybookReader {
  private var name: String?
  private var about = ""
  private var rules: [Rule] = []
  /// Where each rule, and its anchor, was written.
  private var places: [String: SourceLine] = [:]
  private var anchorLines: [String: (line: SourceLine, column: Int)] = [:]

  mutating func read(_ line: SourceLine) throws(SourceError) {
    guard let (key, value, column) = line.parts else { return }
    if value.isEmpty { throw line.error("“\(key)” needs a value") }
    switch key {
    case "playbook":
      guard isName(value) else { throw line.error("a name is letters, digits and dashes", column: column) }
      if Playbook.builtIn(value) != nil || value == Playbook.practice.name {
        throw line.error("“\(value)” is a built-in playbook; choose another name", column: column)
      }
      name = value
    case "about": about = value
    case "use": try use(line, value, column)
    case "rule": try begin(line, value, column)
    default: try number(line, key, value, column)
    }
  }

  private mutating func use(_ line: SourceLine, _ value: String, _ column: Int) throws(SourceError) {
    guard let name = RuleName(value), let rule = Playbook.builtIn(name.playbook)?.rule(row: name.row) else {
      let known = Playbook.builtIn.flatMap(\.rules).map(\.name.description).joined(separator: ", ")
      throw line.error("unknown rule “\(value)”; known are \(known)", column: column)
    }
    try add(rule, line, column)
  }

  private mutating func begin(_ line: SourceLine, _ value: String, _ column: Int) throws(SourceError) {
    guard isName(value) else { throw line.error("a name is letters, digits and dashes", column: column) }
    let rule = Rule(
      name: RuleName("", value), title: value.split(separator: "-").joined(separator: " "), anchor: .none,
      timing: Timing(), recipient: .interviewer, channels: [.email], draft: nil, purpose: .status, stages: .running,
      source: .user, ours: nil, because: "as your own playbook says", change: "a touch that does it, done or skipped")
    try add(rule, line, column)
  }

  private mutating func add(_ rule: Rule, _ line: SourceLine, _ column: Int) throws(SourceError) {
    if places[rule.name.row] != nil { throw line.error("a second rule “\(rule.name.row)”", column: column) }
    places[rule.name.row] = line
    rules.append(rule)
  }

  /// A number or another property of the rule begun last.
  private mutating func number(
    _ line: SourceLine, _ key: String, _ value: String, _ column: Int
  ) throws(SourceError) {
    guard var rule = rules.popLast() else { throw line.error("“\(key)” before any rule; begin with use or rule") }
    if Timing.spans.contains(where: { $0.name == key }) || key == "times" {
      if value.hasPrefix("-") {
        throw line.error("“\(value)” is negative: nothing is due before its anchor", column: column)
      }
      guard rule.timing.setAny(key, value) else {
        throw line.error(
          "“\(value)” is no number for \(key); write 24h, 3d, 5b, 4w or 1m (times: a count)", column: column)
      }
    } else {
      guard rule.source == .user else { throw line.error("only numbers of a used rule can be changed") }
      try property(&rule, line, key, value, column)
    }
    rules.append(rule)
  }

  private mutating func property(
    _ rule: inout Rule, _ line: SourceLine, _ key: String, _ value: String, _ column: Int
  ) throws(SourceError) {
    switch key {
    case "anchor":
      rule.anchor = PlaybookFile.anchors.first { $0.word == value }?.anchor ?? .fulfilled(row: value)
      anchorLines[rule.name.row] = (line, column)
    case "to":
      guard let recipient = Recipient(rawValue: value) else {
        throw line.error(
          "unknown recipient “\(value)”; known are \(list(Recipient.allCases.map(\.rawValue)))", column: column)
      }
      rule.recipient = recipient
    case "by":
      rule.channels = try channels(line, value, column)
    case "draft":
      guard let draft = DraftKind(rawValue: value) else {
        throw line.error(
          "unknown draft “\(value)”; known are \(list(DraftKind.allCases.map(\.rawValue)))", column: column)
      }
      rule.draft = draft
    case "why": rule.because = value
    default: throw line.error("unknown word “\(key)”")
    }
  }

  private func channels(_ line: SourceLine, _ value: String, _ column: Int) throws(SourceError) -> [Channel] {
    var channels: [Channel] = []
    for word in value.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let channel = Channel(rawValue: String(word)) else {
        throw line.error(
          "unknown channel “\(word)”; known are \(list(Channel.allCases.map(\.rawValue)))", column: column)
      }
      channels.append(channel)
    }
    return channels
  }

  /// The playbook, once all anchors are known to lead somewhere.
  func finish(name given: String?) throws(SourceError) -> Playbook {
    guard let name = given ?? name else {
      throw SourceError(line: 1, column: 1, source: "", message: "no line “playbook NAME”")
    }
    guard !rules.isEmpty else {
      throw SourceError(line: 1, column: 1, source: "", message: "no rule: begin one with use or rule")
    }
    for rule in rules { try checkAnchor(of: rule) }
    return Playbook(name: name, about: about, rules: rules.map { $0.owned(by: name) })
  }

  private func checkAnchor(of rule: Rule) throws(SourceError) {
    if rule.anchor == .none, rule.source == .user, let place = places[rule.name.row] {
      throw place.error("rule “\(rule.name.row)” has no anchor")
    }
    var seen = [rule.name.row]
    var next = rule
    while case .fulfilled(let row) = next.anchor, let (line, column) = anchorLines[next.name.row] {
      guard let anchor = rules.first(where: { $0.name.row == row }) else {
        let words = PlaybookFile.anchors.map(\.word) + rules.map(\.name.row)
        throw line.error("unknown rule “\(row)”; an anchor is one of \(list(words))", column: column)
      }
      if seen.contains(row) {
        throw line.error("a cycle: \((seen + [row]).joined(separator: " → "))", column: column)
      }
      seen.append(row)
      next = anchor
    }
  }
}

extension Rule {
  /// A rule of a user's playbook under its name, with purpose and stages that follow from draft and anchor.
  fileprivate func owned(by playbook: String) -> Rule {
    guard source == .user else { return self }
    var rule = Rule(
      name: RuleName(playbook, name.row), title: title, anchor: anchor, timing: timing, recipient: recipient,
      channels: recipient == .candidate ? [] : channels, draft: draft, purpose: .status, stages: .running,
      source: .user,
      ours: nil, because: because, change: change)
    rule.purpose = recipient == .candidate ? .task : draft?.purpose ?? (timing.every == nil ? .status : .keepInTouch)
    if anchor == .no && !channels.isEmpty && rule.purpose == .status { rule.purpose = .afterNo }
    switch rule.purpose {
    case .firstThanks, .card, .promise: rule.stages = .always
    case .status, .announcedCall: rule.stages = anchor == .no ? .no : .running
    case .afterNo, .secondWind: rule.stages = .no
    case .keepInTouch: rule.stages = anchor == .doorOpen ? .overOrSilent : .longHaul
    case .offer: rule.stages = .offer
    case .task, .value, .repair, .proposal: rule.stages = anchor == .no ? .no : .untilFilled
    }
    return rule
  }
}

private func isName(_ text: String) -> Bool {
  text.utf8.count <= 60
    && text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
}

private func list(_ words: [String]) -> String {
  words.joined(separator: ", ")
}
