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

  public static let fields: [Field<Participation>] = [
    .reference("interview", \.interview, to: Interview.self, parent: true),
    .reference("person", \.person, to: Person.self),
    .choice("part", \.part),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
