package import Model

/// What to say in a call, what not to bring up, and the facts to have at hand.
package struct CallScript: Hashable, Sendable {
  package let person: RowID?
  package let say: [String]
  package let leaveOut: [String]
  package let atHand: [String]
}

/// The calls that the rules ask for.
enum CallKind {
  case announced, whereTheyStand, midWay, silence, value, keepInTouch, thanks, afterNo, secondWind, offer, moreTime,
    inWriting
  case otherDeadline, recruiterStatus, promise

  /// The call a follow-up asks for; nil where it goes over other channels only.
  init?(_ item: PlanItem) {
    guard item.channels.contains(.call) else { return nil }
    switch item.purpose {
    case .announcedCall: self = .announced
    case .status:
      switch item.draft {
      case .midWayCheck: self = .midWay
      case .silenceBreaker, .silenceAgain: self = .silence
      case .deadlineNotice: self = .otherDeadline
      default: self = .whereTheyStand
      }
    case .value: self = .value
    case .keepInTouch, .repair, .proposal: self = .keepInTouch
    case .firstThanks, .card: self = .thanks
    case .afterNo where item.draft == .withdrawal || item.draft == .decline: return nil
    case .afterNo: self = .afterNo
    case .secondWind: self = .secondWind
    case .offer:
      switch item.draft {
      case .offerExtension: self = .moreTime
      case .writtenOffer: self = .inWriting
      default: self = .offer
      }
    case .promise, .task: self = .promise
    }
  }

  /// Lines to say, in the language of letter templates.
  var say: String {
    switch self {
    case .announced:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. You may remember my letter; I said \
      that I would call.
      I am as interested in the position of {opportunity.role|the role} as before \
      and would like to move on in the process.
      Is there any further information that I can give you?
      What are the next steps?
      """
    case .whereTheyStand:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}; we met on {interview.start|the day}.
      I am extremely interested in the position of {opportunity.role|the role}.
      May I ask where you are in the decision?
      """
    case .midWay:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}, about the \
      position of {opportunity.role|the role}.
      Do you need anything else from me for your decision?
      """
    case .silence:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}; we spoke on \
      {interview.start|the day}.
      ? I enjoyed our conversation, above all about {finding:topic.text as noun}.
      | I enjoyed our conversation.
      ? I would like to help you {finding:challenge.text as task}.
      | I would like to help with {finding:challenge.text as matter}.
      | As I understand it, {finding:challenge.text as clause}, and I would like to help with that.
      Can you tell me how the process is coming along?
      """
    case .value:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. I have something for you on \
      {finding:topic.text as noun|a topic you discussed}: {material.title|something new of value}.
      Shall I send it to you?
      How are things coming along with the position of {opportunity.role|the role}?
      """
    case .keepInTouch:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. I came across \
      {material.title|something that concerns them} and thought of you.
      How are things at {organisation.name|the organisation}?
      May I keep in touch with you about openings?
      """
    case .thanks:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. I am calling to thank you for \
      our conversation on {interview.start|the day}.
      ? What you said about {finding:topic.text as noun} stays with me.
      I look forward to what comes next.
      """
    case .afterNo:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. Thank you for letting me know.
      Is there one thing that I could do better in my next interviews?
      """
    case .secondWind:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}; we spoke about \
      the position of {opportunity.role|the role}.
      Has anything opened up since that you could see me in?
      """
    case .offer:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. I am very glad of your offer.
      You will have my answer by {opportunity.deadline|the day}.
      """
    case .moreTime:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. I am very glad of your offer and want to give \
      you an answer that holds.
      You asked for it by {opportunity.deadline|their deadline}. Would {opportunity:extended.deadline|the exact day you ask \
      for} be possible?
      On that day you will have my definite answer.
      """
    case .inWriting:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. Thank you again for the offer; I am very glad \
      of it.
      Could you send it to me in writing, with everything we spoke about?
      """
    case .otherDeadline:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}, about the position of \
      {opportunity.role|the role}.
      I have another offer and must answer it by {opportunity:other.deadline|the day you must answer}; your position \
      interests me very much.
      May I expect your decision before then?
      """
    case .recruiterStatus:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}, about {opportunity.role|the role} at \
      {organisation.name|the organisation}.
      Have you heard from them?
      Is there anything that they still need from me?
      """
    case .promise:
      """
      Good morning, {caller|the name}, this is {setting:name.value|your name}. I promised you \
      {promise:me.text|what you promised}, and here it is.
      """
    }
  }

  var leaveOut: [String] {
    switch self {
    case .announced: ["the specifics of the interview", "a second round of arguments", "salary"]
    case .whereTheyStand, .midWay, .silence, .recruiterStatus:
      ["how long you have waited", "other offers, unless asked", "salary"]
    case .value, .keepInTouch: ["your qualifications", "a push for a decision"]
    case .thanks: ["questions about the decision"]
    case .afterNo: ["disagreement with the decision", "who was chosen"]
    case .secondWind: ["the earlier decision"]
    case .moreTime: ["reasons in detail", "the name of the other firm", "a second date"]
    case .inWriting: ["doubt that they mean it", "a decision"]
    case .otherDeadline: ["the name of the other firm", "numbers", "a threat"]
    case .offer: ["a decision, before you have made it", "numbers you have not written down"]
    case .promise: ["reasons for a delay"]
    }
  }
}

extension LetterWriter {
  /// The script of the call a follow-up asks for; nil where it asks for none.
  package func script(for item: PlanItem) throws(SourceError) -> CallScript? {
    guard var kind = CallKind(item) else { return nil }
    let isRecruiter = Addressee(item.person, process(item.opportunity), facts).isRecruiter
    if isRecruiter, item.purpose == .status, item.draft != .deadlineNotice { kind = .recruiterStatus }
    let context = context(person: item.person, opportunity: item.opportunity)
    let template = try Template(kind.say)
    return CallScript(
      person: item.person, say: template.filledLines(context), leaveOut: kind.leaveOut, atHand: atHand(context))
  }

  private func atHand(_ context: LetterContext) -> [String] {
    let facts = [
      ("phone", "person", "phone"), ("their title", "person", "title"), ("time zone", "person", "time_zone"),
      ("role", "opportunity", "role"), ("last met", "interview", "start"), ("topic", "finding:topic", "text"),
      ("challenge", "finding:challenge", "text"), ("objection", "finding:objection", "text"),
      ("its answer", "finding:objection", "remedy"), ("what connects you", "finding:connection", "text"),
      ("they promised", "promise:them", "text"), ("by", "promise:them", "due"), ("to offer", "material", "title"),
    ]
    return facts.compactMap { label, name, field in context.words(name, field).map { "\(label): \($0)" } }
  }
}
