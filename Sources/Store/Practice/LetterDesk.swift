import Merge
package import Model
package import Playbook

/// A letter as it was opened for editing: what is written back counts against the versions shown then.
package struct OpenedLetter: Sendable {
  package let job: LetterJob
  let snapshot: RowSnapshot?
  /// The text shown, conflict regions of two machines between markers.
  package let text: LetterText
}

/// Keeping drafts and sending letters. Nothing is sent from here: a person sends and says so.
extension Store {
  package func open(_ job: LetterJob) throws -> OpenedLetter {
    guard let letter = job.letter else { return OpenedLetter(job: job, snapshot: nil, text: job.text) }
    guard letter.sent == nil else {
      throw PracticeError.usage("This letter was sent on \(letter.sent.map(\.description) ?? "") and is frozen.")
    }
    return try read { session in
      guard let snapshot = try session.snapshot(letter.subject), ContestedText(snapshot, "body") != nil else {
        return OpenedLetter(job: job, snapshot: try session.snapshot(letter.subject), text: job.text)
      }
      let text = LetterText(subject: job.text.subject, body: session.marked(snapshot, "body"))
      return OpenedLetter(job: job, snapshot: snapshot, text: text)
    }
  }

  /// Keeps a text as the draft; nil when nothing differs from what was opened.
  ///
  /// - Throws: `RequestError.marksLeft` where markers of a conflict were left in it.
  package func keep(_ text: LetterText, of opened: OpenedLetter, command: String) throws -> (Letter, Receipt)? {
    guard !text.body.unicodeScalars.isEmpty, !ConflictMarks.stand(in: text.body) else {
      throw RequestError.marksLeft(title: "the letter", field: "body")
    }
    guard let snapshot = opened.snapshot, let letter = opened.job.letter else {
      let letter = newLetter(text, opened.job)
      return try save(command, [RowEdit(new: letter)]).map { (letter, $0) }
    }
    guard text != opened.text, let subject = Self.field("subject"), let body = Self.field("body") else { return nil }
    let receipt = try commit { door in
      let edits = Edits(session: door.session)
      var writes: [CellWrite] = []
      if text.subject != opened.text.subject {
        writes += edits.edit(snapshot, subject, .value(.string(text.subject)))
      }
      if text.body != opened.text.body { writes += edits.edit(snapshot, body, .text(text.body)) }
      return try door.apply(command, writes)
    }
    return try receipt.map { (try one(Letter.self, letter.id) ?? letter, $0) }
  }

  private static func field(_ name: String) -> FieldInfo? { Registry.kind(Letter.kind)?.field(name) }

  private func newLetter(_ text: LetterText, _ job: LetterJob) -> Letter {
    var letter = Letter(id: environment.freshID())
    (letter.opportunity, letter.person, letter.form) = (job.opportunity, job.person, job.kind.rawValue)
    (letter.subjectLine, letter.body) = (text.subject, text.body)
    (letter.item, letter.carried, letter.drafted) = (job.item?.id, job.carried, today)
    return letter
  }

  /// - Throws: `RequestError.contestedText` for a letter whose text machines say differently: it must not go out.
  package func checkSettled(_ letter: Letter) throws {
    try read { session in try session.snapshot(letter.subject).map { try session.checkSettled($0, "body") } }
  }

  /// The sentences of a letter that somebody else of the same organisation receives as well.
  package func overlap(_ letter: Letter) throws -> [SharedSentence] {
    guard let person = letter.person else { return [] }
    let agenda = try agenda()
    var others: [RowID: String] = [:]
    let organisation = agenda.facts.people[person]?.organisation
    for other in try all(Letter.self) where other.person != person {
      guard let receiver = other.person else { continue }
      let isColleague = organisation != nil && agenda.facts.people[receiver]?.organisation == organisation
      guard isColleague || other.opportunity == letter.opportunity else { continue }
      others[receiver, default: ""] += "\n" + (other.frozen ?? other.body)
    }
    let letters = others.map { (person: $0.key, text: $0.value) } + [(person: person, text: letter.body)]
    return Overlap.shared(letters, facts: agenda.facts).filter { $0.people.contains(person) }
  }
}
