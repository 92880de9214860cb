/// Letters in other languages than English.
enum TranslatedTemplates {
  /// nil where there is none of this kind: the letter is then in English.
  static func template(_ kind: DraftKind, _ addressee: Addressee, _ tongue: Tongue) -> String? {
    guard addressee == .met || kind.isForAnybody else { return nil }
    return switch tongue {
    case .british, .american: nil
    case .german: german[kind] ?? germanOffers[kind]
    case .french: french[kind] ?? frenchOffers[kind]
    case .spanish: spanish[kind] ?? spanishOffers[kind]
    }
  }
}

extension DraftKind {
  /// Says nothing of a meeting, so that it is true for whoever gets it.
  fileprivate var isForAnybody: Bool {
    switch self {
    case .keepInTouch, .offerAcknowledgement, .offerExtension, .acceptance, .decline, .withdrawal, .counterOffer,
      .noShow,
      .missedAppointment, .writtenOffer, .deadlineNotice:
      true
    default: false
    }
  }
}
