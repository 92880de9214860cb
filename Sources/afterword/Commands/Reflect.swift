import ArgumentParser
import Model
import Playbook
import Store

struct Reflect: ParsableCommand {
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
    WroteLine(console: console).say("Kept \(Count.text(answered.count, "answer"))\(rest)", last ?? answered.last)
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
      talk.console.prompt("\(step.question)\n> ")
      guard let line = readLine() else {
        talk.console.prompt("\n")
        answered.isComplete = false
        break
      }
      guard let receipt = try store.answer(step, of: sheet, line, command: TypedCommand.text()) else { continue }
      answered.count += 1
      answered.last = receipt
    }
    return answered
  }

  private func edit(_ sheet: ReflectionSheet, _ store: Store) throws -> Answered {
    let form = sheet.steps.map { "# \($0.question)\n\n" }.joined()
    let draft = try Editor.edit(form, name: "reflection")
    defer { draft.discard() }
    var answered = Answered()
    guard draft.text != form else {
      answered.isComplete = false
      return answered
    }
    for (step, answer) in zip(sheet.steps, Self.answers(draft.text, sheet)) {
      guard let receipt = try store.answer(step, of: sheet, answer, command: TypedCommand.text()) else { continue }
      answered.count += 1
      answered.last = receipt
    }
    return answered
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
