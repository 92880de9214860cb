import Merge
import Model
import Notes

/// The rows that reading one document proposes, each under an identity that every machine derives alike.
struct Proposal {
  var organisations: [Organisation] = []
  var people: [Person] = []
  var opportunities: [Opportunity] = []
  var interviews: [Interview] = []
  var participations: [Participation] = []
  var findings: [Finding] = []
  var promises: [Promise] = []
  var touches: [Touch] = []
  /// What it tells of how searches stand.
  var news: [ToldNews] = []
  /// What of it waits for a person's word.
  var waiting: [NewsProposal] = []
  /// Where each row comes from, in the order found.
  var origins: [Origin] = []
  /// Where fields come from that are read elsewhere in the note than their rows.
  var places: [Place] = []
  /// Interviews for which neither the text nor anything else gives a day.
  var undated = 0
  /// A calendar's entries that call off what is not recorded.
  var unknownCancellations = 0
  /// New interviews that are older than an import lets into the day's plan.
  var old = 0
  /// Rows of a table of contacts that were left.
  var strangers = 0
  /// The opportunities of interviews that are new and not old: they are not archive.
  private(set) var recent: Set<RowID> = []

  /// Whether it tells what somebody said.
  var tellsOfSomebody: Bool { !news.isEmpty || promises.contains { $0.by == .them } }

  /// Says that a new interview of an opportunity is recent.
  mutating func note(recent opportunity: RowID) { recent.insert(opportunity) }

  /// Takes the opportunities with a recent interview out of the archive.
  mutating func keepRecent() {
    for index in opportunities.indices where recent.contains(opportunities[index].id) {
      opportunities[index].archived = nil
    }
  }

  /// The place in the note that a row is read from, and why it is taken for one that the store has.
  struct Origin {
    let subject: Subject
    let span: TextSpan
    let because: MatchReason?
  }

  /// The place in the note that a field of a row is read from.
  struct Place {
    let subject: Subject
    let field: String
    let span: TextSpan
  }

  /// Every row, parents before children.
  var rows: [any Model.Record] {
    organisations as [any Model.Record] + people + opportunities + interviews + participations + findings + promises
      + touches + waiting
  }
}
