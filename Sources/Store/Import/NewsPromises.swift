import Merge
import Model

/// What becomes of the days that they name for their word, in whatever order these are told of.
extension NewsWriter {
  /// A day that they had named for a word which came since: a later day than the one that they named before takes its place.
  func keep(past news: News, _ current: Opportunity, _ proposal: inout Proposal, _ outcome: inout NewsOutcome)
    throws
  {
    guard case .next(_, let first?, _) = news.what, let closed = current.closedOn, closed > news.day else { return }
    let known = try session.records(Promise.self, "opportunity", is: current.subject).filter { $0.by == .them }
    let isKnown = known.contains { promise in
      promise.due == first || promise.slips.contains(first.description)
        || promise.due != nil && promise.given.map { $0 > news.day } ?? false
    }
    guard !isKnown else { return }
    let earlier = known.filter { $0.kept == closed && $0.due != nil }.max {
      ($0.given ?? .first) < ($1.given ?? .first)
    }
    let isOver = try earlier.map { try isMet(after: $0, by: news) } ?? false
    let id = StableID.make(Promise.kind, "news", current.id.description, news.day.description)
    guard var change = news.promiseChange(of: earlier, isOver: isOver, id: id) else { return }
    change.new.kept = closed
    if let old = change.old {
      outcome.writes += try difference(old, change.new) { _ in true }
    } else {
      proposal.promises.append(change.new)
    }
  }

  func promiseChange(_ news: News) throws -> (old: Promise?, new: Promise)? {
    let subject = news.opportunity.subject
    let theirs = try session.records(Promise.self, "opportunity", is: subject).filter {
      $0.by == .them && $0.due != nil
    }
    let latest = theirs.max {
      ($0.given ?? .first, $0.due ?? .first, $0.id) < ($1.given ?? .first, $1.due ?? .first, $1.id)
    }
    let open = latest.flatMap { $0.kept == nil ? $0 : nil }
    // What was promised later is known already.
    if let given = latest?.given, given > news.day { return nil }
    if case .next(_, let first, _) = news.what, let open, first == open.due, first != nil { return nil }
    let isOver = try open.map { try isMet(after: $0, by: news) } ?? false
    let id = StableID.make(Promise.kind, "news", subject.id.description, news.day.description)
    return news.promiseChange(of: open, isOver: isOver, id: id)
  }

  /// Whether an interview was held between a promise and the news, other than the one where it was given.
  private func isMet(after promise: Promise, by news: News) throws -> Bool {
    try session.records(Interview.self, "opportunity", is: news.opportunity.subject).contains {
      let start = $0.start?.day ?? .first
      return start > promise.given ?? .first && start <= news.day && $0.id != promise.interview && $0.cancelled == nil
    }
  }
}
