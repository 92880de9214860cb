package import Model

/// Who a letter goes to: what is true to say to one is not to another.
package enum Addressee: Hashable, Sendable {
  /// Met in an interview, as interviewer, hiring manager or HR; or nobody in particular.
  case met
  case recruiter
  /// A recruiter, while nobody of the employer has been met.
  case screener
  /// Spoke for the candidate.
  case referee
  /// On record for the process without having been met.
  case stranger

  var isRecruiter: Bool { self == .recruiter || self == .screener }

  init(_ person: RowID?, _ process: Process?, _ facts: Facts) {
    let hasSpoken = facts.touches.values.contains {
      $0.person == person && person != nil && ReferenceForm(rawValue: $0.form ?? "") != nil
    }
    guard let person, let process else {
      self = hasSpoken ? .referee : .met
      return
    }
    if process.isRecruiter(person) {
      self = process.held.contains(where: process.isClients) ? .recruiter : .screener
    } else if process.everybody.contains(person) {
      self = .met
    } else {
      self = hasSpoken ? .referee : .stranger
    }
  }
}

extension Process {
  /// Everybody met, the hiring manager first: the order in which letters of a panel are told apart.
  package var panel: [RowID] { unique([boss].compactMap { $0 } + everybody) }

  /// Those in the room of one interview, in the order of the panel.
  func panel(of interview: Interview) -> [RowID] {
    let present = Set((participants[interview.id] ?? []).compactMap(\.person))
    return panel.filter(present.contains)
  }

  /// Whether somebody of the employer held it, not only a recruiter.
  func isClients(_ interview: DatedInterview) -> Bool {
    let present = (participants[interview.row.id] ?? []).compactMap(\.person)
    return present.isEmpty || present.contains { !isRecruiter($0) }
  }
}
