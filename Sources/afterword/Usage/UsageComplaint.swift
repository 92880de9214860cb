import ArgumentParser
import Model
import Store

/// What the argument parser refuses, in plain words: what is wrong, what the command takes, its examples.
struct UsageComplaint {
  let text: String

  /// Nil for an error of any other origin.
  init?(_ error: any Error, typed: [String]) {
    guard Afterword.exitCode(for: error) == .validationFailure || ParserError.ownWords(in: error) != nil else {
      return nil
    }
    text = UsageWords(typed: typed).text(error)
  }

  /// What is said of an option that a command does not have, where the parser leaves that to the command; where its help
  /// is to be had is said for every refusal.
  static func unknownOption(_ option: String, of command: [String]) -> String {
    UsageWords(typed: command).unknownOption(option)[0]
  }
}

private struct UsageWords {
  let shape: CommandShape?
  let typed: [String]

  init(typed: [String]) {
    self.typed = typed
    shape = CommandShape(typed)
  }

  func text(_ error: any Error) -> String {
    if let own = ParserError.ownWords(in: error) {
      return [ended(own), shape?.help].compactMap(\.self).joined(separator: " ")
    }
    let said = Afterword.message(for: error)
    for (sign, tell) in tellers where said.contains(sign) {
      return tell(quoted(in: said)).joined(separator: "\n")
    }
    return lines("This cannot be read as a command line.").joined(separator: "\n")
  }

  // MARK: - The parser's sentences

  /// Signs in what the parser says, and what a person is told instead, given what stands in quotes there.
  private var tellers: [(sign: String, tell: ([String]) -> [String])] {
    [
      ("Unknown option", { unknownOption($0.first ?? "") }),
      ("Missing value for", { missingValue($0.first ?? "") }),
      ("Missing ", { _ in missingArgument() }),
      ("nexpected argument", { tooMany($0) }),
      ("The value '", { unreadable($0) }),
      ("The option '", { lines("\($0.first ?? "This option") takes no value.") }),
      ("Value to be set", { lines("Choose one of \($0.reversed().joined(separator: " and ")).") }),
    ]
  }

  func unknownOption(_ option: String) -> [String] {
    let name = String(option.prefix { $0 != "=" })
    guard let shape else { return ["There is no option \(name). \(UsageWords.rootHelp)"] }
    let known = shape.options
    let meant = OptionSynonyms.meant(by: name, among: known) ?? Suggestion.nearest(name, among: known)
    return [
      "`\(shape.name)` has no option \(Clean.line(name))."
        + (meant.map { " Did you mean \($0)?" } ?? " It has \(known.joined(separator: ", "))."),
      shape.help,
    ]
  }

  private func missingValue(_ option: String) -> [String] {
    let name = String(option.prefix { $0 != " " })
    let parameter = shape?.parameters.first { ($0.names ?? []).contains { $0.typed == name } }
    let what = parameter.map { " \($0.placeholder). \($0.abstract ?? "")" } ?? " a value."
    return lines("\(name) needs a value behind it: \(name)\(what)")
  }

  private func missingArgument() -> [String] {
    guard let shape else { return lines("Something is missing here.") }
    // The parser sees first that something is missing, and takes what it does not know for it.
    if let unknown = shape.unknownOption(in: typed) { return unknownOption(unknown) }
    let words = typed.dropFirst(shape.path.count).filter { !$0.hasPrefix("-") }
    let needed = shape.parameters.filter { $0.isPositional && !$0.isOptional }
    let missing =
      needed.dropFirst(min(words.count, max(0, needed.count - 1))).first
      ?? shape.parameters.first { !$0.isPositional && !$0.isOptional }
    guard let missing else { return lines("`\(shape.name)` needs more.") }
    let name = missing.names?.first.map { "\($0.typed) \(missing.placeholder)" } ?? missing.placeholder
    return lines("`\(shape.name)` needs \(name): \(ended(missing.abstract ?? ""))")
      + [WhatThereIs.line(for: missing, of: shape, typed: typed)].compactMap(\.self)
  }

  private func tooMany(_ words: [String]) -> [String] {
    let word = Clean.line(words.first ?? "")
    guard let shape else { return lines("\"\(word)\" is one word too many.") }
    guard shape.parameters.contains(where: \.isPositional) else {
      return lines("`\(shape.name)` takes no words, so \"\(word)\" is one too many.")
    }
    return lines("\"\(word)\" is one word too many for `\(shape.name)`: a name of several words goes in quotes.")
  }

  private func unreadable(_ quoted: [String]) -> [String] {
    let option = quoted.dropFirst().first.map { String($0.prefix { $0 != " " }) } ?? "this"
    let parameter = shape?.parameters.first { ($0.names ?? []).contains { $0.typed == option } }
    let expected = parameter.map { " It takes a \($0.valueName ?? "value"): \(ended($0.abstract ?? ""))" } ?? ""
    return lines("\"\(Clean.line(quoted.first ?? ""))\" does not fit \(option).\(expected)")
  }

  // MARK: - Parts

  static let rootHelp = "`afterword help --all` lists what there is."

  /// The complaint, up to three examples, where to read on.
  private func lines(_ complaint: String) -> [String] {
    guard let shape else { return ["\(complaint) \(UsageWords.rootHelp)"] }
    return [complaint] + shape.examples.prefix(3) + [shape.help]
  }

  private func ended(_ sentence: String) -> String {
    sentence.isEmpty || sentence.last.map { ".?!…".contains($0) } == true ? sentence : sentence + "."
  }

  /// What stands between single quotes.
  private func quoted(in text: String) -> [String] {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
  }
}

/// The argument parser's errors, which it keeps to itself.
private enum ParserError {
  /// What one of our own checks said while the parser was at work, which wraps it.
  static func ownWords(in error: any Error) -> String? { words(in: error, depth: 0) }

  private static func words(in value: Any, depth: Int) -> String? {
    if let failure = value as? Failure, case .usage(let message) = failure { return message }
    if let failure = value as? ValidationError { return failure.message }
    guard depth < 8 else { return nil }
    return Mirror(reflecting: value).children.lazy.compactMap { words(in: $0.value, depth: depth + 1) }.first
  }
}
