import Model

/// “Don’t Drop the Ball After the Interview!”: a focused letter that announces a call, then the call.
extension Playbook {
  package static let executive = Playbook(
    name: "executive",
    about:
      "A focused letter within three days that announces a telephone call, then that call; anew with each interview.",
    rules: [
      Rule(
        name: RuleName("executive", "letter"), title: "letter", anchor: .interview,
        timing: Timing(after: .days(2), until: .days(3)), recipient: .eachInterviewer, channels: [.email, .post],
        draft: .executiveLetter, purpose: .firstThanks, stages: .always,
        source: .text(.dropTheBall, section: "the letter, second paragraph"),
        ours: "each interviewer gets one, not only the first",
        because: "in a long process with rivals, whoever follows up on each conversation stays in the running",
        change: "a sent letter closes it; a newer interview with the same person replaces it"),
      Rule(
        name: RuleName("executive", "call"), title: "announced call", anchor: .announcedCall(letter: "letter"),
        timing: Timing(after: .businessDays(5), until: .businessDays(7)), recipient: .anchored, channels: [.call],
        draft: nil, purpose: .announcedCall, stages: .running,
        source: .text(.dropTheBall, section: "the call, third paragraph"),
        ours: "without a recorded window the call is due 5 to 7 business days after the letter",
        because: "a brief, friendly call keeps the interest visible; the specifics of the interview stay out of it",
        change: "a logged call closes it; a new interview, an offer or a no ends it"),
      Rule(
        name: RuleName("executive", "repeat"), title: "repeat", anchor: .none, timing: Timing(),
        recipient: .eachInterviewer, channels: [], draft: nil, purpose: .task, stages: .running,
        source: .text(.dropTheBall, section: "follow-up after each and every interview, first paragraph"), ours: nil,
        because: "each new interview of a long process starts letter and call anew, until an offer or a no",
        change: "an offer or a no"),
    ])
}
