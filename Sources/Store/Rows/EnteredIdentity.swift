import Model

extension StableID {
  /// The identity of a row that must be the same everywhere, from what was typed; nil for all others.
  static func entered(_ kind: KindInfo, _ contents: [(FieldInfo, FieldRequest)]) throws -> RowID? {
    func value(_ name: String) -> Value? {
      guard case .content(let content)? = contents.first(where: { $0.0.name == name })?.1 else { return nil }
      return content.value
    }
    switch kind.name {
    case Setting.kind:
      guard case .string(let name)? = value("name") else {
        throw RequestError.nothingAsked("A setting needs a name: name=….")
      }
      return setting(name)
    case Participation.kind:
      guard case .reference(let interview)? = value("interview"), case .reference(let person)? = value("person") else {
        throw RequestError.nothingAsked("A participation needs interview=… and person=….")
      }
      return participation(interview.id, person.id)
    case Term.kind:
      guard case .reference(let opportunity)? = value("opportunity"), case .string(let part)? = value("part") else {
        throw RequestError.nothingAsked("A part of an offer needs opportunity=… and part=….")
      }
      return term(opportunity.id, part)
    case Decision.kind, Document.kind, NewsProposal.kind:
      throw RequestError.notWritable(
        field: "A \(kind.name)", why: kind.name == Decision.kind ? "done, skip and snooze make it" : "import makes it")
    default: return nil
    }
  }
}
