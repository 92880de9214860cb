package import Model

/// Promises of a process, both ways.
extension Process {
  /// The day a promise was given: as recorded, else that of its interview, else of the last interview before it is due.
  package func given(_ promise: Promise) -> Day? {
    if let given = promise.given { return given }
    if let interview = interviews.first(where: { $0.row.id == promise.interview }) { return interview.day }
    guard let due = promise.due else { return held.last?.day }
    return held.last { $0.day <= due }?.day
  }

  /// Their latest promised date, whether or not it passed; nil when there is none or it was kept. Earlier ones are
  /// superseded.
  package var theirPromise: Promise? {
    let dated = promises.filter { $0.by == .them && $0.due != nil }
    let latest = dated.max { left, right in
      (given(left) ?? .first, left.due ?? .first, left.id) < (given(right) ?? .first, right.due ?? .first, right.id)
    }
    return latest?.kept == nil ? latest : nil
  }

  /// Whether a promised date was answered: word from them since the day it named, or a later interview.
  func isAnswered(_ promise: Promise) -> Bool {
    guard let due = promise.due else { return true }
    return isFollowedByInterview(promise) || contacts.contains { $0.isWord && $0.day >= due }
  }

  /// Whether an interview came, or was agreed, after the promise was given.
  package func isFollowedByInterview(_ promise: Promise) -> Bool {
    guard let given = given(promise) else { return false }
    return interviews.contains { $0.day > given && $0.row.id != promise.interview }
  }

  /// Their promised date that is still open: neither kept nor answered.
  package var openPromise: Promise? {
    theirPromise.flatMap { isAnswered($0) ? nil : $0 }
  }

  /// Whom I promised something: as recorded, else the only interviewer of the interview it was given in.
  func personPromised(_ promise: Promise) -> RowID? {
    if let person = promise.person { return person }
    let interview = held.last { $0.row.id == promise.interview } ?? held.last { $0.day <= given(promise) ?? .last }
    let people = interview.map { interviewers(of: $0.row) } ?? []
    return people.count == 1 ? people.first : nil
  }

  /// Who told the outcome: as recorded, else who was heard of on that day, else the interviewer.
  package var teller: RowID? {
    if let told = opportunity.toldBy { return told }
    let heard = contacts.last { $0.isReceived && $0.day == opportunity.closedOn }
    return heard?.person ?? mainInterviewer ?? recruiter
  }
}

extension Promise {
  /// The last day of what was promised.
  package var lastDay: Day? { due.map { max($0, dueEnd ?? $0) } }

  /// Whether it is a telephone call that is promised: by its form, else by its first verb ("I'll call on Thursday").
  package var announcesCall: Bool {
    if let form { return form == "call" }
    let skipped: Set<Substring> = ["i", "ll", "will", "to", "shall", "promised", "said", "d"]
    let words = (text ?? "").lowercased().split { !$0.isLetter }.drop { skipped.contains($0) }
    return words.first.map { ["call", "calling", "phone", "ring", "telephone"].contains($0) } ?? false
  }

  /// "promised for Tue 2026-03-17 (first Fri 2026-03-13, moved once)".
  var history: String {
    let days = slips.compactMap { Day($0) }.sorted()
    let now = due.map { window($0, lastDay ?? $0) } ?? "no day"
    guard let first = days.first else { return "promised for \(now)" }
    return "promised for \(now) (first for \(spoken(first)), moved \(days.count == 1 ? "once" : "\(days.count) times"))"
  }
}
