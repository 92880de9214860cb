/// An employer, an agency, a company met on the way.
public struct Organisation: Record {
  public static let kind = "organisation"
  public var id: RowID
  public var name: String?
  public var website: String?
  public var sector: String?
  public var notes: String = ""

  public static let fields: [Field<Organisation>] = [
    .string("name", \.name),
    .string("website", \.website),
    .string("sector", \.sector),
    .text("notes", \.notes),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
