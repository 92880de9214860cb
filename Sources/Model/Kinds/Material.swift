/// Something of value to give: a book, an article, a link, a list, a document.
public struct Material: Record {
  public static let kind = "material"
  public static let manner = KindManner(
    plural: "materials", title: ["title"], foundBy: ["title"], turn: 3, columns: ["kind", "topic"])
  public var id: RowID
  public var title: String?
  /// book, article, link, list, résumé, …
  public var form: String?
  public var link: String?
  public var topic: String?
  public var notes: String = ""

  public static let fields: [Field<Material>] = [
    .string("title", \.title),
    .string("kind", \.form),
    .string("link", \.link),
    .string("topic", \.topic),
    .text("notes", \.notes),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
