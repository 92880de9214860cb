/// A file that goes with a message.
package struct Attachment: Hashable, Sendable {
  /// Without folders, and without characters that nobody sees.
  package let name: String
  /// Its bytes in base64 (RFC 4648), in one line.
  package let content: String

  package init(name: String, content: String) {
    let seen = name.unicodeScalars.filter { scalar in
      let category = scalar.properties.generalCategory
      return category != .control && category != .format && scalar != "/" && scalar != "\\"
    }
    self.name = seen.isEmpty ? "attachment" : String(String.UnicodeScalarView(seen))
    self.content = content
  }

  /// Its part of a message of several (RFC 2046, §5.1), with its head.
  var part: [String] {
    var lines = ["Content-Type:\r\n " + type, "Content-Disposition: attachment;" + fileName]
    lines += ["Content-Transfer-Encoding: base64", ""]
    var rest = content[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(76)))
      rest = rest.dropFirst(76)
    }
    return lines
  }

  /// What the name's end says; for mail programs that show it.
  private var type: String {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return Self.types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "zip": "application/zip",
    "doc": "application/msword", "odt": "application/vnd.oasis.opendocument.text", "rtf": "application/rtf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ]

  /// The name as a parameter: as it is where it is short and plain, else coded and in pieces that fit a line (RFC 2231).
  private var fileName: String {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || " -_.".utf8.contains(byte)
    }
    if isPlain && name.utf8.count <= 60 { return "\r\n filename=\"\(name)\"" }
    var pieces: [String] = [""]
    for scalar in name.unicodeScalars {
      let coded = percentEncoded(String(scalar))
      if pieces[pieces.count - 1].utf8.count + coded.utf8.count > 50 { pieces.append("") }
      pieces[pieces.count - 1] += coded
    }
    if pieces.count == 1 { return "\r\n filename*=UTF-8''" + pieces[0] }
    return pieces.enumerated().map { number, piece in
      "\r\n filename*\(number)*=" + (number == 0 ? "UTF-8''" : "") + piece
    }.joined(separator: ";")
  }
}
