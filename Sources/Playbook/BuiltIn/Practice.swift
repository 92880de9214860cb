import Model

/// The rules that hold in every playbook, all our own.
extension Playbook {
  package static let practice = Playbook(
    name: "practice",
    about:
      "What holds in every playbook: promises of mine, offers and their deadlines, undated interviews, references.",
    rules: [
      promiseOfMine, acknowledgeOffer, offerInWriting, answerOffer, extendOffer, tellMyDeadline, acceptInWriting,
      endWhatRuns, undatedInterview, missedInterview, thankTheReference, keepInTouch,
    ])

  private static func ours(
    _ row: String, _ title: String, _ anchor: Anchor, _ timing: Timing, to recipient: Recipient, by channels: [Channel],
    draft: DraftKind? = nil, _ purpose: Purpose, _ stages: Set<Stage>, because: String, change: String
  ) -> Rule {
    Rule(
      name: RuleName("practice", row), title: title, anchor: anchor, timing: timing, recipient: recipient,
      channels: channels, draft: draft, purpose: purpose, stages: stages, source: .ours, ours: nil, because: because,
      change: change)
  }

  private static let promiseOfMine = ours(
    "promise-of-mine", "promise of mine", .myPromise, Timing(within: .days(2)), to: .anchored,
    by: [.email, .call], .promise, .always,
    because: "what you promised is owed until kept; without a date it is due 2 days after you gave it",
    change: "keeping it (set its kept day, or mark this done) closes it, and so does the end of the search it was for")

  private static let acknowledgeOffer = ours(
    "acknowledge-offer", "acknowledge the offer", .offer, Timing(within: .hours(24)), to: .teller, by: [.email, .call],
    draft: .offerAcknowledgement, .offer, .offer,
    because: "an offer deserves an answer within a day, even when the decision takes longer",
    change: "a sent acknowledgement closes it")

  private static let answerOffer = ours(
    "offer-deadline", "answer the offer", .offerDeadline, Timing(), to: .teller, by: [.email, .call], .offer, .offer,
    because: "the deadline of an offer is a promise of yours",
    change: "accepting, declining or a new deadline")

  private static let extendOffer = ours(
    "offer-extension", "ask for more time", .offerCollision, Timing(before: .days(3)), to: .teller,
    by: [.email, .call],
    draft: .offerExtension, .offer, .offer,
    because: "another process decides only after this deadline; an exact date is asked for",
    change: "a new deadline, or word from the other process")

  private static let offerInWriting: Rule = {
    var rule = ours(
      "offer-in-writing", "ask for the offer in writing", .offer, Timing(after: .days(1)), to: .teller,
      by: [.email, .call], draft: .writtenOffer, .offer, .offer,
      because: "what was said on the telephone is settled only when it is written down",
      change: "a sent request or a skip closes it")
    rule.isOptional = true
    return rule
  }()

  private static let tellMyDeadline = ours(
    "tell-my-deadline", "tell them your deadline", .otherDeadline, Timing(), to: .boss, by: [.call, .email],
    draft: .deadlineNotice, .status, .running,
    because: "another offer must be answered; a firm that wants you can hurry if it knows by when",
    change: "a sent notice closes it; the other offer's answer, or word from here, ends it")

  private static let acceptInWriting = ours(
    "accept-in-writing", "accept in writing", .offer, Timing(after: .days(0)), to: .teller, by: [.email, .post],
    draft: .acceptance, .offer, [.accepted],
    because: "an acceptance names what was agreed, so that both sides mean the same",
    change: "a sent acceptance closes it")

  private static let endWhatRuns = ours(
    "withdraw", "withdraw", .acceptedElsewhere, Timing(after: .days(1)), to: .boss, by: [.email, .call],
    draft: .withdrawal, .afterNo, [.applied, .interviewing, .offer],
    because: "you accepted another offer; whoever still waits for you is told, and keeps a good memory of you",
    change: "a sent withdrawal, or the stage withdrawn, ends it")

  private static let undatedInterview = ours(
    "undated-interview", "say when the interview was", .undatedInterview, Timing(), to: .candidate, by: [], .task,
    .untilFilled,
    because: "without its day nothing can be planned after an interview",
    change: "a day for the interview closes it")

  private static let missedInterview = ours(
    "missed-interview", "ask for another day", .missedInterview, Timing(after: .days(0)), to: .interviewer,
    by: [.email, .call], draft: .noShow, .status, .running,
    because: "an appointment that somebody missed is soon forgotten; a friendly line the same day makes another one",
    change: "a sent line, a new interview or a skip closes it")

  private static let thankTheReference = ours(
    "thank-the-reference", "thank the reference", .reference, Timing(after: .days(1)), to: .anchored,
    by: [.email, .card], draft: .thankYou, .firstThanks, .always,
    because: "who spoke for you is thanked, and told how it went",
    change: "a sent thank-you closes it")

  private static let keepInTouch = ours(
    "keep-in-touch", "keep in touch", .keepInTouch, Timing(every: .weeks(8)), to: .anchored,
    by: [.email, .call, .message], draft: .keepInTouch, .keepInTouch, .always,
    because: "you gave this person a cadence of their own",
    change: "any touch starts the days anew; the person's keep_ideal and keep_maximum set the cadence")
}
