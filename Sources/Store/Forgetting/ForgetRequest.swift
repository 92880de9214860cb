import Foundation
import GRDB
import Merge
import Model

/// What forgetting something would do, as it was shown.
package struct ForgetQuestion: Sendable {
  package let title: String
  package let kind: String
  /// The titles of what is a part of it, and goes too.
  package let parts: [String]
  /// Where the rest quotes it, a clause each.
  package let quotes: [String]
  /// Commands of the history that quote it.
  package let commands: Int
  package let smallWords: Int
  /// Machines that keep it until they meet this one.
  package let machines: [String]
  /// Files beside the store that hold what it held.
  package let files: [String]
  /// Where the files of notes lie that say it, by name.
  package let notes: [String]
  /// Words of the name that are blacked out wherever they stand alone, written large.
  package let lone: [String]
  let rows: [Subject]
  let byHand: [String]
}

extension Store {
  /// Opens a person, an organisation or a note for forgetting, a deleted one too.
  ///
  /// - Parameter byHand: further words to black out.
  /// - Throws: `NamingError`; `RequestError.nothingAsked` for what is none of these.
  package func askForget(_ name: String, byHand: [String]) throws -> ForgetQuestion {
    try read { session in
      let subject = try forgettable(name, session)
      guard [Person.kind, Organisation.kind, Document.kind].contains(subject.kind) else {
        throw RequestError.nothingAsked(
          "`forget` takes a person, an organisation or a note. `\(ShellCommand("delete", names: [name]))` hides this.")
      }
      let rows = try RowsToForget(session).all(of: subject)
      let plan = try ForgetPlan(session, forgetting: rows, byHand: byHand)
      let titles = Titles(session, today: today)
      let notes =
        plan.quotes.map(\.subject).filter { $0.kind == Document.kind } + rows.filter { $0.kind == Document.kind }
      return ForgetQuestion(
        title: try titles.title(of: subject), kind: subject.kind,
        parts: try rows.filter { $0 != subject }.map(titles.title),
        quotes: try plan.quotes.map { try clause($0, titles) }, commands: plan.commands, smallWords: plan.smallWords,
        machines: try machines().filter { !$0.isThisOne }.map(\.name), files: keptFiles(),
        notes: Set(try notes.map(titles.title)).sorted(), lone: plan.words.lone, rows: rows, byHand: byHand)
    }
  }

  /// Forgets what was asked about, for good.
  ///
  /// - Returns: whether the file is free of it already; else another process was in the way.
  package func forget(_ question: ForgetQuestion) throws -> Bool {
    try forget(question.rows, byHand: question.byHand, command: "forget \(question.kind)")
    return try !isUnpacked()
  }

  func forget(_ rows: [Subject], byHand: [String] = [], command: String) throws {
    _ = try write { door in
      try ForgetPlan(door.session, forgetting: rows, byHand: byHand).write(command, door)
    }
  }

  private func forgettable(_ name: String, _ session: Session) throws -> Subject {
    do {
      return try NameResolver(session, today: today).resolve(name, kinds: [])
    } catch let error as NamingError {
      guard case .notFound = error, let deleted = try? DeletedRows(session, today: today).resolve(name) else {
        throw error
      }
      return deleted
    }
  }

  private func clause(_ quote: ForgetPlan.Quote, _ titles: Titles) throws -> String {
    let what = quote.field == "content" ? "text" : quote.field
    let versions = quote.versions > 1 ? ", \(quote.versions) versions" : ""
    let whole = quote.isWhole ? " (all of it: it is no plain text)" : ""
    return "\(what) of \(try titles.title(of: quote.subject))\(versions)\(whole)"
  }

  /// Stores and bundles that restores, repairs and imports kept.
  private func keptFiles() -> [String] {
    let folder = (path as NSString).deletingLastPathComponent
    let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(stem + ".before-") }.sorted().map {
      (folder as NSString).appendingPathComponent($0)
    }
  }
}

/// A row with all that is a part of it, alive or deleted, and of a note what was read from it.
private struct RowsToForget {
  let session: Session

  init(_ session: Session) { self.session = session }

  func all(of subject: Subject) throws -> [Subject] {
    var found = try members(subject)
    var known = Set(found)
    var next = 0
    while next < found.count {
      for part in try parts(of: found[next]) where known.insert(part).inserted { found.append(part) }
      next += 1
    }
    return found
  }

  private func members(_ subject: Subject) throws -> [Subject] {
    guard let id = try session.interner.existing(subject) else { return [subject] }
    return try Joins.members(session, id).compactMap(session.interner.subject)
  }

  /// Rows of any state that ever named it their parent; of a note the findings that quote it.
  private func parts(of subject: Subject) throws -> [Subject] {
    let fields = session.registry.kinds.compactMap { kind -> (String, String)? in
      if subject.kind == Document.kind { return kind.name == Finding.kind ? (kind.name, "document") : nil }
      return kind.parent.flatMap { $0.type == .reference(to: subject.kind) ? (kind.name, $0.name) : nil }
    }
    guard !fields.isEmpty else { return [] }
    let payload = OperationCodec.encode(.set(.reference(subject))).payload
    let numbers = try Int64.fetchAll(
      session.db, sql: "SELECT DISTINCT cell FROM change WHERE op = 1 AND payload = ?", arguments: [payload])
    return try numbers.compactMap { cell in
      let field = session.interner.text(ofName: Interner.field(ofCell: cell))
      guard let row = try session.interner.subject(Interner.subject(ofCell: cell)),
        fields.contains(where: { $0.0 == row.kind && $0.1 == field })
      else { return nil }
      return row
    }
  }
}

/// What an older backup must not bring back.
struct ForgottenRows {
  private let rows: [Subject]
  /// Changes and transactions elsewhere that quoted it, by whatever words.
  private let changes: Set<Reference>
  private let transactions: Set<Reference>
  /// Whether there is a store that cannot be asked.
  let isUnknown: Bool

  /// Of the store at this path; none where there is no store.
  init(at environment: Environment) {
    let isThere = (try? StoreFile.isMissingOrEmpty(environment.storePath)) == false
    let store = isThere ? try? Store.reading(environment) : nil
    let found = try? store?.read { session in
      let forgotten = try Forgotten(session)
      return (
        rows: try forgotten.rows.keys.sorted().compactMap(session.interner.subject), changes: forgotten.changes,
        transactions: forgotten.transactions
      )
    }
    (rows, changes, transactions) = (found?.rows ?? [], found?.changes ?? [], found?.transactions ?? [])
    isUnknown = isThere && found == nil
    try? store?.close()
  }

  /// Forgets them anew in a store that has just been restored, and what quotes them.
  func forget(in environment: Environment) throws {
    guard !rows.isEmpty else { return }
    let store = try Store.existing(environment)
    defer { try? store.close() }
    _ = try store.write { door in
      let forgotten = try Forgotten(door.session)
      let back = try rows.filter { row in
        try door.session.interner.existing(row).map { forgotten.rows[$0] == nil } ?? false
      }
      guard let first = back.first ?? rows.first else { return nil }
      let plan = try ForgetPlan(door.session, forgetting: back)
      let left = try (
        changes: here(changes.subtracting(forgotten.changes), door.session),
        transactions: here(transactions.subtracting(forgotten.transactions), door.session)
      )
      guard !back.isEmpty || !left.changes.isEmpty || !left.transactions.isEmpty else { return nil }
      return try plan.write("forget what was forgotten before", door, besides: left, on: first)
    }
  }

  private func here(_ references: Set<Reference>, _ session: Session) throws -> [Reference] {
    try references.filter { try session.streams.locate($0) != nil }.sorted()
  }
}
