import GRDB
import Merge
import Model

/// What became of news that were read.
struct NewsOutcome {
  var writes: [CellWrite] = []
  /// What is to be said.
  var told: [(what: ImportedNews.What, told: ToldNews)] = []
}

extension NewsOutcome {
  /// Leaves it to a person.
  mutating func propose(
    _ told: ToldNews, _ proposal: inout Proposal, as what: ImportedNews.What? = nil, of interview: RowID? = nil
  ) {
    guard var row = told.proposed() else { return }
    row.interview = interview
    proposal.waiting.append(row)
    var asked = told
    asked.isSure = false
    self.told.append((what ?? row.news?.what ?? .changeOfUnknown, asked))
  }
}

/// Brings what was read of how a search stands into the store: the newest word counts, and what a person set by hand is
/// never overwritten by something read.
struct NewsWriter {
  let session: Session
  let directory: Directory
  /// The user's day, and the milliseconds since 1970 at which it is: what was typed so long ago was typed on which day.
  var clock: (today: Day, now: Int)?
  /// A person said so: it counts whatever else is known.
  var isAsked = false

  /// - Parameter proposal: takes what is told of searches that it makes itself.
  func write(_ proposal: inout Proposal, before: Proposal?) throws -> NewsOutcome {
    var outcome = NewsOutcome()
    // A thread may stand in any order; each word counts against what the one before it made of the search.
    var changed: [RowID: Opportunity] = [:]
    let news = proposal.news.filter { !(before?.news.contains($0) ?? false) }
    let order = news.indices.sorted { (news[$0].day, $0) < (news[$1].day, $1) }
    for told in order.map({ news[$0] }) {
      let row = try session.record(Opportunity.self, told.opportunity)
      let made = proposal.opportunities.first { $0.id == told.opportunity }
      guard let current = changed[told.opportunity] ?? row ?? made else { continue }
      switch told.what {
      case .heard(let what):
        changed[told.opportunity] = try hear(what, told, current, isKnown: row != nil, &proposal, &outcome)
      case .invited(let interview): outcome.told.append((.invited(interview), told))
      case .moved, .cancelled, .entry, .entryCancelled:
        try InterviewChanges(session: session, told: told, isAsked: isAsked).write(&proposal, &outcome)
      }
    }
    return outcome
  }

  /// - Returns: the search as it stands then.
  private func hear(
    _ what: News.What, _ told: ToldNews, _ current: Opportunity, isKnown: Bool, _ proposal: inout Proposal,
    _ outcome: inout NewsOutcome
  ) throws -> Opportunity {
    var news = News(what, of: current, on: told.day)
    (news.person, news.channel) = (told.person, told.channel)
    let standing = isAsked ? .counts : try standing(news, current)
    guard standing != .isPast else {
      try keep(past: news, current, &proposal, &outcome)
      return current
    }
    guard isAsked || told.isSure && standing == .counts else {
      if news.changed.stage != current.stage || !isKnown { outcome.propose(told, &proposal) }
      return current
    }
    let isChanged = try isKnown ? write(news, current, &outcome.writes) : make(news, &proposal)
    if isChanged, what != .next(step: nil, first: nil, last: nil) { outcome.told.append((.heard(what), told)) }
    directory.add(news.changed)
    return news.changed
  }

  // MARK: - A search that is new

  private func make(_ news: News, _ proposal: inout Proposal) -> Bool {
    for place in proposal.opportunities.indices where proposal.opportunities[place].id == news.opportunity.id {
      var changed = news.changed
      changed.archived = news.opportunity.archived
      proposal.opportunities[place] = changed
    }
    let own = proposal.promises.filter { $0.opportunity == news.opportunity.id && $0.by == .them }
    let id = StableID.make(Promise.kind, "news", news.opportunity.id.description, news.day.description)
    if let change = news.promiseChange(of: own.last, isOver: false, id: id) {
      proposal.promises.removeAll { $0.id == change.new.id }
      proposal.promises.append(change.new)
    }
    return true
  }

  // MARK: - A search that is known

  /// - Returns: whether anything changes by it.
  private func write(_ news: News, _ current: Opportunity, _ writes: inout [CellWrite]) throws -> Bool {
    let count = writes.count
    var changed = news.changed
    // What is old at import stays archive; `hear` is for what is heard now.
    changed.archived = current.archived
    // Whether the stage gives way is decided already.
    writes += try difference(current, changed) { field in
      try isAsked || field == "stage" || !session.isByHand(current.subject, field)
    }
    if let change = try promiseChange(news) {
      if let old = change.old {
        writes += try difference(old, change.new) { _ in true }
      } else {
        writes += Edits(session: session).create(change.new.subject, change.new.contents)
      }
    }
    return writes.count > count
  }

  func difference<R: Model.Record>(
    _ old: R, _ new: R, where mayWrite: (String) throws -> Bool
  ) throws -> [CellWrite] {
    let edits = Edits(session: session)
    return try zip(old.contents, new.contents).flatMap { was, now -> [CellWrite] in
      guard was.1 != now.1, try was.1 == .empty || mayWrite(was.0.name) else { return [] }
      switch was.0.rule {
      case .register: return try edits.set(old.subject, was.0, now.1.value)
      case .set: return try session.snapshot(old.subject).map { edits.edit($0, was.0, now.1) } ?? []
      case .text: return []
      }
    }
  }

  // MARK: - What counts

  private enum Standing {
    case counts
    /// Something later is known.
    case isPast
    /// Something else was set by hand.
    case isAgainstHand
  }

  private func standing(_ news: News, _ current: Opportunity) throws -> Standing {
    if let closed = current.closedOn, closed > news.day { return .isPast }
    let stage = current.stage ?? .interviewing
    if case .applied = news.what { return .counts }
    let isNext = if case .next = news.what { true } else { false }
    if !isNext, let reopening = try reopening(after: news.day, current) { return reopening }
    // An offer is answered; the rest is open.
    let answers: [Stage] = stage == .offer ? [.accepted, .withdrawn] : []
    // A yes answers an offer; where none is known it may be theirs, or to something else.
    if news.changed.stage == .accepted, stage != .offer, stage != .accepted { return .isAgainstHand }
    let givesWay =
      isNext
      ? stage.isOpen
      : [.applied, .interviewing, .dormant].contains(stage) || news.changed.stage.map(answers.contains) ?? false
    if givesWay || stage == news.changed.stage { return .counts }
    return try session.isByHand(current.subject, "stage") ? .isAgainstHand : .counts
  }

  /// How news stand against an interview still later that was told of after it: the search went on then. Where a person
  /// typed that interview, they are asked.
  private func reopening(after day: Day, _ opportunity: Opportunity) throws -> Standing? {
    let later = try session.records(Interview.self, "opportunity", is: opportunity.subject).filter { interview in
      interview.start.map { $0.day > day } ?? false
    }
    let papers = try later.map { try $0.document.flatMap { try session.record(Document.self, $0) } }
    if papers.contains(where: { $0?.written.map { $0 > day } ?? false }) { return .isPast }
    let typed = zip(later, papers).filter { $1 == nil }.map(\.0)
    return try typed.contains { try typedDay($0) > day } ? .isAgainstHand : nil
  }

  /// When the day of an interview was typed.
  private func typedDay(_ interview: Interview) throws -> Day {
    guard let clock, let snapshot = try session.snapshot(interview.subject) else { return .last }
    let heads = snapshot.histories.flatMap { $0.heads(Cell(subject: $0.subject, field: "start")) }
    let wall = heads.map(\.wall).max() ?? clock.now
    return clock.today - max(0, clock.now - wall) / 86_400_000
  }
}

extension Session {
  /// Whether a person set a field, rather than an import.
  func isByHand(_ row: Subject, _ field: String) throws -> Bool {
    guard let snapshot = try snapshot(row) else { return false }
    let heads = snapshot.histories.flatMap { $0.heads(Cell(subject: $0.subject, field: field)) }
    return try heads.contains { try !batch(of: $0.reference).hasPrefix(Batch.importPrefix) }
  }
}
