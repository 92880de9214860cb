import Model

/// “Follow up… an important but often overlooked part of interviewing”: keep to the period they gave, and thank everybody the same day.
extension Playbook {
  package static let recruiter = Playbook(
    name: "recruiter",
    about:
      "Thanks the same day, also to the recruiter; a check halfway through the period they gave; an open door.",
    rules: [askTheNextStep, windowGuard, midWayCheck, thankYou, handWrittenCard, thankTheRecruiter, keepTheDoorOpen])

  private static let askTheNextStep = Rule(
    name: RuleName("recruiter", "ask-the-next-step"), title: "ask the next step", anchor: .unknownNextStep,
    timing: Timing(after: .days(0)), recipient: .candidate, channels: [], draft: nil, purpose: .task, stages: .running,
    source: .text(.searchFirm, section: "1, the time period they gave"),
    ours: "an unrecorded step or date is an item after the interview",
    because: "their next step and its date are your guide to what is too early and what is too late",
    change: "recording their promise closes it")

  private static let windowGuard = Rule(
    name: RuleName("recruiter", "window-guard"), title: "window guard", anchor: .none, timing: Timing(),
    recipient: .candidate, channels: [], draft: nil, purpose: .task, stages: .running,
    source: .text(.searchFirm, section: "1, the time period they gave"), ours: nil,
    because: "what is drafted or logged outside the period they gave comes too early or too late",
    change: "a new promised date moves the period")

  private static let midWayCheck = Rule(
    name: RuleName("recruiter", "mid-way-check"), title: "mid-way check", anchor: .middleOfPeriod, timing: Timing(),
    recipient: .promiser, channels: [.call, .email], draft: .midWayCheck, purpose: .status, stages: .running,
    source: .text(.searchFirm, section: "1, the time period they gave"), ours: "whoever gave the period is asked",
    because: "halfway through, a brief question keeps you in view while they still weigh",
    change: "word from them, a new interview, an offer or a no ends it; a new promised date moves it")

  private static let thankYou = Rule(
    name: RuleName("recruiter", "thank-you"), title: "thank-you", anchor: .interview, timing: Timing(after: .days(0)),
    recipient: .eachInterviewer, channels: [.email, .post], draft: .sameDayThanks, purpose: .firstThanks,
    stages: .always,
    source: .text(.searchFirm, section: "2, Send a Thank you"), ours: nil,
    because: "of all follow-ups this one counts most: the same day, never postponed",
    change: "a sent thank-you closes it")

  private static let handWrittenCard = Rule(
    name: RuleName("recruiter", "hand-written-card"), title: "hand-written card", anchor: .interview,
    timing: Timing(after: .days(0)), recipient: .eachInterviewer, channels: [.card], draft: .card, purpose: .card,
    stages: .always, source: .text(.searchFirm, section: "2, Send a Thank you"),
    ours: "offered for a week, then dropped",
    because: "a few lines in your own hand stand out among e-mails; the card replaces nothing",
    change: "a sent card or a skip closes it", isOptional: true)

  private static let thankTheRecruiter = Rule(
    name: RuleName("recruiter", "thank-the-recruiter"), title: "thank the recruiter", anchor: .interview,
    timing: Timing(after: .days(0)), recipient: .recruiter, channels: [.email, .call], draft: .recruiterThanks,
    purpose: .firstThanks, stages: .always, source: .text(.searchFirm, section: "2, Send a Thank you"),
    ours: "the same day",
    because: "recruiters are rarely thanked and remember those who do",
    change: "a sent thank-you closes it")

  private static let keepTheDoorOpen = Rule(
    name: RuleName("recruiter", "keep-the-door-open"), title: "keep the door open", anchor: .doorOpen,
    timing: Timing(after: .days(0), every: .weeks(8)), recipient: .recruiterAndInterviewers, channels: [.email, .call],
    draft: .doorOpen, purpose: .keepInTouch, stages: .overOrSilent,
    source: .text(.searchFirm, section: "3, keep in touch"),
    ours: "asked once at the end of a process, then every 8 weeks; interviewers too",
    because: "ask whether you may keep in touch; then ask for openings and send an up-to-date résumé",
    change: "a skip of the question ends it; any touch starts the weeks anew")
}
