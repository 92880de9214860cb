import Foundation

/// Lets a person edit a text in their editor.
enum Editor {
  /// The edited text and where its draft lies, for a message when it cannot be saved.
  struct Draft {
    let text: String
    private let folder: String
    let path: String

    fileprivate init(text: String, folder: String, path: String) {
      self.text = text
      self.folder = folder
      self.path = path
    }

    func discard() { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Opens `$VISUAL`, else `$EDITOR`, else `vi`; for a text with marked conflicts `$MERGE_EDITOR` goes first.
  ///
  /// - Throws: `Failure.nothingFound` where the editor failed, `Failure.badInput` for a text that is not UTF-8; then nothing
  ///   is to be saved.
  static func edit(_ text: String, name: String, isContested: Bool = false) throws -> Draft {
    guard isatty(STDIN_FILENO) == 1 || command(isContested) != "vi" else {
      throw Failure.usage("There is no terminal for an editor. Set EDITOR, or use `afterword set THING field=-`.")
    }
    let folder = try makeFolder()
    let path = folder + "/" + name + ".txt"
    guard
      FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw Failure.storeTrouble("\(path) cannot be written. Is the disk full?") }
    let status = Subprocess.run(command(isContested), [path])
    let edited = FileManager.default.contents(atPath: path)
    let draft = edited.map { Draft(text: String(decoding: $0, as: UTF8.self), folder: folder, path: path) }
    guard status == 0, let draft, let edited else {
      try? FileManager.default.removeItem(atPath: folder)
      throw Failure.nothingFound("The editor (\(command(isContested))) failed, so nothing was saved.")
    }
    guard String(validating: edited, as: UTF8.self) != nil else {
      throw Failure.badInput("The text is not UTF-8, so nothing was saved. It is kept in \(path).")
    }
    return draft
  }

  private static func command(_ isContested: Bool) -> String {
    (isContested ? ProcessVariable["MERGE_EDITOR"] : nil) ?? ProcessVariable["VISUAL"] ?? ProcessVariable["EDITOR"]
      ?? "vi"
  }

  /// A folder that only the user can read.
  private static func makeFolder() throws -> String {
    let base = ProcessVariable["TMPDIR"] ?? "/tmp"
    var template = Array((base + "/afterword-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure.storeTrouble("No temporary folder can be made in \(base). Set TMPDIR to another.")
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
