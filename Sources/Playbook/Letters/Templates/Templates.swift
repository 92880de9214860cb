extension DraftKind {
  /// The English wording that is used unless the user set another, true for whom it goes to.
  package func template(to addressee: Addressee) -> String {
    switch (self, addressee) {
    case (.thankYou, .referee), (.sameDayThanks, .referee): return DraftKind.refereeThanksTemplate
    case (.thankYou, .screener), (.sameDayThanks, .screener), (.recruiterThanks, .screener):
      return DraftKind.prescreenThanksTemplate
    case (.thankYou, .recruiter), (.sameDayThanks, .recruiter): return DraftKind.recruiterThanksTemplate
    case (.midWayCheck, _) where addressee.isRecruiter, (.silenceBreaker, _) where addressee.isRecruiter:
      return DraftKind.recruiterStatusTemplate
    case (.rejectionThanks, _) where addressee.isRecruiter, (.otherOpenings, _) where addressee.isRecruiter:
      return DraftKind.recruiterRejectionTemplate
    default: return template
    }
  }

  /// The wording for somebody met.
  package var template: String {
    switch self {
    case .thankYou: DraftKind.thankYouTemplate
    case .executiveLetter: DraftKind.executiveLetterTemplate
    case .valueAddedResponse: DraftKind.valueAddedResponseTemplate
    case .card: DraftKind.cardTemplate
    case .recruiterThanks: DraftKind.recruiterThanksTemplate
    case .midWayCheck: DraftKind.midWayCheckTemplate
    case .silenceBreaker: DraftKind.silenceBreakerTemplate
    case .silenceAgain: DraftKind.silenceAgainTemplate
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
    case .acceptance: DraftKind.acceptanceTemplate
    case .decline: DraftKind.declineTemplate
    case .withdrawal: DraftKind.withdrawalTemplate
    case .writtenOffer: DraftKind.writtenOfferTemplate
    case .deadlineNotice: DraftKind.deadlineNoticeTemplate
    case .counterOffer: DraftKind.counterOfferTemplate
    case .noShow: DraftKind.noShowTemplate
    case .missedAppointment: DraftKind.missedAppointmentTemplate
    case .sameDayThanks: DraftKind.sameDayThanksTemplate
    case .brief: DraftKind.briefTemplate
    }
  }
}
