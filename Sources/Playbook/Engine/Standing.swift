import Model

/// What no longer stands: closed under another playbook, or ended by a yes elsewhere.
extension Rule {
  /// Whether a pause of the search holds it. Deadlines of others and interviews to come do not wait.
  var isHeldByPause: Bool {
    switch anchor {
    case .offer, .offerDeadline, .offerCollision, .otherDeadline, .interviewAhead, .undatedInterview: false
    default: true
    }
  }

  /// Whether it holds though another offer was accepted: an answer that is due is given and a promise kept all the same.
  var standsBesideYes: Bool { anchor == .offerDeadline || purpose == .promise || purpose == .task }

  /// The rules of other playbooks that ask for the same of the same person.
  var likes: [RuleName] {
    guard purpose == .firstThanks || purpose == .afterNo else { return [] }
    return Playbook.builtIn.flatMap(\.rules).filter {
      $0.purpose == purpose && $0.anchor == anchor && $0.name != name
        && ($0.recipient == .recruiter) == (recipient == .recruiter)
    }.map(\.name)
  }
}

extension Decisions {
  /// Whether the user closed the same follow-up while another playbook was in use.
  func isClosedElsewhere(_ candidate: Candidate) -> Bool {
    candidate.rule.likes.contains { name in
      isClosed(ItemKey(rule: name, anchor: candidate.anchor, index: candidate.index, person: candidate.person))
    }
  }
}

extension Process {
  /// Whether a promise of the user's was given for a search that then ended without a yes: nobody waits for the references
  /// of somebody who was not taken. What was promised with or after the end is owed.
  func isMoot(_ promise: Promise) -> Bool {
    guard [.rejected, .filled, .withdrawn].contains(stage), let end = outcomeDay, let given = given(promise) else {
      return false
    }
    return given < end
  }

  /// The offer that was accepted elsewhere since this process last went a step: then this one is to be ended, not chased.
  /// What began or went on after that day is a search of its own.
  var acceptedElsewhere: Opportunity? {
    guard stage == .interviewing || stage == .applied || stage == .offer else { return nil }
    let accepted = facts.accepted.filter { other in
      other.id != opportunity.id && other.closedOn.map { $0 <= today } ?? false
    }
    guard !accepted.isEmpty else { return nil }
    let steps = interviews.map(\.day) + [opportunity.closedOn, opportunity.applied].compactMap(\.self)
    let told = contacts.map(\.day) + promises.compactMap(\.given)
    return accepted.filter { other in
      // What was said or sent after that day, a withdrawal for one, takes it no step further.
      guard let day = other.closedOn, let first = (steps + told).min() else { return false }
      return first <= day && steps.allSatisfy { $0 <= day }
    }.min { ($0.closedOn ?? .last, $0.id) < ($1.closedOn ?? .last, $1.id) }
  }
}
