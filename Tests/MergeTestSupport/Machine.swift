package import Merge
package import Model

/// What a command displayed when it opened.
package struct Shown: Sendable {
  /// The canonical row and its shown members.
  package var row: Subject
  package var members: [Subject]
  /// The heads of each cell, and the changes whose values were listed.
  package var heads: [Cell: Set<Reference>]
  package var origins: [Cell: Set<Reference>]
  /// Everything known of each member.
  package var changes: [Subject: Set<Reference>]
  /// The members' texts, by field.
  package var texts: [String: [[TextPart]]]
}

/// Something opened on a machine: an editor, or a question that waits for its answer.
package struct Opened {
  /// What was displayed: the row, for a delete also the rows that it takes along.
  package var shown: [Shown]
  /// The machine's own note of it.
  package var handle: Any?

  package init(shown: [Shown], handle: Any? = nil) {
    self.shown = shown
    self.handle = handle
  }
}

/// What an undo did.
package struct Undone {
  package var skippedCells: [Cell]
  package var skippedRows: [Subject]

  package init(skippedCells: [Cell], skippedRows: [Subject]) {
    self.skippedCells = skippedCells
    self.skippedRows = skippedRows
  }
}

/// A store on a machine, as the scenarios and the random histories drive it: the slow model and the real one alike.
package protocol Machine: AnyObject {
  var name: String { get }
  /// Added to the wall clock's milliseconds.
  var skew: Int { get set }
  var incarnation: Incarnation { get }
  /// Every transaction held, pending ones too.
  var log: [Transaction] { get throws }
  /// The slow model's reading of the log.
  var history: History { get throws }
  /// What the machine itself shows.
  func view() throws -> View

  func create(_ row: Subject, _ fields: [(String, Value)]) throws
  /// A blind set; nil clears.
  func set(_ row: Subject, _ field: String, _ value: Value?) throws
  /// Several fields of a row in one transaction, blindly.
  func set(_ row: Subject, _ fields: [(String, Value)]) throws
  func open(_ row: Subject) throws -> Opened
  func save(_ opened: Opened, _ field: String, _ value: Value?) throws
  func save(_ opened: Opened, _ field: String, text: String) throws
  func tag(_ row: Subject, _ field: String, _ element: String, isAdded: Bool) throws
  func askDelete(_ row: Subject) throws -> Opened
  func delete(_ asked: Opened) throws
  func undelete(_ row: Subject) throws
  func join(_ row: Subject, _ other: Subject) throws
  func unjoin(_ row: Subject) throws
  func undo(_ transaction: Transaction) throws -> Undone
  /// New contents of a row of fixed identity that is dead or was never heard of.
  func put(_ row: Subject, _ fields: [(String, Value)]) throws
  /// A blind set of a text; false where it was refused.
  func set(_ row: Subject, _ field: String, text: String) throws -> Bool
  /// Settles what differs in a text as one of those who wrote it has it, counted from 0; false where that cannot be asked.
  func answer(_ row: Subject, _ field: String, _ choice: Int) throws -> Bool

  /// Something that only a newer version of the program writes; nothing on machines that cannot.
  func writeUnknown(_ change: Change) throws
  /// Puts the newest version of the program in the place of the one that the machine has.
  func upgrade() throws
  /// Makes everything that is derived anew from the log.
  func rebuild() throws
  /// Writes the store anew: into a new file, from a bundle of all that it holds.
  func repack() throws
  /// The content id of a bundle of all that is held; nil on machines that write none, and of nothing.
  func contentID() throws -> String?

  func receive(_ bundle: [Transaction]) throws
  /// A copy of the store's file on another machine.
  func copied(to name: String) throws -> any Machine
  /// The store's file and the mark beside it.
  func backup() throws -> any MachineBackup
  /// Puts the file back; with the whole machine restored also the mark.
  func restore(_ backup: any MachineBackup, wholeMachine: Bool) throws
}

package protocol MachineBackup: AnyObject {
  var incarnation: Incarnation { get }
}

extension Machine {
  /// The transactions held whose predecessors or contexts are missing.
  package var pending: [Transaction] {
    get throws {
      let history = try history
      return try log.filter { !history.holds($0) }
    }
  }

  package func delete(_ row: Subject) throws { try delete(askDelete(row)) }

  /// The last transaction of the machine's own stream.
  package var latest: Transaction? {
    get throws { try history.transactions.last { $0.incarnation == incarnation } }
  }
}
