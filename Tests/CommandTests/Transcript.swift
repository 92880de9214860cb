import Foundation
import Testing

/// Commands with all that they print, held against a file in Fixtures/CLI. `RECORD_TRANSCRIPTS=1` writes the files anew.
///
/// What differs from run to run is masked: ids by the order in which they appear, the time of the run, the home folder.
final class Transcript {
  private let home: Home
  /// Other machines by name; `~NAME/` in a command line is their home folder.
  private let others: [String: Home]
  private var mask = Mask()
  private var text = ""

  init(_ home: Home, others: [String: Home] = [:]) {
    self.home = home
    self.others = others
  }

  /// Runs a command line, split at blanks outside quotes, on 22 April 2026 unless it names a day with `--today`.
  ///
  /// - Parameter machine: the name of another machine to run it on.
  func run(_ line: String, on machine: String? = nil, variables: [String: String] = [:], input: String = "") throws {
    let home = machine.flatMap { others[$0] } ?? home
    let variables = machine.map { variables.merging(["AFTERWORD_MACHINE": $0]) { own, _ in own } } ?? variables
    var arguments = Transcript.words(unmasked(line))
    if !["--help", "--version", "--today"].contains(where: arguments.contains) {
      arguments += ["--today", "2026-04-22"]
    }
    let outcome = try home.run(arguments, variables: variables, input: input)
    text += "\(machine ?? "")$ afterword \(line)\n" + masked(outcome.output)
    text += masked(outcome.talk).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "| \($0)\n" }
      .joined()
    if outcome.code != 0 { text += "[\(outcome.code)]\n" }
    text += "\n"
  }

  /// Runs a command line before a terminal of so many columns and 24 rows, in colour; "␛" stands for escapes.
  func show(_ line: String, columns: UInt16) throws {
    let terminal = try Terminal(
      home, Transcript.words(unmasked(line)), ["TERM": "xterm-256color"], size: (columns, 24))
    let (said, code) = terminal.rest()
    let shown = said.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\u{1B}", with: "␛")
    text += "$ afterword \(line)\n" + masked(shown) + (code == 0 ? "" : "[\(code)]\n") + "\n"
  }

  private func masked(_ text: String) -> String {
    let own = text.replacingOccurrences(of: home.folder, with: "~")
    return mask.masked(others.reduce(own) { $0.replacingOccurrences(of: $1.value.folder, with: "~" + $1.key) })
  }

  private func unmasked(_ line: String) -> String {
    let paths = others.reduce(line) { $0.replacingOccurrences(of: "~\($1.key)/", with: $1.value.folder + "/") }
    return mask.unmasked(paths.replacingOccurrences(of: "~/", with: home.folder + "/"))
  }

  func check(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/CLI/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let same = zip(
      recorded.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    ).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(
      recorded == text, "line \(same.map { $0.offset + 1 } ?? 0) is now: \(same.map { String($0.element.1) } ?? "")",
      sourceLocation: sourceLocation)
  }

  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false, isWord = false
    for character in line {
      switch character {
      case "\"":
        isQuoted.toggle()
        isWord = true
      case " " where !isQuoted:
        if isWord { words.append(word) }
        (word, isWord) = ("", false)
      default:
        word.append(character)
        isWord = true
      }
    }
    return isWord ? words + [word] : words
  }
}

/// Replaces what differs from run to run, and finds it again.
private struct Mask {
  private var names: [String: String] = [:]

  /// Ids of 8, 16 (a follow-up's) and 32 hexadecimal digits become `id000001`, …; the time of the run becomes `NOW`.
  mutating func masked(_ text: String) -> String {
    var out = ""
    var token = ""
    for character in Mask.timeless(text) + "\n" {
      if character.isHexDigit || character.isLetter {
        token.append(character)
      } else {
        out += name(token)
        token = ""
        out.append(character)
      }
    }
    return String(out.dropLast())
  }

  private mutating func name(_ token: String) -> String {
    guard [8, 16, 32].contains(token.count), token.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
      return token
    }
    let short = String((token.count == 32 ? token.dropFirst(16) : token[...]).prefix(8))
    let name = names[short] ?? "id" + String(1_000_001 + names.count).dropFirst()
    names[short] = name
    return token.count == 8 ? name : "whole-\(name)"
  }

  /// A command line in which masked ids are real ones again.
  func unmasked(_ line: String) -> String {
    names.reduce(line) { $0.replacingOccurrences(of: $1.value, with: $1.key) }
  }

  private static func timeless(_ text: String) -> String {
    var text = text
    for minutes in -3...3 {
      let time = Date().addingTimeInterval(Double(minutes) * 60)
      for format in ["d MMM HH:mm", "d MMM yyyy HH:mm", "yyyy-MM-dd'T'HH:mm"] {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = format
        text = text.replacingOccurrences(of: formatter.string(from: time), with: "NOW")
      }
    }
    return text
  }
}
