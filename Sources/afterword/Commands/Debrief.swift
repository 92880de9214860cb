import ArgumentParser
import Model
import Playbook
import Store

struct Debrief: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief",
    abstract: "Question by question: what was asked, what you said, how they took it, what you would say now.",
    discussion: """
      Examples:
        afterword debrief                the latest interview
        afterword debrief acme
        afterword debrief acme --editor  as a form in your editor

      Each answer is kept at once. An empty line leaves it open; Ctrl-D ends. Questions on record come first, then those
      you add, then pay. `prepare` shows weak answers with the better one, `reflect` what keeps coming up.
      """)

  @Argument(help: "An interview, or its opportunity; else the latest interview.")
  var interview: [String] = []
  @Flag(name: .long, help: "As a form in your editor.")
  var editor = false
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let sheet = try store.debrief(on: interview.isEmpty ? nil : interview.joined(separator: " "))
    let console = talk.console
    console.say("\(sheet.title, .bold)")
    let kept = editor ? try edit(sheet, store) : try Conversation(sheet, store, console).run()
    let parts = [
      kept.questions > 0 ? Count.text(kept.questions, "question") : nil,
      kept.isPayKept ? "what was said about pay" : nil,
    ].compactMap(\.self)
    let what = parts.isEmpty ? "Nothing new" : "Kept \(parts.joined(separator: " and "))"
    WroteLine(console: console).say("\(what)", kept.receipt, isAll: true)
    if let weak = kept.weak {
      console.say(
        "\(Count.text(weak, "weak answer")): \(ShellCommand("prepare")) shows them before the next interview.")
    }
  }

  fileprivate struct Kept {
    var questions = 0
    var isPayKept = false
    var weak: Int?
    var receipt: Receipt?

    mutating func add(_ findings: [Finding], _ receipt: Receipt?) {
      questions = Set(findings.filter { $0.about == .question }.map(\.id)).count
      isPayKept = findings.contains { $0.about == .pay }
      let count = findings.count { $0.strength == .weak }
      weak = count > 0 ? count : nil
      self.receipt = receipt ?? self.receipt
    }
  }

  private func edit(_ sheet: DebriefSheet, _ store: Store) throws -> Kept {
    let form = DebriefForm(sheet)
    let job = try EditorJob(
      sheet.title, key: ["debrief", sheet.interview.id.description],
      command: ["debrief", sheet.interview.id.short, "--editor"], place: place, text: form.text,
      takeUp: { kept, _ in kept })
    return try Editor(console: talk.console).edit(job) { text in
      var kept = Kept()
      guard text != form.text else { return kept }
      let findings = try form.findings(in: text)
      let changed = findings.filter { $0.old != $0.new }
      kept.add(changed.map(\.new), try store.keep(findings, command: TypedCommand.text()))
      return kept
    }
  }
}

/// The debrief line by line.
private struct Conversation {
  private let sheet: DebriefSheet
  private let store: Store
  private let console: Console

  init(_ sheet: DebriefSheet, _ store: Store, _ console: Console) {
    (self.sheet, self.store, self.console) = (sheet, store, console)
  }

  /// Nobody answers any more.
  private struct Ended: Error {}

  func run() throws -> Debrief.Kept {
    var kept = Debrief.Kept()
    var told: [RowID: Finding] = [:]
    func keep(_ change: (old: Finding?, new: Finding)) throws {
      guard let receipt = try store.keep([change], command: TypedCommand.text()) else { return }
      told[change.new.id] = change.new
      kept.add(Array(told.values), receipt)
    }
    do {
      for finding in sheet.questions {
        console.complain("“\(finding.text ?? "")”")
        try go(through: finding, keep)
      }
      while let text = try line("Another question that came up (empty: no more)?") {
        let question = sheet.question(text)
        try keep(question)
        try go(through: question.new, keep)
      }
      if let text = try line("What was said about pay (empty: nothing)?") { try keep(sheet.pay(text)) }
    } catch is Ended {}
    return kept
  }

  private func go(through finding: Finding, _ keep: ((old: Finding?, new: Finding)) throws -> Void) throws {
    var finding = finding
    func ask(_ question: String, _ field: WritableKeyPath<Finding, String?>) throws {
      guard finding[keyPath: field] == nil, let words = try line(question) else { return }
      let old = finding
      finding[keyPath: field] = words
      try keep((old, finding))
    }
    try ask("What did you say?", \.answer)
    try ask("How did they take it?", \.reaction)
    if finding.strength == nil, let strength = try strength() {
      let old = finding
      finding.strength = strength
      try keep((old, finding))
    }
    if finding.strength != .strong { try ask("What would you say now?", \.remedy) }
  }

  private func strength() throws -> Strength? {
    var question = "Was it strong, solid or weak?"
    while let words = try line(question) {
      if let strength = Strength(typed: words) { return strength }
      question = "Type strong, solid or weak; an empty line leaves it open."
    }
    return nil
  }

  /// What is typed; nil for an empty line.
  private func line(_ question: String) throws -> String? {
    let again = ShellCommand("debrief", sheet.interview.id.short)
    Interruption.say("Stopped. What was answered is kept; the rest is asked again by \(again).")
    console.complain("\(question)")
    guard let line = Question(console: console).line(">") else { throw Ended() }
    return line.allSatisfy(\.isWhitespace) ? nil : line
  }
}
