import Model
import Store

/// Something that two machines say differently. Nothing of it is lost while it stands.
public struct StoredConflict: Hashable, Sendable {
  public enum Subject: String, Hashable, Sendable {
    /// More than one value of a field.
    case values
    /// Regions of a long text.
    case text
    case deletedAndEdited = "deleted_and_edited"
    /// Deleted, but something that is shown is a part of it.
    case kept
  }

  /// One way to settle it.
  public struct Answer: Hashable, Sendable {
    /// What ``AfterwordStore/resolve(code:)`` takes; another one as soon as the conflict changes.
    public let code: String
    public let text: String
    /// Who said so, nil where nobody did; `writtenAt` in milliseconds since 1970.
    public let machine: String?, writtenAt: Int?
    /// Whether it is what is shown now.
    public let isShown: Bool
  }

  public let row: RowReference
  /// Nil where the whole row is meant.
  public let field: String?
  public let about: Subject
  public let answers: [Answer]
}

extension AfterwordStore {
  /// What is to be settled, of one row where a name is given.
  public func conflicts(of name: String? = nil) throws(AfterwordError) -> [StoredConflict] {
    try use { try $0.openConflicts(of: name).map(StoredConflict.init) }
  }

  /// Settles a conflict by the code of an answer.
  ///
  /// - Throws: `outdated` where the conflict has changed since or is settled.
  @discardableResult
  public func resolve(code: String) throws(AfterwordError) -> WriteReceipt {
    try write("resolve") { store, command in
      let (conflict, _, receipt) = try store.answer(code: code, command: command)
      return WriteReceipt(receipt, row: RowReference(conflict.subject, title: conflict.title))
    }
  }

  /// Settles a conflict of a field by a value of one's own, as a person types it.
  ///
  /// - Throws: `outdated` where the field is not contested.
  @discardableResult
  public func resolve(_ name: String, field: String, typed value: String) throws(AfterwordError) -> WriteReceipt {
    try write("resolve") { store, command in
      let (conflict, receipt) = try store.answer(name, Assignment(field: field, text: value), command: command)
      return WriteReceipt(receipt, row: RowReference(conflict.subject, title: conflict.title))
    }
  }
}

extension StoredConflict {
  init(_ conflict: OpenConflict) {
    row = RowReference(conflict.subject, title: conflict.title)
    field = conflict.field.isEmpty ? nil : conflict.field
    about =
      switch conflict.about {
      case .values: .values
      case .text: .text
      case .deletedAndEdited: .deletedAndEdited
      case .kept: .kept
      }
    answers = conflict.answers.map {
      Answer(
        code: $0.code, text: $0.text, machine: $0.author?.machine, writtenAt: $0.author?.wall, isShown: $0.isShown)
    }
  }
}
