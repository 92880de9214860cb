import Model
import Store

/// A row by its identity, with what it is called where that is known.
public struct RowReference: Hashable, Sendable, Codable {
  /// 32 hexadecimal digits; of a follow-up 16. The same on every machine.
  public let id: String
  /// The kind's stored name, as `person`.
  public let kind: String
  /// What people call it; nil in a field's value.
  public var title: String?

  public init(id: String, kind: String, title: String? = nil) {
    self.id = id
    self.kind = kind
    self.title = title
  }

  init(_ subject: Subject, title: String? = nil) {
    self.init(id: subject.id.description, kind: subject.kind, title: title)
  }
}

/// What a field holds, or is to hold.
public enum FieldValue: Hashable, Sendable {
  /// A line, a word of a choice, or a long text.
  case text(String)
  case number(Int)
  case flag(Bool)
  case day(CalendarDay)
  /// A day and perhaps a time of day on the user's clock or in a named zone: `2026-04-21T09:30 Europe/London`.
  case time(String)
  case reference(RowReference)
  /// A set of words, in no order.
  case words(Set<String>)
  /// A value that only a newer version knows: it can be looked at, not written.
  case unknown
}

/// A row as it is shown.
public struct StoredRow: Hashable, Sendable {
  public enum State: String, Hashable, Sendable {
    case alive
    /// Deleted on one machine, edited on another.
    case contested
    /// Deleted, but something that is shown is a part of it.
    case kept
    case deleted
  }

  public let reference: RowReference
  public let title: String
  public let state: State
  /// By the field's stored name; empty fields are left out.
  public let fields: [String: FieldValue]

  public subscript(_ field: String) -> FieldValue? { fields[field] }
}

/// A row with what refers to it.
public struct RowDetails: Hashable, Sendable {
  public let row: StoredRow
  /// Fields of which machines say different things.
  public let contestedFields: [String]
  /// Rows that refer to it.
  public let related: [StoredRow]
  /// Of a note: its text as it is read.
  public let noteText: String?
}

/// A row that a search found.
public struct FoundText: Hashable, Sendable {
  public let row: RowReference
  /// The passage that holds the words.
  public let passage: String
}

/// A kind of row and its fields, for forms and tables.
public struct KindDescription: Hashable, Sendable {
  public struct FieldDescription: Hashable, Sendable {
    /// The stored name, as `next_step`.
    public let name: String
    /// `text`, `number`, `flag`, `day`, `time`, `reference`, `words`, `bytes`.
    public let type: String
    /// Of a choice its words, else empty.
    public let choices: [String]
    /// Of a reference the kind of row it names; nil for any kind.
    public let target: String?
  }

  public let name: String
  public let fields: [FieldDescription]

  /// All kinds of this version.
  public static let all = Registry.kinds.map(KindDescription.init)
}

extension KindDescription {
  init(_ kind: KindInfo) {
    self.init(
      name: kind.name,
      fields: kind.fields.map { field in
        let (type, choices, target): (String, [String], String?) =
          switch field.type {
          case .string, .text: ("text", [], nil)
          case .integer: ("number", [], nil)
          case .boolean: ("flag", [], nil)
          case .day: ("day", [], nil)
          case .moment: ("time", [], nil)
          case .bytes: ("bytes", [], nil)
          case .words: ("words", [], nil)
          case .choice(let choices): ("text", choices, nil)
          case .reference(let kind): ("reference", [], kind.isEmpty ? nil : kind)
          }
        return FieldDescription(name: field.name, type: type, choices: choices, target: target)
      })
  }
}

extension StoredRow {
  init(_ row: ShownRow, title: String) {
    reference = RowReference(row.subject, title: title)
    self.title = title
    state = row.isShown ? State(row.state) : .deleted
    fields = Dictionary(
      uniqueKeysWithValues: row.contents.compactMap { field, content in
        FieldValue(content).map { (field.name, $0) }
      })
  }
}

extension StoredRow.State {
  init(_ state: RowState) {
    self =
      switch state {
      case .alive: .alive
      case .contested: .contested
      case .kept: .kept
      }
  }
}

extension FieldValue {
  /// Nil for an empty field.
  init?(_ content: FieldContent) {
    switch content {
    case .empty: return nil
    case .words(let words): self = .words(words)
    case .text(let text), .value(.string(let text)), .value(.decimal(let text)): self = .text(text)
    case .value(.integer(let number)): self = .number(number)
    case .value(.boolean(let flag)): self = .flag(flag)
    case .value(.day(let day)): self = .day(CalendarDay(day))
    case .value(.moment(let moment)): self = .time(moment.description)
    case .value(.reference(let subject)): self = .reference(RowReference(subject))
    case .value(.bytes), .value(.unknown): self = .unknown
    }
  }

  /// - Throws: `badValue` for a time or an identity that is malformed, and for what cannot be written.
  func content(of field: String) throws(AfterwordError) -> FieldContent {
    switch self {
    case .text(let text): return .value(.string(text))
    case .number(let number): return .value(.integer(number))
    case .flag(let flag): return .value(.boolean(flag))
    case .day(let day): return .value(.day(day.day))
    case .time(let text):
      guard let moment = Moment(text) else {
        throw AfterwordError(.badValue, name: field, expected: ["a time as 2026-04-21T09:30"])
      }
      return .value(.moment(moment))
    case .reference(let row):
      guard let id = RowID(row.id) else { throw AfterwordError(.badValue, name: field, expected: ["an id"]) }
      return .value(.reference(Subject(kind: row.kind, id: id)))
    case .words(let words): return .words(words)
    case .unknown: throw AfterwordError(.badValue, name: field)
    }
  }
}
