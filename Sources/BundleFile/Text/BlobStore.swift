import Crypto

/// The contents that came in blob lines for the transaction to follow.
struct BlobStore {
  private var whole: [String: [UInt8]] = [:]
  private var unused: Set<String> = []
  /// The content whose parts are arriving.
  private var open: (name: String, parts: Int, done: Int, bytes: [UInt8])?
  private var held = 0

  /// Whether a content is still missing parts.
  var isWaiting: Bool { open != nil }
  var hasUnused: Bool { !unused.isEmpty }

  mutating func removeAll() { self = BlobStore() }

  /// Takes a blob line.
  mutating func add(_ cursor: inout JSONCursor) throws {
    try cursor.openObject()
    try cursor.expectField("data")
    guard let data = Base64.standard.decode(try cursor.plainString()) else {
      throw cursor.fault("bytes that are not in base64")
    }
    try cursor.expectField("part")
    let (part, parts) = try cursor.part()
    try cursor.expectField("sha256")
    let name = String(decoding: try cursor.plainString(), as: UTF8.self)
    try cursor.expectField("t")
    _ = try cursor.plainString()
    try cursor.closeObject()
    try check(data, part, parts, cursor)
    try append(data, part, parts, name, cursor)
  }

  private func check(_ data: [UInt8], _ part: Int, _ parts: Int, _ cursor: JSONCursor) throws {
    guard data.count <= Limits.blobPartBytes, part == parts || data.count == Limits.blobPartBytes, !data.isEmpty else {
      throw cursor.fault("a blob's part has another length than \(Limits.blobPartBytes) bytes", .inconsistent)
    }
    guard held + data.count <= Limits.transactionWeight else {
      throw cursor.fault("blobs of more than \(Limits.transactionWeight >> 20) MiB", .tooLarge)
    }
  }

  private mutating func append(
    _ data: [UInt8], _ part: Int, _ parts: Int, _ name: String, _ cursor: JSONCursor
  ) throws {
    var content = open ?? (name, parts, 0, [])
    guard content.name == name, content.parts == parts, content.done + 1 == part else {
      throw cursor.fault("a blob's part is out of order", .inconsistent)
    }
    // Emptied first, so that appending does not copy what has come so far.
    open = nil
    content.bytes += data
    content.done = part
    held += data.count
    guard part == parts else {
      open = content
      return
    }
    guard hexadecimal(SHA256.hash(data: content.bytes)) == name else {
      throw cursor.fault("a blob is not what its SHA-256 says", .damaged)
    }
    whole[name] = content.bytes
    unused.insert(name)
  }

  /// The content that the string at the cursor names.
  mutating func bytes(_ cursor: inout JSONCursor) throws -> [UInt8] {
    let name = String(decoding: try cursor.plainString(), as: UTF8.self)
    guard let bytes = whole[name] else { throw cursor.fault("a blob that was not sent before", .inconsistent) }
    unused.remove(name)
    return bytes
  }

  mutating func text(_ cursor: inout JSONCursor) throws -> String {
    guard let text = String(validating: try bytes(&cursor), as: UTF8.self) else {
      throw cursor.fault("a text that is not UTF-8", .inconsistent)
    }
    return text
  }
}

extension JSONCursor {
  /// `[p,q]` with 1 ≤ p ≤ q.
  mutating func part() throws -> (Int, Int) {
    try openArray()
    try nextElement()
    let part = try integer()
    try nextElement()
    let parts = try integer()
    try closeArray()
    guard 1 <= part, part <= parts else { throw fault("part \(part) of \(parts)", .inconsistent) }
    return (part, parts)
  }
}
