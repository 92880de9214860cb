/// What becomes of a value that two sides say, by what both said when they were last in step. The one rule that people
/// and entries are merged by.
///
///     remembered   here   there
///     a            a      a        agree
///     a            b      a        to the folder
///     a            a      b        to the store
///     a            b      c        to the store, beside what it has: a conflict
///     nothing      b      c        by the log: what the store said once and says no more is no change
enum ValueMerge: Equatable {
  case agree
  case toFolder
  case toStore(isConflict: Bool)
  /// Neither can follow the other.
  case stay
  /// Machines say it differently, or it cannot be read: nothing is changed and nothing forgotten.
  case wait

  /// - Parameters:
  ///   - here: digests, as remembered; empty for nothing.
  ///   - wasHere: whether the store said once what the folder says.
  ///   - isTaken: whether what the folder says can stand in the store.
  init(
    here: String, there: String, _ pair: MirrorMemory.Pair?, isTaken: Bool, isAdopted: Bool, wasHere: () -> Bool
  ) {
    guard here != there else {
      self = .agree
      return
    }
    let isChangedHere = pair.map { $0.here != here } ?? !here.isEmpty
    let isChangedThere = pair.map { $0.there != there } ?? !there.isEmpty
    switch (isChangedHere, isChangedThere) {
    case (true, false): self = .toFolder
    case (_, true) where pair == nil && wasHere(): self = .toFolder
    case (_, true) where !isTaken, (true, true) where pair == nil && isAdopted: self = .stay
    case (_, true): self = .toStore(isConflict: isChangedHere)
    case (false, false): self = .stay
    }
  }
}
