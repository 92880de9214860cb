package import Model

/// A letter to be edited: what the user sends may differ, and only that counts.
package struct Draft: Hashable, Sendable {
  package let kind: DraftKind
  package let subject: String
  package let body: String
  /// What is missing, in the order of the text; each stands in it as `[gap: …]`.
  package let gaps: [String]
}

/// The rows a letter is filled from, by the names that placeholders use.
package struct LetterContext: Sendable {
  var people: [String: Person] = [:]
  var organisation: Organisation?
  var opportunities: [String: Opportunity] = [:]
  var interviews: [String: Interview] = [:]
  var findings: [String: Finding] = [:]
  var promises: [String: Promise] = [:]
  var material: Material?
  var settings: [String: Setting] = [:]

  /// Each name, with the kind whose fields it has.
  static let names: [String: String] = {
    var names = [
      "person": Person.kind, "recruiter": Person.kind, "organisation": Organisation.kind,
      "opportunity": Opportunity.kind, "opportunity:extended": Opportunity.kind, "interview": Interview.kind,
      "interview:next": Interview.kind, "material": Material.kind, "promise:them": Promise.kind,
      "promise:me": Promise.kind, "promise:call": Promise.kind, "setting:name": Setting.kind,
      "setting:signature": Setting.kind,
    ]
    for kind in FindingKind.allCases { names["finding:" + kind.rawValue] = Finding.kind }
    return names
  }()

  /// A field's content by the name of the row and the stored name of the field.
  func content(_ name: String, _ field: String) -> FieldContent {
    switch LetterContext.names[name] {
    case Person.kind: people[name]?[field: field] ?? .empty
    case Organisation.kind: organisation?[field: field] ?? .empty
    case Opportunity.kind: opportunities[name]?[field: field] ?? .empty
    case Interview.kind: interviews[name]?[field: field] ?? .empty
    case Finding.kind: findings[name]?[field: field] ?? .empty
    case Promise.kind: promises[name]?[field: field] ?? .empty
    case Material.kind: material?[field: field] ?? .empty
    case Setting.kind: settings[name]?[field: field] ?? .empty
    default: .empty
    }
  }

  /// A field as words in a sentence; nil when it is empty.
  func words(_ name: String, _ field: String) -> String? {
    let text: String? =
      switch content(name, field) {
      case .value(.string(let text)), .text(let text): text
      case .value(.integer(let number)): String(number)
      case .value(.boolean(let flag)): flag ? "yes" : "no"
      case .value(.day(let day)): LetterContext.words(day)
      case .value(.moment(let moment)): LetterContext.words(moment.day)
      case .value(.decimal(let digits)): digits
      case .words(let words): words.sorted().joined(separator: ", ")
      case .value(.reference), .value(.bytes), .value(.unknown), .empty: nil
      }
    return text.map(inSentence).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What fills a placeholder; nil when the field is empty. Notes fill it as far as they read as a phrase.
  func phrase(_ name: String, _ field: String) -> NotedPhrase? {
    guard let words = words(name, field) else { return nil }
    switch (LetterContext.names[name], field) {
    case (Finding.kind, "text"): return NotedPhrase(words)
    case (Finding.kind, "answer"): return NotedPhrase(words, as: .answer)
    case (Promise.kind, "text"): return NotedPhrase(words, as: .step)
    default: return .fits(words)
    }
  }

  /// "Tuesday, 10 March".
  package static func words(_ day: Day) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(day.weekday.name), \(day.dayOfMonth) \(months[day.month - 1])"
  }
}

/// A note's words fit for a sentence: one line, no control characters, no closing punctuation, not endless.
private func inSentence(_ text: String) -> String {
  let limit = 400
  var words: [Substring] = []
  let clean = String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  for word in clean.split(separator: " ") {
    if words.reduce(0, { $0 + $1.unicodeScalars.count + 1 }) > limit { break }
    words.append(word.prefix(limit))
  }
  var result = words.joined(separator: " ")
  while let last = result.last, ".!;,:".contains(last) { result.removeLast() }
  return result
}
