import Model

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
  /// The part of an offer that is spoken of, and all of them in one.
  var terms: [String: Term] = [:]
  var tongue = Tongue.british
  /// The name by which a note may call the reader; nil where what connects is not surely about them.
  var reader: String?

  /// Each name, with the kind whose fields it has.
  static let names: [String: String] = {
    var names = [
      "person": Person.kind, "recruiter": Person.kind, "organisation": Organisation.kind,
      "opportunity": Opportunity.kind, "opportunity:extended": Opportunity.kind, "opportunity:other": Opportunity.kind,
      "interview": Interview.kind, "interview:next": Interview.kind, "interview:missed": Interview.kind,
      "material": Material.kind,
      "promise:them": Promise.kind, "promise:me": Promise.kind, "promise:call": Promise.kind,
      "term": Term.kind, "term:other": Term.kind, "term:all": Term.kind,
      "setting:name": Setting.kind, "setting:signature": Setting.kind,
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
    case Term.kind: terms[name]?[field: field] ?? .empty
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
      case .value(.day(let day)): tongue.words(day)
      case .value(.moment(let moment)): tongue.words(moment.day)
      case .value(.decimal(let digits)): digits
      case .words(let words): words.sorted().joined(separator: ", ")
      case .value(.reference), .value(.bytes), .value(.unknown), .empty: nil
      }
    return text.map(inSentence).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whose words a field is about, where they are a note's; nil for a field that stands as it is.
  func perspective(_ name: String, _ field: String) -> Perspective? {
    switch (LetterContext.names[name], field) {
    case (Finding.kind, "answer"), (Finding.kind, "remedy"): .mine
    case (Promise.kind, "text"): name == "promise:them" ? .theirs : .mine
    case (Finding.kind, "text"):
      switch name {
      case "finding:objection": .doubt
      case "finding:concern", "finding:missed-accomplishment", "finding:qualification": .mine
      case "finding:connection": .shared(reader: reader)
      default: .theirs
      }
    default: nil
    }
  }

  /// The form that a place takes where a template names none.
  func standardPlace(_ name: String, _ field: String) -> SentencePlace {
    switch (name, field) {
    case (_, "answer"), (_, "remedy"): .statement
    case ("promise:them", _): .step
    case ("promise:me", "text"): .task
    default: .noun
    }
  }

  /// A row's name in words, for a gap: "promise:them" is their next step.
  static func plain(_ name: String, _ field: String) -> String {
    switch name {
    case _ where field == "remedy": "your answer to it"
    case _ where field == "answer": "your answer"
    case "finding:topic": "a topic you discussed"
    case "finding:challenge": "a challenge they face"
    case "finding:connection": "what connects you"
    case "finding:objection": "the doubt"
    case "finding:missed-accomplishment": "what you left out"
    case "finding:qualification": "what of yours fits"
    case "finding:concern": "what you want to put right"
    case "promise:them": "the next step"
    default: name.replacing(":", with: " ")
    }
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
