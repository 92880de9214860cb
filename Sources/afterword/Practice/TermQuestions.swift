import Model
import Playbook
import Store

/// Goes through the parts of an offer; each answer is kept at once.
struct TermQuestions {
  private let store: Store
  private let sheet: NegotiationSheet
  private let console: Console

  init(_ store: Store, _ sheet: NegotiationSheet, _ console: Console) {
    (self.store, self.sheet, self.console) = (store, sheet, console)
  }

  /// Nobody answers any more.
  private struct Ended: Error {}

  private static let questions: [(String, any WritableKeyPath<Term, String?> & Sendable)] = [
    ("What do they offer?", \.offered), ("What do you want?", \.wanted), ("Where is your limit?", \.walkAway),
    ("What speaks for it: a survey, a figure?", \.grounds),
  ]

  func run() throws {
    console.say("An empty line leaves a question open; Ctrl-D ends.")
    var (count, last) = (0, Receipt?.none)
    do {
      let own = sheet.terms.compactMap(\.part).filter { !Term.usualParts.contains($0) }
      for part in Term.usualParts + own { try ask(about: part, &count, &last) }
      while let part = try line("Another part (empty: no more)?") { try ask(about: part, &count, &last) }
    } catch is Ended {}
    WroteLine(console: console).say(
      count == 0 ? "Nothing new" : "Kept \(Count.text(count, "answer"))", last, isAll: true)
    console.say("What to say: \(ShellCommand("negotiate", sheet.opportunity.short))")
  }

  private func ask(about part: String, _ count: inout Int, _ last: inout Receipt?) throws {
    var (old, term) = try store.term(part, of: sheet.opportunity)
    // What an offer's mail said of pay is known, though no part was typed.
    let shown = sheet.terms.first { $0.part == Term.folded(part: term.part ?? "") }
    console.complain("\(part, .bold)")
    for (question, field) in Self.questions where term[keyPath: field] == nil && shown?[keyPath: field] == nil {
      // What is neither offered nor wanted has no limit.
      let isIdle = term.offered == nil && shown?.offered == nil && term.wanted == nil && shown?.wanted == nil
      if isIdle, field != \Term.offered, field != \Term.wanted { break }
      guard let words = try line(question) else { continue }
      term[keyPath: field] = words
      guard let receipt = try store.keep([(old, term)], command: TypedCommand.text()) else { continue }
      (old, last, count) = (term, receipt, count + 1)
    }
  }

  /// What is typed; nil for an empty line.
  private func line(_ question: String) throws -> String? {
    let again = ShellCommand("negotiate", sheet.opportunity.short, "--ask")
    Interruption.say("Stopped. What was answered is kept; the rest is asked again by \(again).")
    console.complain("\(question)")
    guard let line = Question(console: console).line(">") else { throw Ended() }
    return line.allSatisfy(\.isWhitespace) ? nil : line
  }
}
