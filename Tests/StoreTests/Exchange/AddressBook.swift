import Foundation
import SeededNumbers

/// Somebody else's address book and calendar over a mirror's folder: edits files in its own manner, knowing nothing of the
/// program.
final class AddressBook {
  let folder: String
  /// Lines that only it knows, by file: each must stay as it is.
  private(set) var own: [String: Set<String>] = [:]

  init(_ folder: String) { self.folder = folder }

  func files(_ half: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + half)) ?? []).sorted()
  }

  func text(_ file: String) -> String {
    String(decoding: FileManager.default.contents(atPath: folder + "/" + file) ?? Data(), as: UTF8.self)
  }

  func write(_ text: String, _ file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + file))
  }

  func delete(_ file: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + file) }

  /// Unfolded, without line ends.
  func lines(_ file: String) -> [String] {
    var lines: [String] = []
    for line in text(file).replacing("\r\n", with: "\n").split(separator: "\n") {
      if line.hasPrefix(" ") { lines[lines.count - 1] += line.dropFirst() } else { lines.append(String(line)) }
    }
    return lines
  }

  func value(_ property: String, _ file: String) -> String? {
    lines(file).first { $0.hasPrefix(property + ":") || $0.hasPrefix(property + ";") }.map { line in
      String(line[line.index(after: line.firstIndex(of: ":") ?? line.startIndex)...])
    }
  }

  /// The file of the card or entry with this line.
  func file(_ half: String, with line: String) -> String? {
    files(half).map { half + "/" + $0 }.first { lines($0).contains(line) }
  }

  /// Gives a property another value; nil takes it out. The file is written anew, as programs do that do not fold, end
  /// their lines otherwise, or order them by themselves.
  func set(_ property: String, _ value: String?, _ file: String, _ random: inout SplitMix) throws {
    var lines = lines(file)
    let place = lines.firstIndex { $0.hasPrefix(property + ":") || $0.hasPrefix(property + ";") }
    switch (place, value) {
    case (let place?, let value?): lines[place] = lines[place].prefix { $0 != ":" } + ":" + value
    case (let place?, nil): lines.remove(at: place)
    case (nil, let value?): lines.insert(property + ":" + value, at: 3)
    case (nil, nil): break
    }
    if Bool.random(using: &random) {
      let line = "X-OWN-\(Int.random(in: 0..<1_000_000, using: &random));TYPE=a:kept\\, ö;\\n"
      lines.insert(line, at: 3)
      own[file, default: []].insert(line)
    }
    try write(lines.joined(separator: Bool.random(using: &random) ? "\r\n" : "\n") + "\n", file)
  }

  /// Its own lines that are gone or changed.
  var lost: [String] {
    own.flatMap { file, kept in kept.subtracting(lines(file)).map { "\(file): \($0)" } }.sorted()
  }

  func forgetOwn(_ file: String) { own[file] = nil }
}
