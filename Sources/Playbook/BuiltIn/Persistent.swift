import Model

/// “Four key follow up steps to the interview”: thank, break the silence politely, repair, and learn from a no.
extension Playbook {
  package static let persistent = Playbook(
    name: "persistent",
    about:
      "A thank-you the next day; a polite word when a promised day has passed; thanks and a question after a no.",
    rules: [prepare, thankYouNote, breakTheSilence, again, repairABadImpression, afterANo, keepNetworking])

  private static let prepare = Rule(
    name: RuleName("persistent", "prepare"), title: "prepare", anchor: .interviewAhead,
    timing: Timing(before: .days(1)),
    recipient: .candidate, channels: [], draft: nil, purpose: .task, stages: .untilFilled,
    source: .text(.fourSteps, section: "the closing advice"), ours: "the day before",
    because: "their next step, open objections, past weak answers and the questions to ask, on one page",
    change: "the interview itself closes it")

  private static let thankYouNote = Rule(
    name: RuleName("persistent", "thank-you-note"), title: "thank-you note", anchor: .interview,
    timing: Timing(after: .days(1)), recipient: .eachInterviewer, channels: [.email, .card, .post], draft: .thankYou,
    purpose: .firstThanks, stages: .always, source: .text(.fourSteps, section: "Send thank-you notes"),
    ours: "the next day, and each interviewer gets one",
    because: "even if the job seems in the bag: some people expect it; sending matters, not the paper",
    change: "a sent note closes it; a newer interview with the same person replaces it")

  private static let breakTheSilence = Rule(
    name: RuleName("persistent", "break-the-silence"), title: "break the silence", anchor: .theirPromise,
    timing: Timing(after: .days(3)), recipient: .interviewer, channels: [.call, .email], draft: .silenceBreaker,
    purpose: .status, stages: .running, source: .text(.fourSteps, section: "Breaking through the silence"), ours: nil,
    because: "they may simply be busy; a brief, positive question impresses more often than it annoys",
    change: "word from them closes it; a new promised date moves it; an offer or a no ends it")

  private static let again = Rule(
    name: RuleName("persistent", "again"), title: "again", anchor: .unanswered(first: "break-the-silence"),
    timing: Timing(after: .days(4), times: 2), recipient: .interviewer, channels: [.call, .email],
    draft: .silenceAgain,
    purpose: .status, stages: .running, source: .text(.fourSteps, section: "Breaking through the silence"),
    ours: "4 days, twice, with another angle each time",
    because: "an unanswered question may be put once more, politely and briefly",
    change: "a reply closes it; a new interview, an offer or a no ends it")

  private static let repairABadImpression = Rule(
    name: RuleName("persistent", "repair-a-bad-impression"), title: "repair a bad impression", anchor: .concern,
    timing: Timing(after: .days(1)), recipient: .interviewer, channels: [.email, .post], draft: .repair,
    purpose: .repair, stages: .untilFilled, source: .text(.fourSteps, section: "Correcting a bad first impression"),
    ours: "may ride on the thank-you; you judge what is substantial, an unjudged concern asks",
    because:
      "documents or references answer a substantial concern; a trifle is left alone, mentioning it makes it larger",
    change: "judging the concern a trifle takes it away; sent resources close it")

  private static let afterANo = Rule(
    name: RuleName("persistent", "after-a-no"), title: "after a no", anchor: .no, timing: Timing(after: .days(0)),
    recipient: .teller, channels: [.email, .call], draft: .rejectionThanks, purpose: .afterNo, stages: .no,
    source: .text(.fourSteps, section: "Dealing with rejection"), ours: "the same day",
    because:
      "first thanks for the message, then a request for advice: seldom granted, but it shows that you want to improve",
    change: "a sent note closes it")

  private static let keepNetworking = Rule(
    name: RuleName("persistent", "keep-networking"), title: "keep networking", anchor: .lastTouch,
    timing: Timing(every: .weeks(8)), recipient: .interviewer, channels: [.email, .message], draft: .keepInTouch,
    purpose: .keepInTouch, stages: .longHaul, source: .text(.fourSteps, section: "Dealing with rejection"),
    ours: "every 8 weeks",
    because:
      "an article that fits, a group joined: whoever stays in view is thought of when something opens up",
    change: "any touch with the same person, in either direction, starts the weeks anew")
}
