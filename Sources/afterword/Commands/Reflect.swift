import ArgumentParser
import Model
import Playbook
import Store

struct Reflect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reflect", abstract: "Guided questions after an interview; each answer is kept at once.",
    discussion: """
      Examples:
        afterword reflect                the latest interview
        afterword reflect acme
        afterword reflect --editor       all questions in your editor

      An empty line skips a question. End early with Ctrl-D: what was answered is kept, the rest is asked next time.
      """)

  @Argument(help: "An interview, or a follow-up's id; else the latest interview.")
  var interview: [String] = []
  @Flag(name: .long, help: "All questions in your editor.")
  var editor = false
  @OptionGroup var written: WrittenOption
  @OptionGroup var talk: TalkOptions
  @OptionGroup var place: StoreOptions

  func run() throws {
    let store = try place.open()
    let sheet = try store.reflection(on: interview.isEmpty ? nil : interview.joined(separator: " "))
    let console = talk.console
    guard !sheet.steps.isEmpty else { return console.say("Every question about \(sheet.title) is answered.") }
    console.say("\(sheet.title, .bold)")
    let answered = editor ? try edit(sheet, store) : try ask(sheet, store)
    let last = try answered.isComplete ? store.finish(sheet, command: TypedCommand.text()) : nil
    let rest = answered.isComplete ? "" : ", the rest next time"
    WroteLine(console: console).say(
      "Kept \(Count.text(answered.count, "answer"))\(rest)", last ?? answered.last, isAll: true)
    for pattern in sheet.patterns { console.say("\(pattern.kind.rawValue), \(pattern.line)") }
  }

  private struct Answered {
    var count = 0
    var last: Receipt?
    /// Whether the last question was reached.
    var isComplete = true
  }

  private func ask(_ sheet: ReflectionSheet, _ store: Store) throws -> Answered {
    var answered = Answered()
    for step in sheet.steps {
      Interruption.say(kept(answered, sheet))
      talk.console.complain("\(step.question)")
      guard let line = Question(console: talk.console).line(">") else {
        answered.isComplete = false
        break
      }
      guard let receipt = try store.answer(step, of: sheet, line, command: TypedCommand.text()) else { continue }
      answered.count += 1
      answered.last = receipt
    }
    return answered
  }

  private func kept(_ answered: Answered, _ sheet: ReflectionSheet) -> StyledText {
    let again = ShellCommand("reflect", sheet.interview.id.short)
    return "Stopped. \(Count.text(answered.count, "answer")) kept; the rest is asked again by \(again)."
  }

  private func edit(_ sheet: ReflectionSheet, _ store: Store) throws -> Answered {
    let form = Self.form(sheet, [])
    let job = try EditorJob(
      sheet.title, key: ["reflect", sheet.interview.id.description],
      command: ["reflect", sheet.interview.id.short, "--editor"], place: place, text: form,
      takeUp: { kept, _ in Self.form(sheet, Self.answers(kept, sheet)) })
    return try Editor(console: talk.console).edit(job) { text in
      guard text != form else { return Answered(isComplete: false) }
      return try keep(Self.answers(text, sheet), sheet, store)
    }
  }

  private func keep(_ answers: [String], _ sheet: ReflectionSheet, _ store: Store) throws -> Answered {
    var answered = Answered()
    for (step, answer) in zip(sheet.steps, answers) {
      guard let receipt = try store.answer(step, of: sheet, answer, command: TypedCommand.text()) else { continue }
      answered.count += 1
      answered.last = receipt
    }
    return answered
  }

  /// Every question on a line of its own, its answer below it.
  private static func form(_ sheet: ReflectionSheet, _ answers: [String]) -> String {
    sheet.steps.enumerated().map { index, step in
      let answer = answers.indices.contains(index) ? answers[index] : ""
      return "# \(step.question)\n\(answer)\n" + (answer.isEmpty ? "" : "\n")
    }.joined()
  }

  /// What stands under each question.
  private static func answers(_ text: String, _ sheet: ReflectionSheet) -> [String] {
    var answers: [String: [String]] = [:]
    var question = ""
    for line in Clean.lines(text) {
      if line.hasPrefix("# ") {
        question = String(line.dropFirst(2))
      } else if !line.isEmpty {
        answers[question, default: []].append(line)
      }
    }
    return sheet.steps.map { answers[Clean.line($0.question)]?.joined(separator: " ") ?? "" }
  }
}
