package import Model

/// What to say in a call, what not to bring up, and the facts to have at hand.
package struct CallScript: Hashable, Sendable {
  package let person: RowID?
  package let say: [String]
  package let leaveOut: [String]
  package let atHand: [String]
}

/// The calls that the rules ask for.
enum CallKind: CaseIterable {
  case announced, whereTheyStand, midWay, silence, value, keepInTouch, thanks, afterNo, secondWind, offer, moreTime,
    inWriting
  case otherDeadline, recruiterStatus, promise, noShow, missedAppointment, again

  /// The call a follow-up asks for; nil where it goes over other channels only.
  init?(_ item: PlanItem) {
    guard item.channels.contains(.call) else { return nil }
    if item.draft == .missedAppointment {
      self = .missedAppointment
      return
    }
    switch item.purpose {
    case .announcedCall: self = .announced
    case .status:
      switch item.draft {
      case .midWayCheck: self = .midWay
      case .silenceBreaker: self = .silence
      case .silenceAgain: self = .again
      case .deadlineNotice: self = .otherDeadline
      case .noShow: self = .noShow
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

  var leaveOut: [String] {
    switch self {
    case .announced: ["the specifics of the interview", "a second round of arguments", "salary"]
    case .whereTheyStand, .midWay, .silence, .again, .recruiterStatus:
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
    case .noShow: ["whose fault it was", "how long you waited"]
    case .missedAppointment: ["a long excuse", "a second excuse"]
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
    let template = try Template(CallScripts.say(kind, context.tongue))
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
    let known = facts.compactMap { label, name, field in context.words(name, field).map { "\(label): \($0)" } }
    return known + terms(context)
  }

  /// The parts of an offer, while one is open.
  private func terms(_ context: LetterContext) -> [String] {
    guard let opportunity = context.opportunities["opportunity"], opportunity.stage == .offer else { return [] }
    return self.facts.terms(of: opportunity).map(\.line)
  }
}
