/// Why something in a note is taken for a row that the store has.
public enum MatchReason: String, Sendable {
  case name
  case address
  /// The mail address has the organisation's domain.
  case domain
  case nameAtOrganisation
  case firstNameAtOrganisation
  /// The same role at the organisation, or the only search there is there.
  case role
  /// An interview of that day in the same search.
  case day
}
