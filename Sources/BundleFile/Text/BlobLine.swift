/// Part of a content too large for a line.
enum BlobLine {
  static func encode(_ content: ArraySlice<UInt8>, part: Int, of parts: Int, sha256: String) -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"data\":\"")
    Base64.standard.append(content, to: &json.bytes)
    json.raw("\",\"part\":[")
    json.integer(part)
    json.raw(",")
    json.integer(parts)
    json.raw("],\"sha256\":\"")
    json.bytes.append(contentsOf: sha256.utf8)
    json.raw("\",\"t\":\"blob\"}\n")
    return json.bytes
  }
}
