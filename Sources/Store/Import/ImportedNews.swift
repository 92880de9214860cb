package import Model

/// Something read of how a search stands, and how to take it back.
package struct ImportedNews: Sendable {
  package enum What: Sendable {
    case heard(News.What)
    case invited(RowID)
    case moved(RowID, from: Moment?, to: Moment)
    case cancelled(RowID)
    /// A change of an interview that is not known here.
    case changeOfUnknown
  }

  package let what: What
  package let opportunity: Subject
  package let person: RowID?
  package let day: Day
  /// Done; else proposed.
  package let isDone: Bool
  package let undoName: String?
}
