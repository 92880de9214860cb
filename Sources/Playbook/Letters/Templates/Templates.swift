extension DraftKind {
  /// The wording that is used unless the user set another.
  package var template: String {
    switch self {
    case .thankYou: DraftKind.thankYouTemplate
    case .executiveLetter: DraftKind.executiveLetterTemplate
    case .valueAddedResponse: DraftKind.valueAddedResponseTemplate
    case .card: DraftKind.cardTemplate
    case .recruiterThanks: DraftKind.recruiterThanksTemplate
    case .midWayCheck: DraftKind.midWayCheckTemplate
    case .silenceBreaker: DraftKind.silenceBreakerTemplate
    case .repair: DraftKind.repairTemplate
    case .proposal: DraftKind.proposalTemplate
    case .rejectionThanks: DraftKind.rejectionThanksTemplate
    case .otherOpenings: DraftKind.otherOpeningsTemplate
    case .doorOpen: DraftKind.doorOpenTemplate
    case .openings: DraftKind.openingsTemplate
    case .secondWind: DraftKind.secondWindTemplate
    case .keepInTouch: DraftKind.keepInTouchTemplate
    case .offerAcknowledgement: DraftKind.offerAcknowledgementTemplate
    case .offerExtension: DraftKind.offerExtensionTemplate
    case .brief: DraftKind.briefTemplate
    }
  }
}
