import Store

/// What may come next on a command line: `afterword complete SHELL WORD… CURRENT`, which the shells' scripts ask.
///
/// The answer's first line says what the shell is to add itself (`files`, `folders` or `words` for nothing); each other
/// line is a word and, after a tab, what it stands for. Whatever goes wrong, there are only fewer words.
struct Completion {
  /// What the shell completes itself besides.
  enum Extra: String { case words, files, folders }

  private(set) var extra = Extra.words
  private(set) var candidates: [Candidate] = []
  /// What of the current word the shell takes for an earlier word.
  private let cut: String

  static func answer(_ arguments: [String]) {
    guard let shell = arguments.first else { return }
    let completion = Completion(Array(arguments.dropFirst()), splitsWords: shell == "bash")
    let lines = completion.candidates.map { candidate in
      let meaning = Clean.line(candidate.meaning)
      return Clean.line(String(candidate.word.dropFirst(completion.cut.count)))
        + (meaning.isEmpty ? "" : "\t" + meaning)
    }
    Console().raw(([completion.extra.rawValue] + lines).joined(separator: "\n") + "\n")
  }

  /// - Parameters:
  ///   - words: those after the program's name up to the cursor; the last is being typed, and may be empty.
  ///   - splitsWords: whether the shell parts words at `=` and `:`.
  init(_ words: [String], splitsWords: Bool) {
    var words = splitsWords ? Self.glued(words) : words
    let current = words.popLast() ?? ""
    let start = splitsWords ? current.lastIndex { "=:".contains($0) }.map(current.index(after:)) : nil
    cut = String(current[..<(start ?? current.startIndex)])
    let line = TypedLine(words)
    let values = CandidateValues(line)
    if line.isHelp {
      candidates = line.node.children.map { Candidate($0.name, $0.abstract) }
    } else if let option = line.waitingOption {
      add(values, of: option, current)
    } else if let equals = current.firstIndex(of: "="), current.hasPrefix("--") {
      guard let option = line.arguments.first(where: { $0.has(String(current[..<equals])) }) else { return }
      let start = current[...equals]
      add(values, of: option, String(current[current.index(after: equals)...]))
      candidates = candidates.map { Candidate(start + $0.word, $0.meaning) }
    } else if current.hasPrefix("-") {
      candidates =
        line.arguments.flatMap { argument in
          (argument.names ?? []).filter { $0.kind == "long" }.map { Candidate($0.typed, argument.abstract ?? "") }
        } + [Candidate("--help", "Show help information.")]
    } else {
      if line.positionals.isEmpty { candidates = line.node.children.map { Candidate($0.name, $0.abstract) } }
      if let argument = line.positional { add(values, of: argument, current) }
    }
    candidates = Self.distinct(candidates.filter { $0.word.unicodeScalars.starts(with: current.unicodeScalars) })
  }

  private mutating func add(_ values: CandidateValues, of argument: CommandArgument, _ current: String) {
    let source = ValueSource.of(argument.valueName ?? "", command: values.line.node.name)
    if source == .files || source == .machines { extra = .files }
    if source == .folders { extra = .folders }
    candidates += (try? values.candidates(source, current)) ?? []
  }

  private static func distinct(_ candidates: [Candidate]) -> [Candidate] {
    var seen: Set<String> = []
    return candidates.filter { seen.insert($0.word).inserted }
  }

  /// Bash hands over `--store=x` and `person:dana` as three words.
  private static func glued(_ words: [String]) -> [String] {
    var glued: [String] = []
    var isOpen = false
    for word in words {
      let isBreak = word == "=" || word == ":"
      if !glued.isEmpty, isBreak || isOpen {
        glued[glued.count - 1] += word
      } else {
        glued.append(word)
      }
      isOpen = isBreak
    }
    return glued
  }
}

/// What stands before the word that is being typed.
struct TypedLine {
  private(set) var node = CommandNode(type: Afterword.self)
  private(set) var arguments: [CommandArgument] = []
  private(set) var positionals: [String] = []
  /// The values of options by the option's name.
  private(set) var options: [String: String] = [:]
  /// The option that wants a value.
  private(set) var waitingOption: CommandArgument?
  /// Whether a command's name is asked for, to show its help.
  private(set) var isHelp = false

  init(_ words: [String]) {
    var isRoot = true
    for word in words {
      if waitingOption != nil {
        if let name = waitingOption?.names?.first(where: { $0.kind == "long" }) { options[name.name] = word }
        waitingOption = nil
      } else if word.hasPrefix("-"), word != "-" {
        let known = isRoot ? CommandNode(type: Today.self).arguments : arguments
        if !word.contains("=") { waitingOption = known.first { $0.takesValue && $0.has(word) } }
      } else if isRoot, word == "help" {
        isHelp = true
      } else if positionals.isEmpty, let child = node.child(word) {
        enter(child)
        isRoot = false
      } else {
        positionals.append(word)
      }
    }
    if isRoot { arguments = CommandNode(type: Today.self).arguments }
  }

  /// Where no subcommand is named, the default one's arguments count.
  private mutating func enter(_ child: CommandNode) {
    node = child
    arguments = (child.defaultChild ?? child).arguments
  }

  /// The argument that the word being typed is for.
  var positional: CommandArgument? {
    let places = arguments.filter(\.isPositional)
    guard positionals.count < places.count else { return places.last.flatMap { $0.isRepeating ? $0 : nil } }
    return places[positionals.count]
  }
}
