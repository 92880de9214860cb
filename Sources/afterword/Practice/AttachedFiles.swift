import BundleFile
import Foundation
import Playbook

/// Files that a mail takes along.
enum AttachedFiles {
  /// What most mail servers take, 25 MB, is of the message as it is coded, a third larger.
  private static let mostBytes = 18 << 20

  /// - Throws: `Failure.badInput` for what is no file that can be read, empty, or too much for a mail.
  static func read(_ paths: [String]) throws -> [Attachment] {
    var room = mostBytes
    return try paths.map { path in
      let file = try InputFile(path)
      guard file.size > 0 else { throw Failure.badInput("\(path) is empty. Attach another file.") }
      guard file.size <= room else {
        throw Failure.badInput(
          "\(path) makes the mail larger than \(mostBytes >> 20) MB, which many servers refuse. Send a link to it instead."
        )
      }
      room -= file.size
      let bytes = try file.prefix(file.size)
      return Attachment(
        name: (path as NSString).lastPathComponent, content: Data(bytes).base64EncodedString())
    }
  }
}
