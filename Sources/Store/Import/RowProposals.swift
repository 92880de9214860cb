import Model
import Notes

extension Reading {
  /// The row of a table that a scalar stands in, by its place among the papers.
  func row(at scalar: Int) -> Int? {
    papers.index(at: scalar).flatMap { papers[$0].isRow && papers[$0].span.start <= scalar ? $0 : nil }
  }
}

extension Stage {
  init?(_ fact: Fact) {
    guard let read = ApplicationStage(rawValue: fact.value) else { return nil }
    self.init(read)
  }

  init(_ read: ApplicationStage) {
    switch read {
    case .applied: self = .applied
    case .interviewing: self = .interviewing
    case .offer: self = .offer
    case .accepted: self = .accepted
    case .rejected: self = .rejected
    case .withdrawn: self = .withdrawn
    case .filled: self = .filled
    case .silent: self = .dormant
    }
  }

  var isOutcome: Bool { !isOpen }
}
