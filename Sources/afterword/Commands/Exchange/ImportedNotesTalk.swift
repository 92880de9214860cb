import Model
import Notes
import Store

/// What an import of notes did, with the paths as they were given.
struct ImportedNotes {
  let report: NotesImportReport
  let named: Set<String>
}

/// Tells what an import of notes made and how to undo it.
struct ImportedNotesTalk {
  let console: Console
  let store: Store
  let isRehearsal: Bool
  /// What is to be decided is asked right after, and not told.
  var isAsked = false

  /// - Throws: `Failure.silent(.badInput)` where nothing could be read, or a file that was named could not.
  func tell(_ imported: ImportedNotes) throws {
    let report = imported.report
    if !report.files.isEmpty { console.say(headline(report)) }
    tellColumns(report)
    NewsTalk(console: console, store: store, isRehearsal: isRehearsal, isAsked: isAsked).tell(
      report.news, ownUndo: report.files.count > 1)
    tellArchived(report)
    tellStrangers(report)
    tellUndated(report.undated)
    tellOpenDates(report)
    if !isRehearsal { tellUndo(report) }
    tellUnread(report.unread)
    tellProblems(report.problems)
    let isNamed = report.problems.contains { problem in
      imported.named.contains { problem.hasPrefix($0 + ":") || problem.hasPrefix($0 + " is ") }
    }
    if !report.problems.isEmpty && (report.files.isEmpty || isNamed) { throw Failure.silent(.badInput) }
  }

  /// What was left unread of files that were taken.
  private func tellUnread(_ remarks: [UnreadRemark]) {
    var alike: [String: [UnreadRemark]] = [:]
    for remark in remarks { alike[remark.text, default: []].append(remark) }
    var told: Set<String> = []
    let texts = remarks.map(\.text).filter { told.insert($0).inserted }
    for text in texts.prefix(10) {
      guard let same = alike[text], let first = same.first else { continue }
      let place = "\(first.file)\(first.line.map { ", line \($0)" } ?? "")"
      let more = same.count > 1 ? " and \(Count.text(same.count - 1, "other note"))" : ""
      console.complain("\("Read in part:", .yellow) \(place)\(more): \(text).")
    }
    guard texts.count > 10 else { return }
    console.complain("… and \(texts.count - 10) more: `afterword read FILE` shows those of a file.")
  }

  /// What a tracker's columns were taken for, so that a wrong one is seen.
  private func tellColumns(_ report: NotesImportReport) {
    for (file, columns) in report.columns.prefix(3) {
      console.say("\(file): \(columns.map(\.meaning).joined(separator: ", ")).")
    }
    if !report.columns.isEmpty {
      console.say("Another meaning: import again with \("--map \"COLUMN=FIELD\"", .cyan).")
    }
  }

  /// Each file that could not be read; of very many, such as a folder of pictures, how many.
  private func tellProblems(_ problems: [String]) {
    let most = problems.count > 60 ? 50 : problems.count
    for problem in problems.prefix(most) { console.complain("\("Not read:", .yellow) \(problem)") }
    if problems.count > most {
      let all = ShellCommand("import", "FOLDER", "--dry-run", "--json")
      console.complain("… and \(problems.count - most) more: \(all) lists them all.")
    }
  }

  private func tellArchived(_ report: NotesImportReport) {
    let age = "older than \(report.archiveAfter) days and"
    switch report.archived {
    case 0: break
    case 1: console.say("One of the interviews is \(age) was archived: it is due nowhere.")
    default: console.say("\(report.archived) of the interviews are \(age) were archived: they are due nowhere.")
    }
  }

  private func tellStrangers(_ report: NotesImportReport) {
    guard report.strangers > 0 else { return }
    console.say(
      "\(Count.text(report.strangers, "contact")) of nobody known: left alone; --new-people makes people of them.")
  }

  private func headline(_ report: NotesImportReport) -> StyledText {
    let written = report.files.count { $0.outcome == .imported }
    let updated = report.files.count { $0.outcome == .updated }
    let known = report.files.count { $0.outcome == .known }
    let deleted = report.files.count { $0.outcome == .leftDeleted }
    var parts: [String] = []
    if written > 0 {
      parts.append("\(isRehearsal ? "would read" : "read") \(Count.text(written, "note"))\(made(report))")
    }
    if updated > 0 { parts.append("\(isRehearsal ? "would update" : "updated") \(Count.text(updated, "note"))") }
    if known > 0 { parts.append("\(Count.text(known, "note")) known already") }
    if deleted > 0 { parts.append("\(Count.text(deleted, "note")) left alone, as deleted here by hand") }
    let text = parts.joined(separator: "; ")
    return StyledText(text.prefix(1).uppercased() + text.dropFirst() + ".")
  }

  /// ": 3 interviews, 5 people, 2 promises".
  private func made(_ report: NotesImportReport) -> String {
    var sum: [String: Int] = [:]
    for file in report.files { sum.merge(file.made, uniquingKeysWith: +) }
    let shown = ["interview", "person", "organisation", "opportunity", "promise", "finding", "touch", "material"]
    let parts = shown.compactMap { kind in sum[kind].map { Count.text($0, kind, KindName.plural(kind)) } }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
  }

  private func tellUndated(_ names: [String]) {
    guard !names.isEmpty else { return }
    let listed = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    console.say("\(Count.text(names.count, "note")) without a day: \(listed). Import again with --on DAY to give it.")
  }

  /// Dates that could be others: which notes have them, and how they were read.
  private func tellOpenDates(_ report: NotesImportReport) {
    guard let first = report.openDates.first else { return }
    let more = report.openDates.count > 1 ? " and \(Count.text(report.openDates.count - 1, "more"))" : ""
    console.say(
      "Dates open to another reading are in \(first)\(more); `afterword read FILE` shows them. \(DateOrderText.of(report.dateOrder))"
    )
  }

  private func tellUndo(_ report: NotesImportReport) {
    let names = report.files.compactMap(\.undoName)
    guard let first = names.first else { return }
    let all: StyledText =
      "Undo: \(names.count > 1 ? ShellCommand("undo", first, "--batch") : ShellCommand("undo", first))"
    console.say(
      names.count > 1 ? all + ", or one file as \(ShellCommand("history")) names it." : all + ".")
  }
}
