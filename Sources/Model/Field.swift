/// How concurrent writes of a field meet (MERGE.md): one value, a set of elements, or a long text merged by lines.
public enum MergeRule: Sendable { case register, set, text }

/// What a field's values are, for columns, JSON, arguments and checks.
public enum FieldType: Hashable, Sendable {
  case string, integer, boolean, day, moment, bytes
  /// One of these words.
  case choice([String])
  /// A row of this kind.
  case reference(to: String)
  /// A long text (rule `.text`) or a set of words (rule `.set`).
  case text, words
}

/// On which side of today a day lies that is typed without its year or week: "tuesday", "12 june", "15th".
public enum Tense: Sendable, CaseIterable {
  /// It has happened.
  case past
  /// It is still to come.
  case coming
  /// Either: the nearest.
  case nearest
}

/// A field as data, without its Swift type: what tables, the diff, the bundle and rendering loop over.
public struct FieldInfo: Sendable {
  /// The stored name: explicit, never renamed, never reused.
  public let name: String
  public let rule: MergeRule
  public let type: FieldType
  /// Whether this reference makes the row a part of the row it points to (MERGE.md, *visible*).
  public let isParent: Bool
  /// Kept in the log only, read on demand: contents too large for a table of rows.
  public let isBlob: Bool
  /// For days and moments: on which side of today they lie.
  public internal(set) var tense: Tense = .nearest
}

/// A field of the record `R`: its description and how to read and write it.
public struct Field<R: Record>: Sendable {
  public let info: FieldInfo
  /// The value held, nil when empty. Sets and texts have their own readers.
  let read: @Sendable (R) -> FieldContent
  /// Writes a content of the right type; returns false for another type.
  package let write: @Sendable (inout R, FieldContent) -> Bool
}

/// The content of one field of one row.
public enum FieldContent: Hashable, Sendable {
  case empty
  case value(Value)
  case words(Set<String>)
  case text(String)
}

/// A kind of row: one struct, one list of fields.
public protocol Record: Hashable, Sendable {
  /// The stored name of the kind.
  static var kind: String { get }
  /// How its rows are told of.
  static var manner: KindManner { get }
  static var fields: [Field<Self>] { get }
  var id: RowID { get set }
  init(id: RowID)
}

extension Record {
  public var subject: Subject { Subject(kind: Self.kind, id: id) }

  /// Every field's content, in the order of the list.
  public var contents: [(FieldInfo, FieldContent)] {
    Self.fields.map { ($0.info, $0.read(self)) }
  }

  public subscript(field name: String) -> FieldContent {
    Self.fields.first { $0.info.name == name }?.read(self) ?? .empty
  }

  /// Sets a field by its stored name; false when there is no such field or the content is of another type.
  public mutating func set(_ name: String, _ content: FieldContent) -> Bool {
    Self.fields.first { $0.info.name == name }?.write(&self, content) ?? false
  }
}
