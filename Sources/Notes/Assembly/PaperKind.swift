/// What sort of paper a file is: the record of an interview, word from a firm, a list of applications, or nothing of the kind.
package enum PaperKind: String, Sendable, CaseIterable {
  case debrief, invitation, update, rejection, offer, sent, application, log, other
}
