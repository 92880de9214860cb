import Model
import Store

/// What became of notes that were imported, or would become.
public struct ImportedNotes: Hashable, Sendable {
  public struct File: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
      case imported
      /// A changed text of a note that was known.
      case updated
      /// Known, byte for byte.
      case known
      /// Deleted by hand earlier, and left so.
      case leftDeleted = "left_deleted"
    }

    public let name: String
    public let outcome: Outcome
    /// How many rows it made, by kind.
    public let made: [String: Int]
    /// What `undo` takes; nil where nothing was written.
    public let transaction: String?
  }

  /// A file that was not taken.
  public struct Refused: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
      case unreadable, empty
      /// Of another format than text.
      case notText = "not_text"
      /// Text, but data or code.
      case notNotes = "not_notes"
    }

    public let path: String
    public let reason: Reason
  }

  public let files: [File]
  public let refused: [Refused]
  /// The names of files whose notes give no day.
  public let undated: [String]
}

extension AfterwordStore {
  /// Imports notes: text, Markdown, mail, calendars, tables. Importing the same again adds nothing; a changed note changes
  /// only what differs. One transaction a file.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - writtenOn: the day of notes that give none.
  ///   - isRehearsal: finds out what would happen and writes nothing.
  ///   - progress: told of the files done and how many there are. It must not use this store, which answers `busy`.
  /// - Throws: `cancelled` where the task is, between two files; up to a hundred files before it are then not kept.
  public func importNotes(
    at paths: [String], writtenOn: CalendarDay? = nil, isRehearsal: Bool = false,
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(AfterwordError) -> ImportedNotes {
    try write("import") { store, _ in
      var missing: [ImportedNotes.Refused] = []
      let files = NoteFile.files(below: paths) { path, _ in missing.append(.init(path: path, reason: .unreadable)) }
      return try store.take(files, writtenOn, isRehearsal, progress, missing)
    }
  }

  /// Imports one note that is in no file.
  ///
  /// - Parameters:
  ///   - name: what to remember it by, as a file's name.
  ///   - bytes: its text, in any encoding.
  ///   - writtenOn: its day, where it gives none.
  ///   - isRehearsal: finds out what would happen and writes nothing.
  public func importNote(
    named name: String, _ bytes: [UInt8], writtenOn: CalendarDay? = nil, isRehearsal: Bool = false
  ) throws(AfterwordError) -> ImportedNotes {
    try write("import") { store, _ in
      try store.take([NoteFile(name: name, content: bytes)], writtenOn, isRehearsal, { _, _ in }, [])
    }
  }
}

extension Store {
  fileprivate func take(
    _ files: [NoteFile], _ writtenOn: CalendarDay?, _ isRehearsal: Bool,
    _ progress: @escaping @Sendable (Int, Int) -> Void, _ missing: [ImportedNotes.Refused]
  ) throws -> ImportedNotes {
    var options = NotesImportOptions(on: writtenOn?.day, today: today, askDay: { _, _ in nil }, progress: progress)
    options.isRehearsal = isRehearsal
    options.checkCancelled = { try Task.checkCancellation() }
    let report = try importNotes(files, options)
    return ImportedNotes(
      files: report.files.map {
        .init(name: $0.name, outcome: .init($0.outcome), made: $0.made, transaction: isRehearsal ? nil : $0.undoName)
      }, refused: missing + report.refused.map(ImportedNotes.Refused.init), undated: report.undated)
  }
}

extension ImportedNotes.File.Outcome {
  init(_ outcome: NotesImportReport.Outcome) {
    self =
      switch outcome {
      case .imported: .imported
      case .updated: .updated
      case .known: .known
      case .leftDeleted: .leftDeleted
      }
  }
}

extension ImportedNotes.Refused {
  init(_ error: NoteFileError) {
    self =
      switch error {
      case .unreadable(let path, _): .init(path: path, reason: .unreadable)
      case .empty(let path): .init(path: path, reason: .empty)
      case .notText(let path, _): .init(path: path, reason: .notText)
      case .notNotes(let path, _): .init(path: path, reason: .notNotes)
      }
  }
}
