import Merge
package import Model

/// What a program asks of a field: content of the field's own type, or words as a person types them.
package enum FieldInput: Sendable {
  case content(FieldContent)
  case typed(String)
}

extension Store {
  /// Sets fields of a row, as `set` does, to contents that a program gives.
  ///
  /// - Throws: `RequestError.badValue` for content of another type than the field's; what `set` throws.
  package func set(_ name: String, _ inputs: [String: FieldInput], command: String) throws -> RowOutcome {
    try carryOut(command, rehearse: false) { session in
      let resolver = NameResolver(session, today: today)
      let kinds = Registry.kinds.filter { kind in inputs.keys.allSatisfy { kind.field($0) != nil } }.map(\.name)
      let subject = try resolver.resolve(name, kinds: kinds)
      guard let kind = Registry.kind(subject.kind), let snapshot = try session.snapshot(subject) else {
        throw NamingError.notFound(name: name, nearest: nil)
      }
      let reader = try fieldReader(session, resolver)
      let parts = try Self.requests(inputs, kind, reader, session).map { field, typed, request in
        RowRequest.Part(
          field: field, typed: typed, old: snapshot.content(field), request: request, tense: field.tense)
      }
      return RowRequest(subject: snapshot.subject, snapshot: snapshot, parts: parts)
    }
  }

  /// Adds a row of a kind with contents that a program gives; one of fixed identity is set where it exists.
  package func add(_ kind: KindInfo, _ inputs: [String: FieldInput], command: String) throws -> RowOutcome {
    try carryOut(command, rehearse: false) { session in
      let reader = try fieldReader(session, NameResolver(session, today: today))
      let requests = try Self.requests(inputs, kind, reader, session)
      let id = try StableID.entered(kind, requests.map { ($0.field, $0.request) }) ?? environment.freshID()
      let subject = Subject(kind: kind.name, id: id)
      let snapshot = try session.snapshot(subject)
      let isRevived = snapshot?.isAlive == false
      let parts = requests.map { field, typed, request in
        RowRequest.Part(
          field: field, typed: typed, old: isRevived ? .empty : snapshot?.content(field) ?? .empty, request: request,
          tense: field.tense)
      }
      return RowRequest(
        subject: snapshot?.subject ?? subject, snapshot: snapshot, parts: parts, isRevived: isRevived)
    }
  }

  private static func requests(
    _ inputs: [String: FieldInput], _ kind: KindInfo, _ reader: FieldReader, _ session: Session
  ) throws -> [(field: FieldInfo, typed: String, request: FieldRequest)] {
    guard !inputs.isEmpty else { throw RequestError.nothingAsked("No field was given.") }
    return try inputs.sorted { $0.key < $1.key }.map { name, input in
      let field = try Assignment(field: name, text: "").info(kind)
      switch input {
      case .typed(let text): return (field, text, try reader.read(text, field))
      case .content(let content):
        if case .value(.reference(let row)) = content, try session.shownRow(row)?.isShown != true {
          throw RequestError.unknownReference(field: name, name: content.asTyped, kind: row.kind, nearest: nil)
        }
        return (field, content.asTyped, .content(try content.checked(for: field)))
      }
    }
  }
}

extension FieldContent {
  /// - Throws: `RequestError.badValue`, `.badChoice`, `.notWritable`.
  fileprivate func checked(for field: FieldInfo) throws -> FieldContent {
    if field.isBlob { throw RequestError.notWritable(field: field.name, why: "an import brings it in") }
    func bad(_ expected: String) -> RequestError { .badValue(field: field.name, value: asTyped, expected: expected) }
    switch (field.type, self) {
    case (_, .empty), (.integer, .value(.integer)), (.boolean, .value(.boolean)), (.day, .value(.day)),
      (.moment, .value(.moment)), (.string, .value(.string)), (.text, .text):
      return self
    case (.moment, .value(.day(let day))): return .value(.moment(Moment(day: day)))
    case (.text, .value(.string(let text))): return text.isEmpty ? .empty : .text(text)
    case (.choice(let choices), .value(.string(let word))):
      guard choices.contains(word) else {
        throw RequestError.badChoice(
          field: field.name, value: word, choices: choices, nearest: Suggestion.nearest(word, among: choices))
      }
      return self
    case (.reference(let kind), .value(.reference(let subject))):
      guard kind.isEmpty || subject.kind == kind else { throw bad(kind) }
      return self
    case (.words, .words(let words)):
      let isSound = words.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }
      guard isSound else { throw bad("words without control characters") }
      return words.isEmpty ? .empty : self
    default: throw bad(Self.word(field.type))
    }
  }

  /// What a field of this type holds.
  private static func word(_ type: FieldType) -> String {
    switch type {
    case .string, .text: "text"
    case .integer: "a whole number"
    case .boolean: "yes or no"
    case .day: "a day"
    case .moment: "a day and time"
    case .bytes: "bytes"
    case .choice(let choices): "one of " + choices.joined(separator: ", ")
    case .reference(let kind): kind.isEmpty ? "a row" : kind
    case .words: "a list"
    }
  }

  fileprivate var asTyped: String {
    switch self {
    case .empty: ""
    case .text(let text), .value(.string(let text)), .value(.decimal(let text)): text
    case .words(let words): words.sorted().joined(separator: ",")
    case .value(.integer(let number)): String(number)
    case .value(.boolean(let flag)): flag ? "yes" : "no"
    case .value(.day(let day)): day.description
    case .value(.moment(let moment)): moment.description
    case .value(.reference(let subject)): subject.id.description
    case .value(.bytes), .value(.unknown): ""
    }
  }
}
