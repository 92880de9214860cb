/// An employer, an agency, a company met on the way.
public struct Organisation: Record {
  public static let kind = "organisation"
  public static let manner = KindManner(
    plural: "organisations", alsoCalled: ["company", "companies", "organization", "organizations"],
    title: ["name", "website"],
    foundBy: ["name"], turn: 1, columns: ["sector"])
  public var id: RowID
  public var name: String?
  public var website: String?
  public var sector: String?
  /// The language its people are written to in: `en`, `en-US`, `de`, `fr`, `es`; nil means English.
  public var language: String?
  /// Where it works, by code or name: its holidays count; nil means the user's own.
  public var country: String?
  public var notes: String = ""

  public static let fields: [Field<Organisation>] = [
    .string("name", \.name),
    .string("website", \.website),
    .string("sector", \.sector),
    .string("language", \.language),
    .string("country", \.country),
    .text("notes", \.notes),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
