public import Model

/// What a change does to its cell.
public enum Operation: Hashable, Sendable {
  case set(Value)
  case clear
  /// Adds an element to a set field.
  case add(String)
  case remove(String)
  /// A version of a long text: the versions it was written over, and the whole text.
  case text(bases: [Reference], whole: String)
  case delete
  case undelete
  /// Stands for the changes it names. `element` only for sets: the element its cell is about, since it may name no
  /// change at all. `bases` only for texts: the version it undoes.
  case restore(dots: [Reference], element: String = "", bases: [Reference] = [])
  /// Has what its row's earlier changes say erased, and of other rows what these changes say, and the commands of the
  /// transactions that these name by their last change.
  case forget(changes: [Reference], transactions: [Reference])
  /// What stands in place of a change that was erased. `bases` only for texts.
  case erased(bases: [Reference])
  /// An operation of a newer version: its letter and its canonical JSON payload, carried verbatim.
  case unknown(name: String, payload: String)

  /// The element that an operation on a set is about; empty for all other operations.
  public var element: String {
    switch self {
    case .add(let element), .remove(let element), .restore(_, let element, _): element
    default: ""
    }
  }
}

/// Names of fields that belong to the model itself rather than to a kind.
public enum ReservedField {
  /// The cell that deletes and undeletes write.
  public static let presence = "(row)"
  /// The set of rows that are the same as this one; an element is a row's id in hexadecimal.
  public static let same = "same"
  /// The cell that says that a row is to be forgotten.
  public static let forgotten = "(forgotten)"

  /// Whether the field is one of these.
  package static func contains(_ field: String) -> Bool { [presence, same, forgotten].contains(field) }
}

/// One change: what it is about, what it does, and which heads of its cell its author had not been shown.
/// Its sequence number follows from its place in the transaction.
public struct Change: Hashable, Sendable {
  public var subject: Subject
  public var field: String
  public var operation: Operation
  /// Heads (for a delete also signs of life) that this change leaves standing though its author held them. Sorted.
  public var keep: [Reference]

  public init(_ subject: Subject, _ field: String, _ operation: Operation, keep: [Reference] = []) {
    self.subject = subject
    self.field = field
    self.operation = operation
    self.keep = keep
  }

  public var cell: Cell { Cell(subject: subject, field: field, element: element) }

  /// The element a set change is about; empty for all other changes.
  public var element: String { operation.element }
}

/// The place supersession happens in: a field of a row, for sets one element of it.
public struct Cell: Hashable, Sendable {
  public var subject: Subject
  public var field: String
  public var element: String

  public init(subject: Subject, field: String, element: String = "") {
    self.subject = subject
    self.field = field
    self.element = element
  }
}

extension Cell {
  /// Byte for byte: Swift alone would take elements that differ in their Unicode composition for one.
  public static func == (left: Cell, right: Cell) -> Bool {
    left.subject.id == right.subject.id && left.field.utf8.elementsEqual(right.field.utf8)
      && left.subject.kind.utf8.elementsEqual(right.subject.kind.utf8)
      && left.element.utf8.elementsEqual(right.element.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(subject.id)
    hash(field, into: &hasher)
    hash(element, into: &hasher)
  }

  private func hash(_ name: String, into hasher: inout Hasher) {
    var name = name
    name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}

/// Consecutive changes of one incarnation made by one command.
public struct Transaction: Hashable, Sendable {
  public let incarnation: Incarnation
  /// Sequence number of the first change.
  public let first: Int
  /// Hash of the stream's transaction before this one; nil for the first.
  public let previous: ChainHash?
  /// For each other stream the last transaction its author held. Sorted, without own stream.
  public let context: [Reference]
  /// Milliseconds since 1970 on the author's clock: for display and as the last tie-break only.
  public let wall: Int
  /// The command as typed, for history.
  public let command: String
  /// A label shared by the transactions of one import; empty otherwise.
  public let batch: String
  public let changes: [Change]
  public let hash: ChainHash

  /// Computes the chain hash. A transaction has at least one change.
  public init(
    incarnation: Incarnation, first: Int, previous: ChainHash?, context: [Reference], wall: Int, command: String,
    batch: String = "", changes: [Change]
  ) {
    let hash = CanonicalForm.hash(
      incarnation: incarnation, first: first, previous: previous, context: context, wall: wall, command: command,
      batch: batch, changes: changes)
    self.init(
      incarnation: incarnation, first: first, previous: previous, context: context, wall: wall, command: command,
      batch: batch, changes: changes, unproven: hash)
  }

  /// One whose hash is known, and proven elsewhere where it matters.
  package init(
    incarnation: Incarnation, first: Int, previous: ChainHash?, context: [Reference], wall: Int, command: String,
    batch: String, changes: [Change], unproven hash: ChainHash
  ) {
    self.incarnation = incarnation
    self.first = first
    self.previous = previous
    self.context = context
    self.wall = wall
    self.command = command
    self.batch = batch
    self.changes = changes
    self.hash = hash
  }

  /// Sequence number of the last change.
  public var last: Int { first &+ (changes.count - 1) }
  /// The reference that names this transaction as a position in its stream.
  public var tip: Reference { Reference(incarnation: incarnation, seq: last, hash: hash.short) }

  /// The reference of the change at this index.
  public func reference(at index: Int) -> Reference {
    Reference(incarnation: incarnation, seq: first + index, hash: hash.short)
  }
}
