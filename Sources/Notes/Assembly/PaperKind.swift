import Model

/// What sort of paper a file is: the record of an interview, word from a firm, a list of applications, or nothing of the kind.
package enum PaperKind: String, Sendable, CaseIterable {
  case debrief, invitation, update, rejection, offer, sent, application, log, other

  /// Who writes such a message; nil where either may.
  var side: Direction? {
    switch self {
    case .sent: .sent
    case .invitation, .update, .rejection, .offer: .received
    case .debrief, .application, .log, .other: nil
    }
  }
}
