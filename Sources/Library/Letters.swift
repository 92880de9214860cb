import Model
import Playbook
import Store

/// A letter to be written, or written and not sent.
public struct LetterDraft: Sendable {
  /// `thank-you`, `card`, …
  public let kind: String
  public let person: RowReference?
  /// The id of the follow-up it answers.
  public let followUp: String?
  /// The row of a draft that was kept before.
  public let letter: RowReference?
  public var subject: String
  /// What is still missing stands in it as `[gap: …]`.
  public var body: String
  let opened: OpenedLetter

  /// What is still missing.
  public var gaps: [String] { LetterText(subject: subject, body: body).gaps }
}

extension AfterwordStore {
  /// The kinds of letter that can be drafted.
  public static var letterKinds: [String] { DraftKind.allCases.map(\.rawValue) }

  /// The draft for a follow-up (its id), a person (a name) or a letter that was kept (its id).
  ///
  /// - Parameters:
  ///   - name: the follow-up's or the letter's id, or the person's name.
  ///   - kind: one of ``letterKinds``; nil for what the follow-up asks for.
  /// - Throws: `notFound`, `ambiguous`, `badValue` for an unknown kind or a person of whom no follow-up asks for a letter,
  ///   `sent` for a letter that was sent.
  public func draftLetter(_ name: String, kind: String? = nil) throws(AfterwordError) -> LetterDraft {
    try use { store in
      let draftKind = try kind.map { word in
        guard let kind = DraftKind(rawValue: word) else {
          throw AfterwordError(.badValue, name: word, expected: Self.letterKinds)
        }
        return kind
      }
      let job = try store.letterJob(name, kind: draftKind, opportunity: nil)
      if job.letter?.sent != nil { throw AfterwordError(.sent, name: name) }
      let opened = try store.open(job)
      return LetterDraft(
        kind: job.kind.rawValue,
        person: try job.person.map { try store.reference(Subject(kind: Person.kind, id: $0)) }, followUp: job.item?.id,
        letter: try job.letter.map { try store.reference($0.subject) }, subject: opened.text.subject,
        body: opened.text.body, opened: opened)
    }
  }

  /// Keeps a draft's text.
  ///
  /// - Throws: `contested` where marks of a conflict still stand, or for an empty text.
  @discardableResult
  public func keep(_ draft: LetterDraft) throws(AfterwordError) -> WriteReceipt {
    try write("keep letter") { store, command in
      let text = LetterText(subject: draft.subject, body: draft.body)
      guard let (letter, receipt) = try store.keep(text, of: draft.opened, command: command) else {
        return WriteReceipt(nil, row: draft.letter)
      }
      return WriteReceipt(receipt, row: try store.reference(letter.subject))
    }
  }

  /// Says that a letter that was kept went out: its text is frozen, its follow-up closed. Nothing is sent from here.
  ///
  /// - Parameters:
  ///   - letter: its id.
  ///   - day: nil for today.
  ///   - channel: as `email`; nil for the first that reaches the person.
  /// - Throws: `sent` for one that was sent before, `contested`.
  @discardableResult
  public func markSent(
    _ letter: String, on day: CalendarDay? = nil, channel: String? = nil
  ) throws(AfterwordError) -> WriteReceipt {
    try write("letter sent") { store, command in
      let row = try store.resolve(letter, kinds: [Letter.kind])
      guard let letter = try store.one(Letter.self, row.id) else { throw AfterwordError(.notFound, name: letter) }
      if letter.sent != nil { throw AfterwordError(.sent, name: row.id.description) }
      var sending = Sending(letter, on: day?.day ?? store.today)
      sending.channel = try channel.map { word in
        guard let channel = Channel(rawValue: word) else {
          throw AfterwordError(.badValue, name: word, expected: Channel.allCases.map(\.rawValue))
        }
        return channel
      }
      return WriteReceipt(try store.send(sending, command: command).receipt, row: try store.reference(row))
    }
  }
}

extension Store {
  func reference(_ subject: Subject) throws -> RowReference { RowReference(subject, title: try title(of: subject)) }
}
