import Model
import Notes

extension Reading {
  /// The row of a table that a scalar stands in, by its place among the papers.
  func row(at scalar: Int) -> Int? {
    var (low, high) = (0, papers.count)
    while low < high {
      let middle = (low + high) / 2
      if papers[middle].span.end < scalar { low = middle + 1 } else { high = middle }
    }
    return low < papers.count && papers[low].isRow && papers[low].span.start <= scalar ? low : nil
  }
}

extension Stage {
  init?(_ fact: Fact) {
    switch ApplicationStage(rawValue: fact.value) {
    case .applied: self = .applied
    case .interviewing: self = .interviewing
    case .offer: self = .offer
    case .accepted: self = .accepted
    case .rejected: self = .rejected
    case .withdrawn: self = .withdrawn
    case .filled: self = .filled
    case .silent: self = .dormant
    case nil: return nil
    }
  }

  var isOutcome: Bool { !isOpen }
}
