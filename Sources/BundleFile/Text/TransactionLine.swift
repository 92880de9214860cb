import Merge

/// What one `tx` line says beside its changes.
struct TransactionLine {
  var wall: Int?
  var batch = ""
  var command = ""
  var context: [Reference]?
  var hash: LineHash?
  var part = 1
  var parts = 1
  var seq = 0
  var stream = 0

  /// Reads the line and appends its changes to those of the parts before it.
  static func decode(
    _ cursor: inout JSONCursor, _ decoder: inout ChangeDecoder, changes: inout [Change]
  ) throws -> TransactionLine {
    var line = TransactionLine()
    try cursor.openObject()
    if cursor.field("at") { line.wall = try cursor.integer() }
    if cursor.field("batch") { line.batch = try label(&cursor) }
    try cursor.expectField("changes")
    try decoder.changes(&cursor, to: &changes)
    if cursor.field("command") { line.command = try label(&cursor) }
    if cursor.field("context") { line.context = try decoder.references(&cursor) }
    if cursor.field("hash") { line.hash = try cursor.lineHash() }
    if cursor.field("part") { (line.part, line.parts) = try cursor.part() }
    try cursor.expectField("seq")
    line.seq = try cursor.integer()
    try cursor.expectField("stream")
    line.stream = try cursor.integer()
    try cursor.expectField("t")
    _ = try cursor.plainString()
    try cursor.closeObject()
    try line.check(cursor)
    return line
  }

  private static func label(_ cursor: inout JSONCursor) throws -> String {
    let text = try cursor.string()
    guard !text.isEmpty else { throw cursor.fault("an empty text is left out") }
    guard text.utf8.count <= Limits.commandBytes else {
      throw cursor.fault("a command's text is longer than \(Limits.commandBytes) bytes", .tooLarge)
    }
    return text
  }

  /// The first part alone says what belongs to the whole transaction, the last alone its hash.
  private func check(_ cursor: JSONCursor) throws {
    let isOrigin = wall != nil
    guard isOrigin == (part == 1), isOrigin || (batch.isEmpty && command.isEmpty && context == nil),
      (hash != nil) == (part == parts)
    else { throw cursor.fault("a part of a transaction has keys of another part", .inconsistent) }
  }
}

/// What a line says of its transaction's chain hash.
enum LineHash {
  /// The first 8 bytes: it is computed anew.
  case short(UInt64)
  /// All of it, where something was erased and it cannot be.
  case whole(ChainHash)

  var short: UInt64 {
    switch self {
    case .short(let hash): hash
    case .whole(let hash): hash.short
    }
  }

  var whole: ChainHash? { if case .whole(let hash) = self { hash } else { nil } }
}

extension JSONCursor {
  fileprivate mutating func lineHash() throws -> LineHash {
    let text = try plainString()
    if let hash = Identifiers.hash(text) { return .short(hash) }
    guard let bytes = Base64.url.decode(text), let hash = ChainHash(bytes) else {
      throw fault("a hash that is neither 8 nor 32 bytes of base64url")
    }
    return .whole(hash)
  }
}
