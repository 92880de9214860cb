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

  private enum Answer { case yes, no, restOfNote, skipNote }

  /// The findings that the user does not want.
  ///
  /// - Throws: `Failure.usage` where nobody can be asked.
  func declined(_ files: [NoteFile]) throws -> Set<DeclinedFinding> {
    guard Question.canAsk, !prompts.noInput else {
      throw Failure.usage("--ask needs a terminal. Without it, `afterword read` shows what would be found.")
    }
    var declined = Set<DeclinedFinding>()
    for file in files {
      guard let bytes = try? file.bytes() else { continue }
      let hash = NoteFile.hash(bytes)
      let reading = NoteReader.read(
        bytes, name: file.name,
        options: ReadingOptions(
          on: options.on, order: try store.dateOrder(asked: options.order),
          columns: options.columns))
      let preview = try store.preview(reading, name: file.name, bytes: bytes)
      guard preview.file != .known else { continue }
      declined.formUnion(ask(file, reading, preview).map { DeclinedFinding(hash, $0) })
    }
    return declined
  }

  /// The facts of one note that are not wanted.
  private func ask(_ file: NoteFile, _ reading: Reading, _ preview: NotePreview) -> [Fact] {
    let passages = reading.passages
    let facts = passages.flatMap(\.facts)
    let lines = ReadingLines(reading, preview)
    console.say("\(file.name, .bold), \(Count.text(facts.count, "finding"))")
    var declined: [Fact] = []
    for passage in passages {
      console.say("\(passage.text, .dim)")
      for fact in passage.facts {
        for line in lines.lines(fact) { console.say(line) }
        switch answer() {
        case .yes: continue
        case .no: declined.append(fact)
        case .restOfNote: return declined
        case .skipNote: return declined + facts.drop { $0 != fact }
        }
      }
    }
    return declined
  }

  private func answer() -> Answer {
    while true {
      switch Question(console: console).key(
        "      keep? [y]es, [n]o: left as text, [a]ll of this note, [s]kip the rest of it")
      {
      case "y", "Y", "\n", "\r", " ": return .yes
      case "n", "N": return .no
      case "a", "A": return .restOfNote
      case "s", "S", "q", nil: return .skipNote
      default: continue
      }
    }
  }
}
