/// The last line: what all lines before it sum up to.
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
    json.raw(",\"sha256\":\"")
    json.bytes.append(contentsOf: report.contentID.utf8)
    json.raw("\",\"t\":\"end\"}\n")
    return json.bytes
  }
}
