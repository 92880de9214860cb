import Foundation
import Model
import Store

/// A text under way in an editor: a private folder with the text and what it belongs to. It outlives the editor, this
/// program and the terminal, until what was typed is saved or dropped.
final class Draft {
  /// What a draft is of, kept beside it.
  struct Card: Codable {
    /// What tells that it is of the same thing: the store, the command, the row.
    let key: String
    /// For people: "Dana Whitfield".
    let title: String
    /// The words of the command that opens the same again.
    let command: [String]
    /// The text that the editor was given.
    let opened: String
    /// Milliseconds since 1970.
    let started: Int

    var resume: ShellCommand { ShellCommand(words: command) }
  }

  /// The most that is taken from an editor: 32 MiB, as much as a text of a row may hold.
  private static let limit = 32 << 20

  let card: Card
  private let folder: String
  /// Held while this program has it open.
  private let lock: Int32

  /// What people type to name it.
  var name: String { String((folder as NSString).lastPathComponent.suffix(6)) }
  var path: String { folder + "/text.txt" }
  private static func cardPath(_ folder: String) -> String { folder + "/draft.json" }

  /// Takes up what is in a folder; nil where another program has it open, or it is no draft.
  init?(in folder: String) {
    guard let data = FileManager.default.contents(atPath: Self.cardPath(folder)),
      let card = try? JSONDecoder().decode(Card.self, from: data), let lock = Self.lock(folder)
    else { return nil }
    (self.card, self.folder, self.lock) = (card, folder, lock)
  }

  /// Makes a draft in a folder that was made for it.
  ///
  /// - Throws: `Failure.storeTrouble`.
  init(_ card: Card, in folder: String) throws {
    guard let data = try? JSONEncoder().encode(card), let lock = Self.lock(folder),
      Self.write(data, Self.cardPath(folder)), Self.write(Data(card.opened.utf8), folder + "/text.txt")
    else {
      try? FileManager.default.removeItem(atPath: folder)
      throw Failure.storeTrouble("\(folder) cannot be written, so no editor was opened. Is the disk full?")
    }
    (self.card, self.folder, self.lock) = (card, folder, lock)
  }

  deinit { close(lock) }

  /// The text as it is now, the line feed at its end with it; nil where it is not there, not UTF-8, or longer than 32 MiB.
  var text: String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size <= Self.limit, let data = FileManager.default.contents(atPath: path)
    else { return nil }
    return String(validating: data, as: UTF8.self)
  }

  /// Whether there is something in it that a person wrote.
  var holdsWords: Bool {
    guard FileManager.default.fileExists(atPath: path) else { return false }
    return text.map { $0 != card.opened && !$0.allSatisfy(\.isWhitespace) } ?? true
  }

  /// Gives the editor another text to begin with.
  func begin(with text: String) { _ = Self.write(Data(text.utf8), path) }

  func discard() { try? FileManager.default.removeItem(atPath: folder) }

  private static func write(_ data: Data, _ path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return data.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) } == data.count
  }

  /// Nil where another program holds it.
  private static func lock(_ folder: String) -> Int32? {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}

/// The one home of drafts: a private folder of this machine's state.
struct DraftHome {
  private let folder: String

  init() throws { folder = try ProcessEnvironment.stateFolder() + "/drafts" }

  func make(_ card: Draft.Card) throws -> Draft {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure.storeTrouble(
        "\(folder) cannot be made, so no editor was opened. Check the disk, and XDG_STATE_HOME.")
    }
    var template = Array((folder + "/" + String(card.started, radix: 16) + "-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure.storeTrouble("\(folder) cannot be written, so no editor was opened. Is the disk full?")
    }
    return try Draft(card, in: String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// Those that no program has open, the oldest first; what holds nothing of a person's is cleared away.
  func waiting() -> [Draft] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { Draft(in: folder + "/" + $0) }.filter { draft in
      if !draft.holdsWords { draft.discard() }
      return draft.holdsWords
    }
  }

  func waiting(for key: String) -> Draft? { waiting().last { $0.card.key == key } }

  /// One line after any command, on a terminal: that a text waits, and where.
  static func mention() {
    guard isatty(STDERR_FILENO) == 1, let waiting = try? DraftHome().waiting(), let last = waiting.last else { return }
    let isOne = waiting.count == 1
    let what = isOne ? "A text that was not saved waits" : "\(waiting.count) texts that were not saved wait"
    Console().say("\(what) (\(last.card.title)): \(ShellCommand("drafts"))")
  }
}
