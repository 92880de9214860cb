import Foundation

/// A program that believes it talks to a person, who types one thing after another.
struct PseudoTerminal {
  private let process: TerminalProcess

  init(_ program: String, _ arguments: [String], _ variables: [String: String], folder: String) throws {
    process = try TerminalProcess(program, arguments, variables, folder: folder)
  }

  /// Types the keys or lines, each once the prompt has come, and gives all that was shown; ends a program that shows
  /// nothing for half a minute.
  func type(_ keys: [String], at prompt: String) -> String {
    var shown = ""
    var left = keys[...]
    var answered = 0
    var silent = 0
    while silent < 300 {
      // What a program that is over has written is there by now; others may hold its terminal open.
      let isOver = !process.isRunning
      guard let more = process.read(within: isOver ? 0 : 100) else { break }
      if more.isEmpty && isOver { break }
      silent = more.isEmpty ? silent + 1 : 0
      shown += more
      while shown.components(separatedBy: prompt).count - 1 > answered, let key = left.popFirst() {
        answered += 1
        process.type(key)
      }
    }
    _ = process.end(within: 1)
    return shown
  }

  /// Types lines, each once nothing more is shown for a while, and gives all that was shown. For shells, whose prompts come
  /// anew with every key.
  func type(keys: [String]) throws -> String {
    var shown = ""
    var left = keys[...]
    var silent = 0
    while silent < 40, let more = process.read(within: 700) {
      silent = more.isEmpty ? silent + 1 : 0
      shown += more
      guard more.isEmpty else { continue }
      if let keys = left.popFirst() {
        process.type(keys)
      } else if !process.isRunning {
        break
      }
    }
    _ = process.end(within: 1)
    return shown
  }
}

extension Home {
  /// Runs the program on a pseudo-terminal, typing a key at each prompt.
  func converse(_ arguments: [String], keys: String, at prompt: String) throws -> String {
    try converse(arguments, lines: keys.map { String($0) }, at: prompt)
  }

  /// The same with whole lines, their ends included.
  func converse(_ arguments: [String], lines: [String], at prompt: String) throws -> String {
    let variables = [
      "HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "AFTERWORD_MACHINE": "laptop", "TMPDIR": folder,
      "TERM": "dumb",
    ]
    return try PseudoTerminal(Home.program, arguments, variables, folder: folder).type(lines, at: prompt)
  }
}
