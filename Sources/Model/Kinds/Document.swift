/// An imported note, kept byte for byte.
public struct Document: Record {
  public static let kind = "document"
  public static let manner = KindManner(
    plural: "documents", title: ["names"], foundBy: ["names"], turn: 3, columns: ["written"],
    facts: [["content", "hash", "written"]])
  public var id: RowID
  /// Every file name it was imported under.
  public var names: Set<String> = []
  /// SHA-256 of the content, hexadecimal.
  public var hash: String?
  /// The day it counts as written; relative dates are read against it.
  public var written: Day?
  /// The bytes as they were.
  public var content: [UInt8]?

  public static let fields: [Field<Document>] = [
    .words("names", \.names),
    .string("hash", \.hash),
    .day("written", \.written, .past),
    .blob("content", \.content),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
