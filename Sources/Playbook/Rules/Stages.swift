import Model

/// The sets of stages that rules are bound to.
extension Set<Stage> {
  /// The process runs; a missing stage counts as this one.
  static let running: Set<Stage> = [.applied, .interviewing]
  /// Until hired, or told that the position is filled.
  static let untilFilled: Set<Stage> = [.applied, .interviewing, .offer, .dormant]
  /// A thank-you owed stays owed, whatever became of the process.
  static let always = Set(Stage.allCases)
  static let offer: Set<Stage> = [.offer]
  static let no: Set<Stage> = [.rejected, .filled]
  /// The process ended without a new job, or in silence.
  static let overOrSilent: Set<Stage> = [.rejected, .filled, .withdrawn, .dormant]
  /// For the long haul: all but a new job and one's own withdrawal.
  static let longHaul: Set<Stage> = [.applied, .interviewing, .offer, .rejected, .filled, .dormant]
}
