/// One setting by name: an overridden rule number, the holidays, the cap, the user's own name.
public struct Setting: Record {
  public static let kind = "setting"
  public static let manner = KindManner(
    plural: "settings", title: ["name"], foundBy: ["name"], turn: 3, columns: ["value"])
  public var id: RowID
  public var name: String?
  public var value: String?
  /// For settings that are lists, such as the holidays.
  public var words: Set<String> = []

  public static let fields: [Field<Setting>] = [
    .string("name", \.name),
    .string("value", \.value),
    .words("words", \.words),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
