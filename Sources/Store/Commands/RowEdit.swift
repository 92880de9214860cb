public import Model

/// What a command wants a row to hold: the difference between the row as it was read and as it should be.
public struct RowEdit {
  public let subject: Subject
  let isNew: Bool
  let fields: [(info: FieldInfo, old: FieldContent, new: FieldContent)]

  /// A new row.
  public init<R: Record>(new: R) {
    self.init(nil, new)
  }

  /// The fields in which two states of one row differ.
  public init<R: Record>(old: R, new: R) {
    self.init(old, new)
  }

  private init<R: Record>(_ old: R?, _ new: R) {
    subject = new.subject
    isNew = old == nil
    let before = (old ?? R(id: new.id)).contents
    fields = zip(before, new.contents).compactMap { was, now in
      was.1 == now.1 ? nil : (info: was.0, old: was.1, new: now.1)
    }
  }

  /// Whether there is anything to write.
  public var isEmpty: Bool { fields.isEmpty }
}
