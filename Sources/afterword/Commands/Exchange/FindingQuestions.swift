import Model
import Notes
import Store

/// A finding that is to stay text: the file's hash and its place.
struct DeclinedFinding: Hashable {
  let hash: String
  let field: String
  let start: Int

  init(_ hash: String, _ fact: Fact) {
    (self.hash, field, start) = (hash, fact.field.rawValue, fact.span.start)
  }
}

/// Shows each finding of the notes under its line and asks for a key, before anything is written.
struct FindingQuestions {
  let store: Store
  let console: Console
  let prompts: PromptOptions
  let options: NotesImportOptions

  /// How the asking ended before the last question.
  enum Stop { case quit, interrupt, endOfInput }

  private enum Answer { case yes, no, restOfNote, skipNote, stop(Stop) }

  /// What came of the asking.
  struct Answers {
    /// The findings that the user does not want.
    var declined: Set<DeclinedFinding> = []
    /// The files that were gone through: all, unless the user stopped at one.
    var files: [NoteFile]
    var stop: (how: Stop, at: NoteFile)?
  }

  /// - Throws: `Failure.usage` where nobody can be asked.
  func answers(_ files: [NoteFile]) throws -> Answers {
    guard Question.canAsk, !prompts.noInput else {
      throw Failure.usage("--ask needs a terminal. Without it, `afterword read` shows what would be found.")
    }
    var answers = Answers(files: files)
    for (number, file) in files.enumerated() {
      guard let bytes = try? file.bytes() else { continue }
      let hash = NoteFile.hash(bytes)
      let reading = NoteReader.read(
        bytes, name: file.name,
        options: ReadingOptions(
          on: options.on, near: options.today, order: try store.dateOrder(asked: options.order),
          columns: options.columns, ownNames: try store.ownNames()))
      let preview = try store.preview(reading, name: file.name, bytes: bytes, options)
      guard preview.file != .known else { continue }
      let place = files.count > 1 ? "\(number + 1) of \(files.count): " : ""
      console.say(
        "\(place, .dim)\(file.name, .bold), \(Count.text(reading.passages.flatMap(\.facts).count, "finding"))")
      switch ask(reading, ReadingLines(reading, preview)) {
      case .success(let facts): answers.declined.formUnion(facts.map { DeclinedFinding(hash, $0) })
      case .failure(let stopped):
        console.say("Stopped: \(file.name)\(files.count > number + 1 ? " and what follows" : "") is left out.")
        (answers.files, answers.stop) = (Array(files[..<number]), (stopped.how, file))
        return answers
      }
    }
    return answers
  }

  private struct Stopped: Error { let how: Stop }

  /// The facts of one note that are not wanted.
  private func ask(_ reading: Reading, _ lines: ReadingLines) -> Result<[Fact], Stopped> {
    let passages = reading.passages
    let facts = passages.flatMap(\.facts)
    var declined: [Fact] = []
    for passage in passages {
      console.say("\(passage.text, .dim)")
      for fact in passage.facts {
        for line in lines.lines(fact) { console.say(line) }
        switch answer() {
        case .yes: continue
        case .no: declined.append(fact)
        case .restOfNote: return .success(declined)
        case .skipNote: return .success(declined + facts.drop { $0 != fact })
        case .stop(let how): return .failure(Stopped(how: how))
        }
      }
    }
    return .success(declined)
  }

  /// Enter keeps nothing that was not read: it is no answer.
  private func answer() -> Answer {
    let question: StyledText = "      keep? [y]es, [n]o: stays text, [a]ll of this note, [s]kip its rest, [q]uit"
    let keys = "yYnNaAsSqQ" + String(Question.interrupt)
    switch Question(console: console).key(question, keys.contains) {
    case "y", "Y": return .yes
    case "n", "N": return .no
    case "a", "A": return .restOfNote
    case "s", "S": return .skipNote
    case "q", "Q": return .stop(.quit)
    case Question.interrupt: return .stop(.interrupt)
    default: return .stop(.endOfInput)
    }
  }
}
