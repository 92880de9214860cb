import Merge
import Model
import Store

/// What a write did.
public struct WriteReceipt: Hashable, Sendable {
  /// What `undo` takes; nil where nothing differed, so that nothing was written.
  public let transaction: String?
  /// How many fields were changed.
  public let changes: Int
  /// The row it was about; nil where it was about several or none.
  public var row: RowReference?
  /// What an undo left alone because it was changed since, by title and field.
  public var skipped: [String] = []

  init(_ receipt: Receipt?, row: RowReference? = nil) {
    transaction = receipt?.name
    changes = receipt?.changes ?? 0
    self.row = row
  }
}

/// A row or one text of it, opened for an editor. What was shown when it was opened is what a save counts as seen, so
/// nothing that arrives meanwhile is lost.
public struct EditableText: Sendable {
  public let row: RowReference
  /// What the editor is given, and gives back.
  public var text: String
  /// Whether the text holds marked regions that two machines changed differently; they must be gone when it is saved.
  public let isContested: Bool
  let opened: OpenRow
}

extension AfterwordStore {
  /// Adds a row.
  ///
  /// - Parameters:
  ///   - kind: its stored name, as `person`.
  ///   - fields: by stored names; ``KindDescription`` lists them.
  /// - Throws: `unknownKind`, `unknownField`, `badValue`, `notFound` for a reference to nothing, `notWritable`.
  @discardableResult
  public func add(_ kind: String, _ fields: [String: FieldValue]) throws(AfterwordError) -> WriteReceipt {
    let inputs = try Self.inputs(fields)
    return try write("add \(kind)") { store, command in
      Self.receipt(try store.add(try KindName.find(kind), inputs, command: command))
    }
  }

  /// Adds a row, its values in the words of a person: `["due": "next friday", "person": "dana"]`.
  @discardableResult
  public func add(_ kind: String, typed fields: [String: String]) throws(AfterwordError) -> WriteReceipt {
    let inputs = fields.mapValues(FieldInput.typed)
    return try write("add \(kind)") { store, command in
      Self.receipt(try store.add(try KindName.find(kind), inputs, command: command))
    }
  }

  /// Sets fields of a row; nil clears one. What another machine wrote and this one has not seen stays and is a conflict.
  ///
  /// - Throws: `notFound`, `ambiguous`, `unknownField`, `badValue`, `deleted`, `contested` for a text that machines say
  ///   differently.
  @discardableResult
  public func set(_ name: String, _ fields: [String: FieldValue?]) throws(AfterwordError) -> WriteReceipt {
    let inputs = try Self.inputs(fields)
    return try write("set") { store, command in
      Self.receipt(try store.set(name, inputs, command: command))
    }
  }

  /// Sets fields of a row, its values in the words of a person; an empty one clears, `+a,-b` changes a set.
  @discardableResult
  public func set(_ name: String, typed fields: [String: String]) throws(AfterwordError) -> WriteReceipt {
    let inputs = fields.mapValues(FieldInput.typed)
    return try write("set") { store, command in
      Self.receipt(try store.set(name, inputs, command: command))
    }
  }

  /// Opens a row, or one field of it, for an editor.
  public func openText(_ name: String, field: String? = nil) throws(AfterwordError) -> EditableText {
    try use { store in
      let opened = try store.openForEditing(name, field: field)
      return EditableText(
        row: RowReference(opened.subject, title: opened.title), text: opened.text, isContested: opened.isContested,
        opened: opened)
    }
  }

  /// Saves what became of an opened text.
  ///
  /// - Throws: `badValue` for what cannot be read, `contested` where marks of a conflict still stand.
  @discardableResult
  public func save(_ text: EditableText) throws(AfterwordError) -> WriteReceipt {
    try write("edit") { store, command in
      guard let outcome = try store.save(text.opened, edited: text.text, command: command) else {
        return WriteReceipt(nil, row: text.row)
      }
      return Self.receipt(outcome)
    }
  }

  /// Deletes a row and what is a part of it. What was edited meanwhile on another machine shows as a conflict.
  @discardableResult
  public func delete(_ name: String) throws(AfterwordError) -> WriteReceipt {
    try write("delete") { store, command in
      WriteReceipt(try store.delete(try store.askDelete(name), command: command))
    }
  }

  /// Brings a deleted row back, with what was deleted together with it and what it is a part of.
  @discardableResult
  public func undelete(_ name: String) throws(AfterwordError) -> WriteReceipt {
    try write("undelete") { store, command in
      WriteReceipt(try store.undelete(name, command: command).receipt)
    }
  }

  /// Takes back a transaction by its name; without one the last command of this machine that stands, whichever program
  /// wrote it. What was changed since is left alone.
  ///
  /// - Throws: `notFound` where there is nothing to undo.
  @discardableResult
  public func undo(_ transaction: String? = nil) throws(AfterwordError) -> WriteReceipt {
    try undo(transaction.map(UndoRequest.transaction) ?? .last)
  }

  /// Does again what was undone last on this machine.
  public func redo() throws(AfterwordError) -> WriteReceipt { try undo(.redo) }

  private func undo(_ request: UndoRequest) throws(AfterwordError) -> WriteReceipt {
    try write("undo") { store, _ in
      let outcome = try store.undo(request)
      var receipt = WriteReceipt(outcome.receipt)
      receipt.skipped = outcome.skipped
      return receipt
    }
  }

  private static func inputs(_ fields: [String: FieldValue?]) throws(AfterwordError) -> [String: FieldInput] {
    var inputs: [String: FieldInput] = [:]
    for (name, value) in fields { inputs[name] = .content(try value?.content(of: name) ?? .empty) }
    return inputs
  }

  private static func receipt(_ outcome: RowOutcome) -> WriteReceipt {
    WriteReceipt(outcome.receipt, row: RowReference(outcome.subject, title: outcome.title))
  }
}
