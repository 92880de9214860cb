import Foundation
import GRDB
import Merge
public import Model
package import Notes

/// How notes are to be imported.
public struct NotesImportOptions {
  /// The day the notes count as written, where the user says so.
  public var on: Day?
  public var today: Day
  /// Milliseconds since 1970, while it is `today`.
  var now = 0
  /// Asked once a folder for the day of notes that give none; nil leaves them unresolved.
  public var askDay: (_ folder: String, _ firstName: String) -> Day?
  /// Told of each file done, for progress.
  public var progress: (_ done: Int, _ of: Int) -> Void
  /// The order of day and month that the user asks for; else the notes, the setting and the locale tell it.
  package var order: DayMonthOrder?
  /// Column names of job trackers and the fields that they mean: `Firma` → `organisation`.
  public var columns: [String: String] = [:]
  /// Whether a table of contacts makes people of those who are not known; else it only tells more of those who are.
  package var takesNewPeople = false
  /// Whether something found is to be taken into the store, by the SHA-256 of its file; what is not stays text.
  /// Unasked, what is only perhaps a fact is not.
  package var isAccepted: (_ hash: String, _ fact: Fact) -> Bool = { $1.isSure }
  /// What the note was jotted down about; nil for what comes from files.
  package var jot: Jot?
  /// Find out what an import would do, and write nothing.
  public var isRehearsal = false
  /// Called before each file; what it throws ends the import, and what was committed before stays.
  package var checkCancelled: () throws -> Void = {}

  /// Whether a document that the store has already is to be read in another way than when it was taken in.
  func readsAnew(_ reading: Reading, written: Day?) -> Bool {
    if !columns.isEmpty || order != nil || takesNewPeople && reading.isOfContacts { return true }
    if case .option(let day) = reading.noteDate { return day != written }
    return false
  }

  public init(
    on: Day? = nil, today: Day, askDay: @escaping (String, String) -> Day? = { _, _ in nil },
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    self.on = on
    self.today = today
    self.askDay = askDay
    self.progress = progress
  }
}

extension Store {
  /// Imports notes: one transaction a file, tied together by a batch label.
  ///
  /// - Throws: `StoreError` when the store cannot be written; files that cannot be read are listed in the report instead.
  public func importNotes(_ files: [NoteFile], _ options: NotesImportOptions) throws -> NotesImportReport {
    let files = files.inOrderOfWriting()
    var options = options
    options.now = environment.now()
    let label = Batch.importPrefix + String(environment.random() >> 32, radix: 16)
    let run = NotesImportRun(options, label: label, files)
    let filesPerCommit = options.isRehearsal ? max(1, files.count) : NotesImportRun.filesPerCommit
    do {
      for start in stride(from: 0, to: files.count, by: filesPerCommit) {
        try commit(run, files, start..<min(start + filesPerCommit, files.count), options)
      }
    } catch is Rehearsed {}
    return run.report
  }

  private func commit(
    _ run: NotesImportRun, _ files: [NoteFile], _ range: Range<Int>, _ options: NotesImportOptions
  ) throws {
    _ = try write { door in
      try run.begin(door, dateOrder(door.session))
      var last: Transaction?
      for index in range {
        try options.checkCancelled()
        last = try run.take(files[index]) ?? last
        options.progress(index + 1, files.count)
      }
      if options.isRehearsal { throw Rehearsed() }
      return last
    }
  }

  /// Puts a rehearsal back.
  private struct Rehearsed: Error {}
}

/// One import under way.
private final class NotesImportRun {
  /// One disk sync for this many files; each is a transaction of its own all the same.
  static let filesPerCommit = 100

  private let options: NotesImportOptions
  private let label: String
  private let names: Set<String>
  /// Of the files that have their name in common.
  private let hashes: Set<String>
  private var door: Door?
  private var dateOrder = DateOrder.undecided
  /// The user's, who is no contact.
  private var ownNames: [String] = []
  /// The order where the caller asks for none.
  private var usualOrder = DateOrder.undecided
  private var directory: Directory?
  private var documents: KnownDocuments?
  private var days: [String: Day?] = [:]
  private(set) var report = NotesImportReport()

  init(_ options: NotesImportOptions, label: String, _ files: [NoteFile]) {
    self.options = options
    self.label = label
    let named = Dictionary(grouping: files, by: \.name)
    names = Set(named.keys)
    hashes = Set(named.values.filter { $0.count > 1 }.joined().compactMap { try? NoteFile.hash($0.bytes()) })
  }

  func begin(_ door: Door, _ order: DateOrder) throws {
    self.door = door
    usualOrder = order
    ownNames = try door.session.ownNames()
    dateOrder = options.order.map { DateOrder($0, .asked) } ?? order
    directory = try directory ?? Directory(door.session)
    documents = try documents ?? KnownDocuments(door.session)
    documents?.present = names
    documents?.presentHashes = hashes
    report.archiveAfter = try door.session.archiveAfter()
  }

  func take(_ file: NoteFile) throws -> Transaction? {
    do {
      return try take(file, try file.bytes())
    } catch let error as NoteFileError {
      report.problems.append(error.description)
      report.refused.append(error)
      return nil
    }
  }

  private func take(_ file: NoteFile, _ bytes: [UInt8]) throws -> Transaction? {
    guard let door, let directory, let documents else { return nil }
    let source = DocumentSource(name: file.name, bytes: bytes, hash: NoteFile.hash(bytes))
    var reading = read(file, bytes, isKnown: documents.entry(hash: source.hash) != nil)
    if reading.hasOpenOrder { note(openDates: file, reading) }
    report.unread += reading.remarks.filter(\.leavesUnread).map {
      UnreadRemark(file: file.name, line: $0.line, text: $0.text)
    }
    reading.facts = (reading.facts + reading.perhaps).inTextOrder()
    reading.facts.removeAll { !options.isAccepted(source.hash, $0) }
    let planner = DocumentImport(
      session: door.session, options: options, archiveAfter: report.archiveAfter, directory: directory,
      documents: documents)
    let plan = try planner.plan(source, reading) { self.read(name: file.name, $0, $1, reading) }
    let transaction = try door.apply("import \(file.name)", batch: label, plan.writes)
    note(file, plan, transaction)
    if transaction != nil, reading.columns.contains(where: { $0.field != nil }) {
      report.columns.append((file.name, reading.columns))
    }
    return transaction
  }

  private func note(_ file: NoteFile, _ plan: DocumentPlan, _ transaction: Transaction?) {
    var entry = NotesImportReport.File(name: file.name, outcome: plan.outcome)
    entry.made = plan.made
    entry.undoName = transaction.map { String($0.hash.description.prefix(8)) }
    report.files.append(entry)
    report.archived += plan.archived
    report.strangers += plan.strangers
    if plan.undated > 0 { report.undated.append(file.name) }
    if plan.unknownCancellations > 0 {
      let entries = plan.unknownCancellations == 1 ? "1 entry calls" : "\(plan.unknownCancellations) entries call"
      report.unread.append(
        UnreadRemark(file: file.name, line: nil, text: "\(entries) off what is not recorded here: kept as text"))
    }
    if transaction != nil { report.batch = label }
    report.news += plan.told.map { what, told in
      ImportedNews(
        what: what, opportunity: Subject(kind: Opportunity.kind, id: told.opportunity), person: told.person,
        day: told.day, isDone: told.isSure, undoName: entry.undoName)
    }
  }

  private func note(openDates file: NoteFile, _ reading: Reading) {
    report.openDates.append(file.name)
    if report.openDates.count == 1 { report.dateOrder = reading.dateOrder }
  }

  private func read(_ file: NoteFile, _ bytes: [UInt8], isKnown: Bool) -> Reading {
    let reading = read(name: file.name, bytes, on: options.on)
    guard reading.noteDate == .missing, reading.container.countsFromItsDay, options.on == nil, !isKnown else {
      return reading
    }
    let folder = (file.path as NSString).deletingLastPathComponent
    if days[folder] == nil { days[folder] = .some(options.askDay(folder, file.name)) }
    guard let day = days[folder] ?? nil else { return reading }
    return read(name: file.name, bytes, on: day)
  }

  private func read(name: String, _ bytes: [UInt8], _ manner: Rereading, _ current: Reading) -> Reading {
    switch manner {
    case .alike: read(name: name, bytes, on: current.noteDate.day)
    case .asImported(let day):
      NoteReader.read(
        bytes, name: name,
        options: ReadingOptions(on: day, near: options.today, order: usualOrder, ownNames: ownNames))
    }
  }

  private func read(name: String, _ bytes: [UInt8], on day: Day?) -> Reading {
    NoteReader.read(
      bytes, name: name,
      options: ReadingOptions(
        on: day, near: options.today, order: dateOrder, columns: options.columns, ownNames: ownNames))
  }
}
