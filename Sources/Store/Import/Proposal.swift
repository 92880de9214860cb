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
  /// Interviews for which neither the text nor anything else gives a day.
  var undated = 0

  /// Every row, parents before children.
  var rows: [any Model.Record] {
    organisations as [any Model.Record] + people + opportunities + interviews + participations + findings + promises
  }
}
