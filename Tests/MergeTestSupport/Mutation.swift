/// A fault that can be built into the slow model, to prove that the oracles notice it.
package enum Mutation: String, CaseIterable, Sendable {
  case keepIgnored = "keep ignored"
  case noNewIncarnation = "no new incarnation"
  case referencesWithoutHash = "references without hash"
  case lastWriterWins = "last writer wins"
  case supersessionAcrossJoins = "supersession across joined rows"
  case textsSupersededByContext = "texts superseded by context"
  case headsInArrivalOrder = "heads in arrival order"
  case cascadeNotRecorded = "a child's delete not recorded"
  case importDuringEditorNotKept = "an import during an open editor not kept"
  case oneBaseForAllHeads = "one base for all text heads"
  case textUndoRestores = "the undo of a text restores a version"
  case contestedTextSetBlindly = "a contested text set unseen"
  case revivedWithoutUndelete = "a dead row written to without undelete"
  case answerReplacesText = "an answer about a region replaces the text"

  /// The combinations to try: forks can only be confused where the same incarnation is used twice.
  package static let trials: [Set<Mutation>] = allCases.map {
    $0 == .referencesWithoutHash ? [.noNewIncarnation, $0] : [$0]
  }
}
