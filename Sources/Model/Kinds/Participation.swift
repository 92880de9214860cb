public enum Part: String, CaseIterable, Sendable {
  case interviewer
  case hiringManager = "hiring-manager"
  case hr, recruiter, referrer
}

/// That a person took part in an interview, and as what.
public struct Participation: Record {
  public static let kind = "participation"
  public static let manner = KindManner(
    plural: "participations", title: ["person", "interview"], foundBy: ["part"],
    context: ("person", Person.kind), turn: 4, columns: ["part"])
  public var id: RowID
  public var interview: RowID?
  public var person: RowID?
  public var part: Part?
  /// How the user means to write to them afterwards; nil leaves it to the playbook.
  public var writeBy: Channel?

  public static let fields: [Field<Participation>] = [
    .reference("interview", \.interview, to: Interview.self, parent: true),
    .reference("person", \.person, to: Person.self),
    .choice("part", \.part),
    .choice("write_by", \.writeBy),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
