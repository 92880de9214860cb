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

  private static let stopped: StyledText = "Stopped before the last question: nothing was imported."

  private enum Answer { case yes, no, restOfNote, skipNote, quit }

  /// The findings that the user does not want, and the files that were gone through: all, unless the user stopped at one.
  ///
  /// - Throws: `Failure.usage` where nobody can be asked, `Failure.conflict` at an interrupt or the end of the input.
  func declined(_ files: [NoteFile]) throws -> (findings: Set<DeclinedFinding>, files: [NoteFile]) {
    guard Question.canAsk, !prompts.noInput else {
      throw Failure.usage("--ask needs a terminal. Without it, `afterword read` shows what would be found.")
    }
    var declined = Set<DeclinedFinding>()
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
      guard let facts = try ask(reading, ReadingLines(reading, preview)) else {
        console.say("Stopped: \(file.name)\(files.count > number + 1 ? " and what follows" : "") is left out.")
        return (declined, Array(files[..<number]))
      }
      declined.formUnion(facts.map { DeclinedFinding(hash, $0) })
    }
    return (declined, files)
  }

  /// The facts of one note that are not wanted; nil where the user stops.
  private func ask(_ reading: Reading, _ lines: ReadingLines) throws -> [Fact]? {
    let passages = reading.passages
    let facts = passages.flatMap(\.facts)
    var declined: [Fact] = []
    for passage in passages {
      console.say("\(passage.text, .dim)")
      for fact in passage.facts {
        for line in lines.lines(fact) { console.say(line) }
        switch try answer() {
        case .yes: continue
        case .no: declined.append(fact)
        case .restOfNote: return declined
        case .skipNote: return declined + facts.drop { $0 != fact }
        case .quit: return nil
        }
      }
    }
    return declined
  }

  private func answer() throws -> Answer {
    while true {
      let question: StyledText = "      keep? [y]es, [n]o: stays text, [a]ll of this note, [s]kip its rest, [q]uit"
      switch Interruption.saying(Self.stopped, { Question(console: console).key(question) }) {
      case "y", "Y", "\n", "\r", " ": return .yes
      case "n", "N": return .no
      case "a", "A": return .restOfNote
      case "s", "S": return .skipNote
      case "q", "Q": return .quit
      case nil: throw Failure.conflict(Self.stopped.plain)
      default: continue
      }
    }
  }
}
