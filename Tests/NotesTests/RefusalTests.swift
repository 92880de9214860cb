import Testing

@testable import Notes

/// A no in the same words is the writer's or the firm's by who says it to whom.
@Suite struct RefusalTests {
  private static let names = ["them", "Marlow", "Marlow Foods", "the offer", "the job"]
  private static let mine = [
    "I turned NAME down", "Turned down NAME", "Turned NAME down this morning, the pay was too low",
    "I've declined NAME",
    "Declined NAME", "I said no to NAME", "So I refused NAME", "Then I turned NAME down", "Ich habe NAME abgesagt",
    "J'ai refusé NAME", "Yo rechacé NAME", "Passed on NAME",
  ]
  private static let theirs = [
    "NAME turned me down", "They turned me down for NAME", "I was turned down by NAME", "Got turned down by NAME",
    "NAME declined me", "I have been rejected by NAME", "NAME hat mir abgesagt", "NAME m'ont refusé",
    "Was refused by NAME",
  ]

  @Test(arguments: names) func `the writer's no withdraws`(name: String) {
    for words in Self.mine {
      let said = words.replacing("NAME", with: name)
      #expect(Refusal.outcome(StageMatcher.words(said)) == .withdrawn, "\(said)")
    }
  }

  @Test(arguments: names) func `a no to the writer is theirs`(name: String) {
    for words in Self.theirs {
      let said = words.replacing("NAME", with: name)
      #expect(Refusal.outcome(StageMatcher.words(said)) == .rejected, "\(said)")
    }
  }

  @Test(arguments: [
    "declined", "Rejected", "They declined", "no word yet", "Walk down the road and turn left", "I was out",
  ])
  func `what does not tell is not guessed at`(words: String) {
    #expect(Refusal.outcome(StageMatcher.words(words)) == nil)
  }
}
