package import Notes

/// What of a file that was taken stays unread, and why.
public struct UnreadRemark: Hashable, Sendable {
  public let file: String
  /// From 1; nil where it is of the whole file.
  public let line: Int?
  /// What is kept as text.
  public let text: String
}

/// What an import of notes did, for people.
public struct NotesImportReport {
  public struct File {
    public let name: String
    public let outcome: Outcome
    /// The rows it made, by kind.
    public var made: [String: Int] = [:]
    /// What a person types to undo this file alone; nil when nothing was written for it.
    public var undoName: String?
  }

  public enum Outcome: Equatable {
    case imported, updated, known
    /// Deleted by hand earlier: left deleted.
    case leftDeleted
  }

  public var files: [File] = []
  public var problems: [String] = []
  /// The files that were not taken.
  package var refused: [NoteFileError] = []
  /// What of files that were taken was not read, one line each.
  public var unread: [UnreadRemark] = []
  public var archived = 0
  /// Rows of tables of contacts that were left, as nobody known is in them.
  package var strangers = 0
  /// After how many days an interview enters as archived, so that years of old notes do not flood the first morning.
  public var archiveAfter = 60
  public var undated: [String] = []
  /// Notes with dates that could be others with day and month the other way round, and how those were read.
  package var openDates: [String] = []
  package var dateOrder = DateOrder.undecided
  /// What the columns of trackers that were taken in were read as.
  package var columns: [(file: String, columns: [Notes.Column])] = []
  /// What was told of how searches stand, that was new.
  package var news: [ImportedNews] = []
  /// The label that undoes all of it; nil when nothing was written.
  public var batch: String?
}
