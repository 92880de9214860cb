/// The kinds of letter and message that can be drafted. The stored name is also the form of the touch that sending
/// one makes.
package enum DraftKind: String, CaseIterable, Hashable, Sendable {
  case thankYou = "thank-you"
  case executiveLetter = "executive-letter"
  case valueAddedResponse = "value-added-response"
  case card
  case recruiterThanks = "recruiter-thanks"
  case midWayCheck = "mid-way-check"
  case silenceBreaker = "silence-breaker"
  case silenceAgain = "silence-again"
  case repair
  case proposal
  case rejectionThanks = "rejection-thanks"
  case otherOpenings = "other-openings"
  case secondWind = "second-wind"
  case keepInTouch = "keep-in-touch"
  case doorOpen = "keep-the-door-open"
  case openings
  case offerAcknowledgement = "offer-acknowledgement"
  case offerExtension = "offer-extension"
  case acceptance, decline, withdrawal
  case writtenOffer = "written-offer"
  case deadlineNotice = "deadline-notice"
  case counterOffer = "counter-offer"
  case noShow = "no-show"
  case missedAppointment = "missed-appointment"
  case sameDayThanks = "same-day-thanks"
  case brief

  /// Whether it is written for what it brings: a book, an article, an idea.
  var bringsSomething: Bool { self == .valueAddedResponse || self == .keepInTouch || self == .silenceAgain }

  /// What a touch of this form was for.
  package var purpose: Purpose {
    switch self {
    case .thankYou, .sameDayThanks, .executiveLetter, .recruiterThanks, .valueAddedResponse: .firstThanks
    case .card: .card
    case .midWayCheck, .silenceBreaker, .silenceAgain, .deadlineNotice, .noShow: .status
    case .repair: .repair
    case .proposal: .proposal
    case .rejectionThanks, .otherOpenings: .afterNo
    case .secondWind: .secondWind
    case .keepInTouch, .doorOpen, .openings: .keepInTouch
    case .offerAcknowledgement, .offerExtension, .acceptance, .decline, .writtenOffer, .counterOffer: .offer
    case .withdrawal: .afterNo
    case .missedAppointment: .promise
    case .brief: .task
    }
  }
}

/// What a touch was for, read from its stored form: a draft kind or one of the broad words.
package enum TouchForm {
  /// The broad words, besides the draft kinds, that a touch's form may hold.
  package static let words: [(word: String, purpose: Purpose)] = [
    ("status", .status), ("value", .value), ("reply", .promise), ("announced-call", .announcedCall),
    ("substantive", .value), (ReferenceForm.asked.rawValue, .task), (ReferenceForm.used.rawValue, .task),
    ("after-a-no", .afterNo), ("letter", .firstThanks), ("promise", .promise), ("offer", .offer),
  ]

  /// nil where the form is missing or unknown: then any purpose is possible.
  package static func purpose(_ form: String?) -> Purpose? {
    guard let form else { return nil }
    return DraftKind(rawValue: form)?.purpose ?? words.first { $0.word == form }?.purpose
  }
}
