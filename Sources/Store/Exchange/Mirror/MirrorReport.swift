package import Model

/// What keeps a mirror from being made.
package enum MirrorTrouble: Error, Equatable {
  /// The folder, or one of its halves, is gone, with this many files that were in it.
  case vanished(String, Int)
  case unreadableFolder(String)
  case notWritable(String)
  /// What is remembered of the folder cannot be read: a newer version wrote it.
  case unreadableMemory
  /// Another run of this program is at it.
  case busy
}

/// What a run does, in this order.
package enum MirrorStep: Hashable, CaseIterable, Sendable {
  /// What the folder changed is written to the store.
  case take
  /// A file of the folder is written, or deleted.
  case file
  /// What both sides say now is remembered.
  case remember
}

/// How a mirror is made.
package struct MirrorOptions {
  /// Whether cards of unknown people make people.
  package var takesNewPeople = false
  /// Begin as if this folder were met for the first time.
  package var isAnew = false
  package var isRehearsal = false
  package var command = "mirror"
  /// What to say of follow-ups whose entries were taken out of the calendar while they are to be done; nil: ask the next time.
  package var asksOfFollowUps: ([MirrorDeletion]) throws -> TakenOut? = { _ in nil }
  /// Whether to delete on one side what was deleted on the other; nil: leave both as they are.
  package var asks: ([MirrorDeletion]) throws -> Bool? = { _ in nil }
  /// Told before each step; what it throws ends the run there, as a crash would.
  package var begins: (MirrorStep) throws -> Void = { _ in }

  package init() {}
}

/// Something that one side deleted.
package struct MirrorDeletion: Hashable, Sendable {
  package enum Side: Hashable, Sendable { case here, there }
  package let row: Subject
  package let title: String
  /// Where it was deleted.
  package let side: Side
}

/// What is meant where a follow-up's entry was taken out of the calendar.
package enum TakenOut: Sendable {
  case done, skipped
  /// It is to be there again.
  case kept
}

/// What making a mirror did.
package struct MirrorReport: Sendable {
  /// Whom the store took something of, from the address book or calendar.
  package internal(set) var taken: [String] = []
  package internal(set) var newPeople = 0
  package internal(set) var conflicts = 0
  package internal(set) var cardsWritten = 0
  package internal(set) var entriesWritten = 0
  package internal(set) var removed = 0
  /// What was deleted on one side and is left on the other.
  package internal(set) var deletions: [MirrorDeletion] = []
  /// Follow-ups that were taken out of the calendar, what was said of them; nil where nobody was asked, and they stay out and
  /// to be done.
  package internal(set) var followUps: (titles: [String], meant: TakenOut?) = ([], nil)
  /// Cards of nobody known, and entries that are not this program's.
  package internal(set) var foreignCards = 0
  package internal(set) var foreignEntries = 0
  /// Files of cards that are left: of people who have another, or of whom several could be meant.
  package internal(set) var spareCards: [String] = []
  /// Whose card, and which entries, stay although they were deleted here: they hold more than the store did.
  package internal(set) var keptCards: [String] = []
  package internal(set) var keptEntries: [String] = []
  /// Whose card says something else since before it was met: "title of Dana Reyes".
  package internal(set) var differing: [String] = []
  package internal(set) var problems: [String] = []
  /// Whether some file could not be written.
  package internal(set) var isIncomplete = false
  package internal(set) var receipt: Receipt?

  package var isNothing: Bool {
    taken.isEmpty && newPeople == 0 && conflicts == 0 && cardsWritten == 0 && entriesWritten == 0 && removed == 0
  }
}
