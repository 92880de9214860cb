/// The last line: what all lines before it sum up to, and who says that he wrote them.
enum EndLine {
  static func encode(_ report: BundleReport, lines: Int) -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"bytes\":")
    json.integer(report.bytes)
    json.raw(",\"changes\":{")
    for (index, count) in report.counts.enumerated() {
      if index > 0 { json.byte(UInt8(ascii: ",")) }
      json.string(count.kind)
      json.byte(UInt8(ascii: ":"))
      json.integer(count.changes)
    }
    json.raw("},\"lines\":")
    json.integer(lines)
    if !report.seal.isEmpty {
      json.raw(",\"seal\":")
      SealCoding.encode(report.seal, to: &json)
    }
    json.raw(",\"sha256\":\"")
    json.bytes.append(contentsOf: report.contentID.utf8)
    json.raw("\",\"t\":\"end\"}\n")
    return json.bytes
  }

  /// The seal alone: all else is what a reader computes itself.
  static func seal(_ line: JSONCursor, _ head: BundleHead) throws -> BundleSeal {
    var cursor = line
    try cursor.openObject()
    try cursor.expectField("bytes")
    _ = try cursor.integer()
    try cursor.expectField("changes")
    try cursor.skipValue()
    try cursor.expectField("lines")
    _ = try cursor.integer()
    guard cursor.field("seal") else { return BundleSeal() }
    guard head.isSealed else { throw cursor.fault("a seal that the head does not announce", .inconsistent) }
    return try SealCoding.decode(&cursor, streams: head.streams.count)
  }
}
