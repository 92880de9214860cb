package import Model
package import Playbook

/// What a search's records say about waiting, answers and how far it came. A pure function of the facts.
package struct SearchStatistics: Sendable, Equatable {
  /// What was sent, and how often somebody answered.
  package struct Answered: Sendable, Equatable {
    package let form: String
    package let sent: Int
    package let answered: Int
  }

  /// Days from an interview to the first word after it, in ascending order.
  package let waits: [Int]
  /// Interviews after which no word has come.
  package let unanswered: Int
  /// By what it was, the most often sent first.
  package let answers: [Answered]
  /// How many searches came at least so far, in this order: any, an interview, a second one, an offer, a yes.
  package let reached: [(what: String, count: Int)]
  /// How those that are over ended.
  package let ends: [(stage: Stage, count: Int)]
  /// How long each firm took from an interview to its word, those with the most interviews first.
  package let firms: [Firm]

  /// The waits of one firm.
  package struct Firm: Sendable, Equatable {
    package let name: String
    /// In ascending order.
    package let waits: [Int]
  }

  /// An answer later than this is taken to answer something else.
  package static let answerDays = 14
  /// Numbers of fewer cases than this say little: chance alone makes them.
  package static let fewCases = 10

  package static func == (left: SearchStatistics, right: SearchStatistics) -> Bool {
    left.waits == right.waits && left.unanswered == right.unanswered && left.answers == right.answers
      && left.reached.elementsEqual(right.reached, by: ==) && left.ends.elementsEqual(right.ends, by: ==)
      && left.firms == right.firms
  }

  package init(_ planner: Planner) {
    let processes = planner.facts.opportunities.values.map(planner.process).sorted {
      $0.opportunity.id < $1.opportunity.id
    }
    let found = processes.flatMap(Self.waits)
    waits = found.compactMap(\.self).sorted()
    unanswered = found.count - waits.count
    answers = Self.answers(processes)
    firms = Self.firms(processes)
    reached = Self.reached(processes)
    ends = Stage.allCases.filter { !$0.isOpen || $0 == .dormant }.compactMap { stage in
      let count = processes.count { $0.stage == stage }
      return count > 0 ? (stage, count) : nil
    }
  }

  /// The middle of the waits; of two middles the later.
  package var median: Int? { waits.isEmpty ? nil : waits[waits.count / 2] }

  /// For each interview held the days to the next word, interview or outcome; nil where none came.
  private static func waits(_ process: Process) -> [Int?] {
    process.held.enumerated().map { index, interview in
      let words = process.contacts.filter { $0.isReceived && $0.day > interview.day }.map(\.day)
      let next = process.held.dropFirst(index + 1).first { $0.day > interview.day }?.day
      let outcome = process.opportunity.closedOn.flatMap { $0 >= interview.day ? $0 : nil }
      return [words.min(), next, outcome].compactMap(\.self).min().map { $0 - interview.day }
    }
  }

  private static func firms(_ processes: [Process]) -> [Firm] {
    let named = processes.compactMap { process in
      process.opportunity.organisation.flatMap { process.facts.organisations[$0]?.name }.map { ($0, process) }
    }
    return Dictionary(grouping: named) { $0.0 }.compactMap { name, own -> Firm? in
      let waits = own.flatMap { Self.waits($0.1) }.compactMap(\.self).sorted()
      return waits.isEmpty ? nil : Firm(name: name, waits: waits)
    }.sorted { (-$0.waits.count, $0.name) < (-$1.waits.count, $1.name) }
  }

  /// What the numbers may say, carefully: the kind of message that got word most often, next to the one that got it least,
  /// and whether there are enough of both to mean anything.
  package var advice: [String] {
    let sorted = answers.filter { $0.sent > 1 }.sorted { left, right in
      let (one, other) = (left.answered * right.sent, right.answered * left.sent)
      return one == other ? (-left.sent, left.form) < (-right.sent, right.form) : one > other
    }
    guard let best = sorted.first, let least = sorted.last, best != least,
      best.answered * least.sent != least.answered * best.sent
    else { return [] }
    let told =
      "\(best.form) got word within \(Self.answerDays) days \(best.answered) of \(best.sent) times, "
      + "\(least.form) \(least.answered) of \(least.sent)"
    let isSmall = min(best.sent, least.sent) < Self.fewCases
    let care =
      isSmall
      ? "these are small numbers: chance alone makes such a difference"
      : "whom you wrote to, and when, counts too: it need not be the kind of message"
    return [told, care]
  }

  private static func answers(_ processes: [Process]) -> [Answered] {
    var counts: [String: (sent: Int, answered: Int)] = [:]
    for process in processes {
      for contact in process.contacts where contact.isSent {
        let after = process.contacts.filter {
          $0.person == contact.person && $0.day >= contact.day && $0.row != contact.row
        }
        let next = after.first { $0.isSent && $0.day > contact.day }?.day ?? .last
        let isAnswered = after.contains {
          $0.isReceived && $0.day <= next && $0.day - contact.day <= answerDays
        }
        let form = contact.form ?? contact.channel?.rawValue ?? "other"
        counts[form, default: (0, 0)].sent += 1
        if isAnswered { counts[form, default: (0, 0)].answered += 1 }
      }
    }
    return counts.map { Answered(form: $0, sent: $1.sent, answered: $1.answered) }.sorted {
      (-$0.sent, $0.form) < (-$1.sent, $1.form)
    }
  }

  private static func reached(_ processes: [Process]) -> [(what: String, count: Int)] {
    let hadOffer = processes.count { $0.stage == .offer || $0.stage == .accepted }
    return [
      ("searches", processes.count), ("an interview", processes.count { !$0.held.isEmpty }),
      ("a second one", processes.count { $0.held.count > 1 }), ("an offer", hadOffer),
      ("a yes", processes.count { $0.stage == .accepted }),
    ]
  }
}
