import ArgumentParser
import Model
import Playbook
import Store

/// Which letter to a person is meant.
struct LetterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("thank-you, card, silence-breaker, repair, keep-in-touch …", valueName: "kind"),
    transform: LetterOptions.kind)
  var kind: DraftKind?
  @Option(name: .long, help: "Which opportunity it is about; else the person's only one.")
  var opportunity: String?

  private static func kind(_ word: String) throws -> DraftKind {
    if let kind = DraftKind(rawValue: word.lowercased()) { return kind }
    let known = DraftKind.allCases.map(\.rawValue)
    let meant = Suggestion.nearest(word, among: known).map { " Did you mean \"\($0)\"?" } ?? ""
    throw Failure.usage("\"\(word)\" is none of \(known.joined(separator: ", ")).\(meant)")
  }
}

/// What is to be known before a letter goes out: gaps, tone, sentences that a colleague of the reader gets too.
struct LetterTalk {
  let console: Console

  /// That its day lies outside the period they gave.
  func say(tooEarlyOrLate job: LetterJob, on day: Day, _ store: Store) throws {
    if let warning = try store.agenda().windowWarning(job, on: day) {
      console.say("\("Note:", .yellow) \(warning.description).")
    }
  }

  func say(about text: LetterText, letter: Letter?, _ store: Store) throws {
    for gap in text.gaps { console.say("\("Gap:", .yellow) \(gap)") }
    for remark in Tone.remarks(text.body) { console.say("\("Tone:", .yellow) \(remark)") }
    guard let letter else { return }
    let shared = try store.overlap(letter)
    if shared.isEmpty { return }
    let agenda = try store.agenda()
    for sentence in shared {
      let others = sentence.people.filter { $0 != letter.person }.map { agenda.facts.name($0) }
      console.say("\("Also to \(others.joined(separator: ", ")):", .yellow) \(sentence.sentence)")
    }
  }
}
