import Model

/// “After the Interview – What next?”: reflect, plan a letter for each person, call after two days, stay in touch for the long haul.
extension Playbook {
  package static let reflective = Playbook(
    name: "reflective",
    about:
      "Reflect first, then plan a letter for each person; call after two days without word; stay in touch for months.",
    rules: [reflect, planTheLetters, callAfterTwoDays, unsolicitedProposal, stayInTouch])

  private static let reflect = Rule(
    name: RuleName("reflective", "reflect"), title: "reflect", anchor: .interview, timing: Timing(after: .days(0)),
    recipient: .candidate, channels: [], draft: nil, purpose: .task, stages: .untilFilled,
    source: .text(.whatNext, section: "1, Reflect on the interview"), ours: nil,
    because: "what you learned, what connects you and what you left out is what the letters are made of",
    change: "answering or skipping the questions closes it")

  private static let planTheLetters = Rule(
    name: RuleName("reflective", "plan-the-letters"), title: "plan the letters", anchor: .interview,
    timing: Timing(after: .days(1)), recipient: .eachInterviewer, channels: [.email, .post, .call], draft: .thankYou,
    purpose: .firstThanks, stages: .always, source: .text(.whatNext, section: "2, Plan your follow up letter"),
    ours: "the day after the interview",
    because:
      "each person gets a letter of their own: objections to overcome, challenges to address, what else adds value",
    change: "a sent letter closes it; a newer interview with the same person replaces it")

  private static let callAfterTwoDays = Rule(
    name: RuleName("reflective", "call"), title: "call", anchor: .noWord, timing: Timing(after: .days(2)),
    recipient: .boss, channels: [.call], draft: nil, purpose: .status, stages: .running,
    source: .text(.whatNext, section: "3, Follow up with a phone call"),
    ours: "counted from the later of interview and letter sent; waits for an open promised date",
    because: "a call shows how much you want the position, and asks how far the decision has come",
    change: "word from them closes it; a new promised date moves it; an offer or a no ends it")

  private static let unsolicitedProposal = Rule(
    name: RuleName("reflective", "unsolicited-proposal"), title: "unsolicited proposal", anchor: .objection,
    timing: Timing(after: .days(3)), recipient: .boss, channels: [.email, .post], draft: .proposal, purpose: .proposal,
    stages: .untilFilled, source: .text(.whatNext, section: "4, Unsolicited proposal"),
    ours: "three days after the interview",
    because: "a plan in writing answers an objection that an assurance cannot, if you are sure of your ground",
    change: "a sent proposal or a skip closes it; an objection judged a trifle takes it away")

  private static let stayInTouch = Rule(
    name: RuleName("reflective", "stay-in-touch"), title: "stay in touch", anchor: .lastTouchAfterLetter,
    timing: Timing(every: .weeks(4), atMost: .weeks(6)), recipient: .eachContact, channels: [.email, .message, .call],
    draft: .keepInTouch, purpose: .keepInTouch, stages: .longHaul,
    source: .text(.whatNext, section: "5, Plan to stay in touch"), ours: "each contact, not only the first",
    because:
      "searches can last for months; something that bears on their work or their problem keeps the line open",
    change: "any touch with the same person, in either direction, starts the weeks anew")
}
