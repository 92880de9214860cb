import Model

/// “The interview was awesome. Now what?”: something of value within two days, and every week after.
extension Playbook {
  package static let valueAdded = Playbook(
    name: "value-added",
    about:
      "No thank-you letter: new material on a topic you discussed within 48 hours, then something of value every week.",
    rules: [
      Rule(
        name: RuleName("value-added", "value-added-response"), title: "value-added response", anchor: .interview,
        timing: Timing(within: .hours(48)), recipient: .boss, channels: [.email, .post],
        draft: .valueAddedResponse, purpose: .firstThanks, stages: .running,
        source: .text(.awesome, section: "Send a value-added response"), ours: nil,
        because: "something new on a topic you discussed sets you apart; thanks and qualifications again do not",
        change: "a sent response closes it; a newer interview replaces it"),
      Rule(
        name: RuleName("value-added", "ongoing-contact"), title: "ongoing contact", anchor: .lastTouch,
        timing: Timing(every: .weeks(1)), recipient: .boss, channels: [.call, .email, .visit],
        draft: .keepInTouch, purpose: .value, stages: .untilFilled,
        source: .text(.awesome, section: "Maintain Ongoing Contact"), ours: "the benefit is a new one each time",
        because: "some strategists think a weekly contact overkill; at the least you learn where you stand",
        change: "any touch with the same person, in either direction, starts the week anew; hired or filled ends it"),
      Rule(
        name: RuleName("value-added", "after-a-no"), title: "after a no", anchor: .no, timing: Timing(after: .days(0)),
        recipient: .interviewerThenHR, channels: [.email, .post], draft: .otherOpenings, purpose: .afterNo,
        stages: .no,
        source: .text(.awesome, section: "Future Opportunities"), ours: "the same day",
        because: "a cordial note keeps you in mind for other openings; a no now says nothing about the next one",
        change: "a sent note closes it"),
      Rule(
        name: RuleName("value-added", "second-wind"), title: "second wind", anchor: .no,
        timing: Timing(after: .months(1)), recipient: .interviewer, channels: [.email, .call], draft: .secondWind,
        purpose: .secondWind, stages: .no,
        source: .text(.awesome, section: "Future Opportunities"), ours: nil,
        because: "the runner-up is often the first choice next time; the inquiry is yours to make",
        change: "a sent inquiry closes it; interest other than high takes it away"),
    ])
}
