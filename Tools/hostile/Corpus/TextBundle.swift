import BundleFile
import Crypto

/// A bundle around any text, for what no writer would write.
package struct TextBundle {
  package var lines: [[UInt8]] = []

  package static let id = "AAAAAAAAAAEAAAAAAAAAAg"
  package static let hash = String(repeating: "A", count: 43)
  /// A head with one range of a hundred changes.
  package static let head = head(streams: "[{\"end\":\"\(hash)\",\"from\":1,\"id\":\"\(id)\",\"to\":100}]")

  package static func head(
    streams: String, version: String = "1", kind: String = "backup", parents: String = "[]", req: String = "[]"
  ) -> String {
    "{\"about\":\"x\",\"format\":[\"afterword-bundle\",\(version)],\"kind\":\"\(kind)\",\"parents\":\(parents),"
      + "\"req\":\(req),\"streams\":\(streams),\"t\":\"head\"}"
  }

  /// A transaction with these changes of one row.
  package static func tx(_ changes: String, extra: String = "", seq: Int = 1) -> String {
    "{\"at\":0,\"changes\":[[\"person:\(id)\",\(changes)]],\"context\":[]\(extra),"
      + "\"hash\":\"AAAAAAAAAAA\",\"seq\":\(seq),\"stream\":0,\"t\":\"tx\"}"
  }

  /// A part of a transaction, one change a part unless `seq` says otherwise.
  package static func part(_ changes: String, _ part: Int, of parts: Int, seq: Int? = nil) -> String {
    let origin = part == 1 ? "\"at\":0," : ""
    let context = part == 1 ? ",\"context\":[]" : ""
    return "{\(origin)\"changes\":[[\"person:\(id)\",\(changes)]]\(context),"
      + "\"part\":[\(part),\(parts)],\"seq\":\(seq ?? part),\"stream\":0,\"t\":\"tx\"}"
  }

  package init(_ lines: String...) { self.lines = lines.map { Array($0.utf8) } }

  package init(bytes: [[UInt8]]) { lines = bytes }

  /// The file, with an end line of right sums where `changes` are given.
  package func file(end changes: String? = "{}") throws -> [UInt8] {
    var text: [UInt8] = []
    for line in lines { text += line + [0x0A] }
    if let changes {
      let digest = hexDigest(text)
      let end =
        "{\"bytes\":\(text.count),\"changes\":\(changes),\"lines\":\(lines.count),\"sha256\":\"\(digest)\",\"t\":\"end\"}\n"
      text += Array(end.utf8)
    }
    return try packed(text)
  }

  /// Sets check lines where they are due.
  package mutating func addChecks() {
    var checked: [[UInt8]] = []
    var text: [UInt8] = []
    var start = 0
    for line in lines {
      checked.append(line)
      text += line + [0x0A]
      guard text.count - start >= Limits.segmentBytes else { continue }
      let check =
        "{\"bytes\":\(text.count),\"lines\":\(checked.count),\"sha256\":\"\(hexDigest(text))\",\"t\":\"check\"}"
      checked.append(Array(check.utf8))
      text += Array(check.utf8) + [0x0A]
      start = text.count
    }
    lines = checked
  }
}

/// SHA-256 in hexadecimal digits.
package func hexDigest(_ bytes: [UInt8]) -> String {
  SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Text in a bundle's blocks.
package func packed(_ text: [UInt8]) throws -> [UInt8] {
  var out: [UInt8] = []
  let writer = BGZFWriter(level: .fast) { out.append(contentsOf: $0) }
  try text.withUnsafeBytes(writer.write)
  try writer.finish()
  return out
}
