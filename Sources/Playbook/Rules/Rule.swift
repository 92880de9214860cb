package import Model

/// A rule's name: its playbook and its row, `executive.letter`. Rules of every playbook are under `practice`.
package struct RuleName: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let playbook: String
  package let row: String

  package init(_ playbook: String, _ row: String) {
    self.playbook = playbook
    self.row = row
  }

  /// Reads `playbook.row`.
  package init?(_ text: some StringProtocol) {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return nil }
    self.init(String(halves[0]), String(halves[1]))
  }

  package var description: String { playbook + "." + row }

  package static func < (left: RuleName, right: RuleName) -> Bool {
    (left.playbook, left.row) < (right.playbook, right.row)
  }
}

/// What a rule counts from.
package enum Anchor: Hashable, Sendable {
  /// Each interview held, up to today.
  case interview
  /// Each interview to come.
  case interviewAhead
  /// A call that a letter announced: my promise of it, else the letter.
  case announcedCall(letter: String)
  /// The last touch with the recipient in either direction, else the interview.
  case lastTouch
  /// The last touch with the recipient, once a first letter was sent.
  case lastTouchAfterLetter
  /// The end of the process, then the last touch with a recipient who was asked.
  case doorOpen
  /// The day they promised to be heard of, when it passes in silence.
  case theirPromise
  /// The middle of the period they gave.
  case middleOfPeriod
  /// An unanswered status question, counted from the rule that asked first.
  case unanswered(first: String)
  /// The later of interview and letter sent, while there is no word from them.
  case noWord
  /// The day a no was heard.
  case no
  /// An interview after which neither next step nor date is on record.
  case unknownNextStep
  /// An objection raised in an interview.
  case objection
  /// A concern about the impression made in an interview.
  case concern
  /// A promise of mine, until kept.
  case myPromise
  case offer
  case offerDeadline
  /// An offer whose deadline comes before another process decides.
  case offerCollision
  /// Another offer that must be answered while this process runs.
  case otherDeadline
  /// Another offer was accepted while this process runs.
  case acceptedElsewhere
  case undatedInterview
  /// An agreed interview to which they, or the user, did not come.
  case missedInterview
  /// A reference given on my behalf.
  case reference
  /// A person with a keep-in-touch cadence of their own.
  case keepInTouch
  /// The day another rule of the same playbook was fulfilled.
  case fulfilled(row: String)
  /// The row shapes other items and makes none itself.
  case none
}

/// Who is to be approached.
package enum Recipient: String, CaseIterable, Hashable, Sendable {
  case candidate
  case eachInterviewer = "each-interviewer"
  /// The hiring manager if met, else the first interviewer of the latest interview.
  case interviewer
  /// The hiring manager of the process.
  case boss
  case interviewerThenHR = "interviewer-then-hr"
  case recruiter
  case recruiterAndInterviewers = "recruiter-and-interviewers"
  case eachContact = "each-contact"
  /// Whoever gave the promised date.
  case promiser
  /// Whoever told the outcome.
  case teller
  /// The person of the anchor row itself.
  case anchored = "person-concerned"
}

/// What an item is for: decides what fulfils it, who gets it, and whether the contact cap counts it.
package enum Purpose: Hashable, Sendable {
  case task, firstThanks, card, status, announcedCall, value, repair, proposal, afterNo, secondWind, keepInTouch
  case promise, offer

  /// Whether the item chases somebody and so counts against the cap of contacts per organisation and week.
  package var isChasing: Bool {
    switch self {
    case .status, .value, .repair, .proposal, .secondWind, .keepInTouch: true
    case .task, .firstThanks, .card, .announcedCall, .afterNo, .promise, .offer: false
    }
  }
}

/// The texts that the built-in playbooks follow, by their titles.
package enum SourceText: String, CaseIterable, Hashable, Sendable {
  case dropTheBall = "Don’t Drop the Ball After the Interview!"
  case awesome = "The interview was awesome. Now what?"
  case searchFirm = "Follow up… an important but often overlooked part of interviewing"
  case whatNext = "After the Interview – What next?"
  case fourSteps = "Four key follow up steps to the interview"
}

/// Where a rule, or its number, comes from.
package enum Source: Hashable, Sendable, CustomStringConvertible {
  case text(SourceText, section: String)
  case ours
  /// A user's own playbook.
  case user

  package var description: String {
    switch self {
    case .text(let text, let section): "“\(text.rawValue)”, §\(section)"
    case .ours: "ours: no source text says it"
    case .user: "your own playbook"
    }
  }
}

/// One row of a playbook, as data.
package struct Rule: Hashable, Sendable {
  package let name: RuleName
  package var title: String
  package var anchor: Anchor
  package var timing: Timing
  package var recipient: Recipient
  /// The channels in order of preference.
  package var channels: [Channel]
  package var draft: DraftKind?
  package var purpose: Purpose
  /// The stages in which the rule plans anything.
  package var stages: Set<Stage>
  package var source: Source
  /// What of the rule is our own addition; nil when nothing is.
  package var ours: String?
  /// The argument for it, as `why` prints it.
  package var because: String
  /// What would close or move its items.
  package var change: String
  /// The numbers the user set, by name.
  package var settings: [String: String] = [:]
  /// Offered, and gone without a word when not taken up.
  package var isOptional = false
  /// How many days an optional item is offered.
  static let optionalDays = 7
}
