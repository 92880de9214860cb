import Model
import Store

/// Merges bundles: previews, asks where much would change or a store never met would be mixed in, tells what came of it.
struct ImportBundles {
  let store: Store
  let console: Console
  let prompts: PromptOptions

  /// - Throws: what `Store.importBundles` throws; `Failure.conflict` where an answer is needed and nobody can be asked.
  func run(_ inputs: [BundleInput], isRehearsal: Bool) throws -> ImportReport {
    let progress = ProgressLine("Merging", console)
    defer { progress.end() }
    let inputs = inputs.map { input in
      var input = input
      input.progress = { progress.update($0, of: $1) }
      return input
    }
    do {
      var report = try store.importBundles(inputs, consent: isRehearsal ? .rehearse : .ask)
      report.conflicts = try report.conflicts ?? store.countOfQuestions()
      tell(report, isRehearsal: false)
      return report
    } catch ImportStop.rehearsed(let report) {
      progress.end()
      tell(report, isRehearsal: true)
      return report
    } catch ImportStop.needsAnswer(let report) {
      progress.end()
      return try ask(report, inputs)
    }
  }

  private func ask(_ preview: ImportReport, _ inputs: [BundleInput]) throws -> ImportReport {
    try MergeConsent(store: store, console: console, prompts: prompts).get(preview)
    do {
      let report = try store.importBundles(inputs, consent: .answered(preview))
      tell(report, isRehearsal: false)
      return report
    } catch ImportStop.needsAnswer(let more) { return try ask(more, inputs) }
  }

  private func tell(_ report: ImportReport, isRehearsal: Bool) {
    for line in MergeTalk.lines(report, isRehearsal: isRehearsal) { console.say(line) }
  }
}

/// Asks before a merge that changes much or mixes in a store never met.
struct MergeConsent {
  let store: Store
  let console: Console
  let prompts: PromptOptions

  /// Returns where somebody said yes; a store that would be mixed with another's is copied first.
  ///
  /// - Throws: `Failure.conflict` where the answer is no or nobody can be asked.
  func get(_ preview: ImportReport) throws {
    let why = MergeTalk.reasonToAsk(preview)
    guard prompts.yes || Question.canAsk && !prompts.noInput else {
      throw Failure.conflict("\(why.plain) Nothing was changed; add --yes to go on.")
    }
    guard try Question(console: console).confirm(why + " Go on?", prompts) else {
      throw Failure.conflict("Nothing was changed.")
    }
    if preview.isStrange { console.say("The store as it was is kept in \(try store.keepCopy()).") }
  }
}

/// What a merge did, in plain words.
enum MergeTalk {
  static func lines(_ report: ImportReport, isRehearsal: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    if report.newTransactions == 0 {
      lines.append("Nothing new: everything in it was here already.")
    } else {
      let verb = isRehearsal ? "Would take in" : "Took in"
      lines.append("\(verb) \(Count.text(report.newChanges, "change"))\(rows(report)).")
    }
    lines += SignatureTalk.lines(report, isRehearsal: isRehearsal)
    if report.unknown > 0 {
      lines.append("\(Count.text(report.unknown, "change")) of a newer version: kept and passed on, not shown here.")
    }
    if let joined = joined(report) { lines.append(joined) }
    if report.waiting > 0 { lines.append(waiting(report.waiting)) }
    lines.append(conflicts(report.conflicts ?? 0))
    return lines
  }

  /// Notes that were found to be one; nil where there were none.
  static func joined(_ report: ImportReport) -> StyledText? {
    guard report.joinedNotes > 0, let undo = report.joinUndo else { return nil }
    let count = report.joinedNotes
    let what = count == 1 ? "Copies of a note are" : "Copies of \(count) notes are each"
    return "\(what) one now, with all that was read from them. To part them: \(ShellCommand("undo", undo))"
  }

  static func waiting(_ count: Int) -> StyledText {
    "\(count) \(count == 1 ? "edit waits" : "edits wait") for changes that have not arrived yet: \(ShellCommand("status"))"
  }

  static func conflicts(_ count: Int) -> StyledText {
    if count == 0 { return "No conflicts." }
    return "\(count) \(count == 1 ? "conflict waits" : "conflicts wait"): \(ShellCommand("conflicts"))"
  }

  private static func rows(_ report: ImportReport) -> String {
    var parts: [String] = []
    if report.changedRows > 0 { parts.append(Count.text(report.changedRows, "known row") + " changed") }
    if report.removedRows > 0 { parts.append("\(report.removedRows) removed") }
    return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
  }

  static func reasonToAsk(_ report: ImportReport) -> StyledText {
    let signed = SignatureTalk.question(report)
    if report.isStrange {
      let mixed = Count.text(report.newChanges, "change")
      return "This comes from a store that was never met: \(mixed) would be mixed into yours."
        + (signed.map { " " + $0 } ?? "")
    }
    if let signed { return signed }
    let touched = report.changedRows + report.removedRows
    return """
      This would change \(report.changedRows) and remove \(report.removedRows) rows, \(touched) of the \
      \(report.rowsBefore) there are.
      """
  }
}
