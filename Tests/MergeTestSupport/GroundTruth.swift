import Merge

/// What an author had on the screen when a change was made. F never reads it; the oracles do.
struct Testimony {
  var shown: Set<Reference> = []
  /// Units of a text that was shown.
  var units: Set<TextUnit> = []
}

/// The testimony of every change of a history, whichever machine made it.
package final class GroundTruth {
  private var testimonies: [Reference: Testimony] = [:]

  package init() {}

  /// What undos took out of texts, by the cell.
  private(set) var undone: [Cell: [(by: Reference, units: Set<TextUnit>)]] = [:]

  func record(undone units: Set<TextUnit>, of cell: Cell, by reference: Reference) {
    undone[cell, default: []].append((reference, units))
  }

  subscript(_ reference: Reference) -> Testimony { testimonies[reference] ?? Testimony() }

  func record(_ testimony: Testimony, for reference: Reference) { testimonies[reference] = testimony }
}
