import Model
import Notes

/// How a search stands by something read, before the store is asked what it knows.
struct ToldNews: Hashable {
  enum What: Hashable {
    case heard(News.What)
    /// An interview to come, and who is met there.
    case invited(RowID)
    /// Of the interview that is to come: one of these days is the one it was to be on, another the one it is moved to.
    case moved([Moment])
    case cancelled([Moment])
    /// A version of a calendar's entry for an interview: its start, or that it is off.
    case entry(RowID, Moment, sequence: Int)
    case entryCancelled(RowID, sequence: Int)
  }

  var what: What
  var opportunity: RowID
  /// Who told it.
  var person: RowID?
  var channel: Channel?
  var day: Day
  /// Else it is proposed.
  var isSure: Bool
  var document: RowID
  /// What the paper says.
  var words: String
  /// The interview that is moved or called off, where it was found before.
  var interview: RowID?
}

/// What a message tells of how a search stands.
struct MessageNews {
  let facts: [Fact]
  let sort: PaperKind?
  let probability: Double
  let direction: Direction
  /// A message itself, rather than a note of one.
  let isMessage: Bool
  /// What the user's own mail decides.
  var answer: ApplicationStage?
  /// Jotted down about somebody who is known: then words that may tell of an outcome are asked about.
  var isJotted = false

  func news(_ reading: Reading) -> [(what: News.What, isSure: Bool)] {
    let stage = stage(reading)
    if let stage, stage.isSure { return [stage] }
    // A day that words give is not lost to a doubt about how the search stands; but with an offer it is the user's.
    let promise = stage?.what.isOffer ?? false ? [] : promise(reading)
    return promise + (stage.map { [$0] } ?? [])
  }

  /// Their next step, with its day.
  private func promise(_ reading: Reading) -> [(what: News.What, isSure: Bool)] {
    guard direction == .received else { return [] }
    let own = facts.filter { $0.field == .commitment }
    let days = facts.filter { date in
      date.field == .promisedDate && !own.contains { reading.isOneSentence($0.span, date.span) }
        && (isMessage || !reading.isOwnDeed(date.span))
    }
    let steps = facts.filter { $0.field == .nextStep }
    guard let first = days.first.flatMap(DayRange.init) else {
      return steps.first.map { [(.next(step: $0.value, first: nil, last: nil), true)] } ?? []
    }
    return [(.next(step: steps.first?.value, first: first.first, last: first.last), true)]
  }

  /// A stage that the words or the sort of paper give.
  private func stage(_ reading: Reading) -> (what: News.What, isSure: Bool)? {
    if let answer, let what = what(Stage(answer)) { return (what, true) }
    // "No second interview needed" takes nothing from the offer before it.
    let stages = facts.filter { $0.field == .stage }
    let fact = stages.last { Stage($0).map { ![.applied, .interviewing].contains($0) } ?? false } ?? stages.last
    if fact == nil, isJotted, let stage = reading.maybeOutcome.map(Stage.init), let what = what(stage) {
      return (what, false)
    }
    let said = fact.flatMap { Stage($0) }
    let sorted: Stage? = sort == .rejection ? .rejected : sort == .offer ? .offer : nil
    guard let stage = said ?? sorted, let what = what(stage) else { return nil }
    let sureness = Double(fact?.confidence ?? 0)
    if stage == .applied { return sort == .application || sureness >= MessageNews.sureStage ? (what, true) : nil }
    if let fact, reading.isOpenNo(fact) { return (what, false) }
    if said != nil, said == sorted || !isMessage { return (what, true) }
    if said != nil { return (what, sureness >= MessageNews.sureStage) }
    return probability >= MessageNews.likelySort ? (what, probability >= MessageNews.sureSort) : nil
  }

  /// How likely words or the sort of paper alone must be for a stage to be set unasked.
  private static let sureStage = 0.5
  private static let sureSort = 0.6
  /// The same for asking.
  private static let likelySort = 0.4

  private func what(_ stage: Stage) -> News.What? {
    let isMine = direction == .sent || !isMessage
    switch stage {
    case .applied: return .applied
    case .offer where direction == .received: return .offer(deadline: deadline)
    case .rejected where direction == .received: return .rejected
    case .filled where direction == .received: return .filled
    case .accepted where isMine: return .accepted
    case .withdrawn where isMine: return .withdrawn
    default: return nil
    }
  }

  /// The day to answer by.
  private var deadline: Day? {
    facts.first { $0.field == .promisedDate }.flatMap(DayRange.init).map { $0.last ?? $0.first }
  }
}

/// The first and last day of a promised date: `2026-03-12`, `2026-03-12/2026-03-16`, of which the end is left out.
struct DayRange {
  let first: Day
  let last: Day?

  init?(_ fact: Fact) {
    let ends = fact.value.split(separator: "/").map { Day($0.prefix(10)) }
    guard let start = ends.first ?? nil else { return nil }
    first = start
    last = ends.count == 2 ? ends[1].map { max($0 - 1, start) } : nil
  }
}

extension News.What {
  fileprivate var isOffer: Bool { if case .offer = self { true } else { false } }
}
