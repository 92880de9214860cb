import Model
import Store

/// Shows what papers may have told, and asks of each whether it is so.
struct ProposalQuestions {
  let console: Console
  let store: Store

  func print(_ one: WaitingProposal) {
    let sentence = NewsTalk(console: console, store: store, isRehearsal: false)
      .sentence(one.news, isDone: false)
    console.print("\(one.row.id.short, .dim)  \(sentence)")
    if let text = one.row.text {
      console.print("          “\(String(text.prefix(160)))\(text.count > 160 ? "…" : "")”")
    }
  }

  /// Does what may read news, and then asks of what is new and doubtful.
  ///
  /// - Parameter isAsked: else it goes on waiting, and nothing is looked up.
  func after<Result>(isAsked: Bool, _ body: () throws -> Result) throws -> Result {
    guard isAsked else { return try body() }
    let waited = Set(try store.waitingProposals().map(\.row.id))
    let result = try body()
    try ask(store.waitingProposals().filter { !waited.contains($0.row.id) })
    return result
  }

  /// One key each; what is not answered goes on waiting.
  func ask(_ waiting: [WaitingProposal]) throws {
    for one in waiting {
      print(one)
      let question: StyledText = "  is it so? [y]es, [n]o, [l]ater, [q]uit"
      switch Question(console: console).key(question, "yYnNlLqQ".contains) {
      case "y", "Y": try decide(one, .accepted)
      case "n", "N": try decide(one, .declined)
      case "q", "Q", nil: return
      default: continue
      }
    }
  }

  func decide(_ one: WaitingProposal, _ verdict: Verdict) throws {
    let receipt = try store.decide(one.row, verdict, command: TypedCommand.text())
    let talk = NewsTalk(console: console, store: store, isRehearsal: false)
    let said: StyledText =
      verdict == .accepted ? talk.sentence(one.news) : "Laid aside: \(talk.sentence(one.news, isDone: false))"
    WroteLine(console: console).say(said, receipt)
  }
}
