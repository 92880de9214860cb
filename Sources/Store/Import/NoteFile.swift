import Crypto
import Foundation
import Notes

/// One file to import: its name and how its bytes are had.
public struct NoteFile {
  /// The last part of its path: what a document remembers.
  public let name: String
  public let path: String
  private let place: FilePlace
  /// What was read already, from standard input.
  private let content: [UInt8]?
  /// Where in the file it stands, of a mail in a mailbox.
  private let part: Range<Int>?

  /// Files above this are refused, a mailbox is none: no note is this large, nor a mail with all its attachments.
  static let largest = 64 << 20

  /// The files below these paths, in order of name: folders as a whole, hidden entries and links to folders left out, and of
  /// mailboxes each mail.
  ///
  /// - Parameter unreadable: told of each path that cannot be looked at.
  public static func files(below paths: [String], unreadable: (String, String) -> Void) -> [NoteFile] {
    whole(below: paths, unreadable: unreadable).flatMap { file -> [NoteFile] in
      let mails = Mailbox(file.place).mails()
      return mails.count < 2 ? [file] : mails.map { NoteFile(file.place, part: $0) }
    }
  }

  /// The same, a mailbox as the one file that it is.
  public static func whole(below paths: [String], unreadable: (String, String) -> Void) -> [NoteFile] {
    paths.flatMap { path -> [NoteFile] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        unreadable(path, "there is no such file")
        return []
      }
      let place = FilePlace(path)
      return isFolder.boolValue ? folder(place, unreadable) : [NoteFile(place)]
    }
  }

  private static func folder(_ place: FilePlace, _ unreadable: (String, String) -> Void) -> [NoteFile] {
    guard let names = place.names() else {
      unreadable(place.shown, "the folder cannot be read")
      return []
    }
    return names.flatMap { name -> [NoteFile] in
      let below = place.appending(name)
      guard let (type, isLink) = below.type() else {
        unreadable(below.shown, "it is a link to nothing")
        return []
      }
      switch type {
      case S_IFREG: return [NoteFile(below)]
      case S_IFDIR where !isLink: return folder(below, unreadable)
      case S_IFDIR: unreadable(below.shown, "it is a link to a folder; name that folder to import it too")
      default: unreadable(below.shown, "it is no regular file")
      }
      return []
    }
  }

  private init(_ place: FilePlace, part: Mailbox.Mail? = nil) {
    self.place = place
    let own = (place.shown as NSString).lastPathComponent
    // Numbers would change with every mail that is deleted.
    name = part.map { "\(own) \($0.mark)" } ?? own
    path = part.map { "\(place.shown) \($0.mark)" } ?? place.shown
    content = nil
    self.part = part?.range
  }

  /// A note that does not come from a file.
  public init(name: String, content: [UInt8]) {
    self.name = name
    self.content = content
    path = name
    place = FilePlace(name)
    part = nil
  }

  /// The bytes of a regular file of at most 64 MiB; of large mails without what is attached to them.
  ///
  /// - Throws: `NoteFileError`.
  public func bytes() throws(NoteFileError) -> [UInt8] {
    let bytes: [UInt8]
    if let content { bytes = content } else { bytes = try withoutAttachments(read()) }
    if bytes.isEmpty { throw .empty(path) }
    if let form = BinaryForm.of(bytes) { throw .notText(path, form) }
    // What is piped in is meant to be read, whatever it looks like.
    if content == nil, let form = NonNote.form(bytes) { throw .notNotes(path, form) }
    return bytes
  }

  /// SHA-256 of a file's bytes, hexadecimal: what a document is known by.
  package static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func withoutAttachments(_ bytes: [UInt8]) -> [UInt8] {
    Attachments.isLarge(bytes) ? Attachments.leftOut(of: bytes) : bytes
  }

  /// Its first bytes.
  func head(_ most: Int) throws(NoteFileError) -> [UInt8] {
    if let content { return Array(content.prefix(most)) }
    return try read(most: most)
  }

  private func read(most: Int = .max) throws(NoteFileError) -> [UInt8] {
    let descriptor = place.open()
    guard descriptor >= 0 else { throw .unreadable(path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path, "it is no regular file")
    }
    let part = part ?? 0..<Int(status.st_size)
    guard min(part.count, most) <= Self.largest else {
      throw .unreadable(path, "it is larger than \(Self.largest >> 20) MB, too large for a note")
    }
    if part.isEmpty { throw .empty(path) }
    var bytes = [UInt8](repeating: 0, count: min(part.count, most))
    let count = bytes.withUnsafeMutableBytes { room in
      var filled = 0
      while filled < room.count {
        let more = pread(
          descriptor, room.baseAddress.map { $0 + filled }, room.count - filled, off_t(part.lowerBound + filled))
        guard more > 0 else { break }
        filled += more
      }
      return filled
    }
    guard count == bytes.count else { throw .unreadable(path, "it cannot be read") }
    return bytes
  }
}

/// Why a file was not imported.
public enum NoteFileError: Error, Equatable {
  case unreadable(String, String)
  case empty(String)
  case notText(String, String)
  /// Text, but data or code.
  case notNotes(String, String)
}

extension NoteFileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let why): "\(path): \(why)."
    case .empty(let path): "\(path) is empty: nothing to read."
    case .notText(let path, let form) where [BinaryForm.bundle, BinaryForm.encryptedBundle].contains(form):
      "\(path) is \(form), not notes. `afterword import \(path)` merges it; `afterword verify` checks it."
    case .notNotes(let path, let form):
      "\(path) is \(form), not notes. `afterword import - < \(quoted(path))` takes it all the same."
    case .notText(let path, let form):
      "\(path) is \(form), not notes. "
        + (BinaryForm.tool(form).map {
          "`\($0.replacing("FILE", with: quoted(path))) | afterword import -` reads its text."
        } ?? "Save its text as a file and import that.")
    }
  }

  /// A path as a shell takes it.
  private func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"'\"\\$`!&|;<>()*?[]{}~#".utf8.contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}

/// Tells files that are no text from those that may be, by their first bytes.
enum BinaryForm {
  static let bundle = "a bundle"
  static let encryptedBundle = "an encrypted bundle"

  private static let marks: [(String, [UInt8])] = [
    ("a PDF", Array("%PDF-".utf8)), ("an image", [0x89, 0x50, 0x4E, 0x47]), ("an image", [0xFF, 0xD8, 0xFF]),
    ("an image", Array("GIF8".utf8)), ("a ZIP or office file", [0x50, 0x4B, 3, 4]),
    ("a program", [0x7F, 0x45, 0x4C, 0x46]),
    ("a SQLite file", Array("SQLite format 3\0".utf8)), (bundle, [0x1F, 0x8B, 8, 4]),
    ("a compressed file", [0x1F, 0x8B]),
    ("a compressed file", [0x28, 0xB5, 0x2F, 0xFD]), ("a compressed file", [0xFD, 0x37, 0x7A, 0x58]),
    (encryptedBundle, Array("age-encryption.org/".utf8)),
  ]

  /// Offices' files are ZIP archives; which of them one is stands in its first names.
  private static let offices = [
    ("word/", "a Word file"), ("opendocument.text", "an OpenDocument text"), ("xl/", "an Excel file"),
  ]

  /// The command that writes the text of such a file out.
  static func tool(_ form: String) -> String? {
    switch form {
    case "a Word file", "an OpenDocument text": "pandoc FILE -t plain"
    case "a PDF": "pdftotext FILE -"
    case "an Excel file": "in2csv FILE"
    default: nil
    }
  }

  static func of(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
      if let office = offices.first(where: { head.contains($0.0) }) { return office.1 }
    }
    if let known = marks.first(where: { bytes.starts(with: $0.1) }) { return known.0 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    return looksBinary(bytes) ? "a binary file" : nil
  }

  /// NUL bytes that are not the halves of UTF-16 code units, or more control characters than any text has.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(8192))
    if head.contains(0) { return DecodedText.unmarkedUTF16(head) == nil }
    let controls = head.count { $0 < 0x20 && !textControls.contains($0) }
    return controls >= 3 && controls * 50 > head.count
  }

  /// Tab, line feed, form feed, carriage return, and the escape of a terminal's recorded session.
  private static let textControls: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x1B]
}
