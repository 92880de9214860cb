import Model
import Playbook
import Store

/// A letter as it is handed over: to a mail program, to a printer, to a hand that copies a card.
struct LetterPage {
  private let job: LetterJob
  private let agenda: Agenda
  private let person: Person?
  private let from: Mailbox?
  private let copies: [Mailbox]

  /// - Parameters:
  ///   - from: the user's own address.
  ///   - copies: who else gets it.
  init(_ job: LetterJob, _ agenda: Agenda, from: Mailbox?, copies: [Mailbox]) {
    (self.job, self.agenda, self.from, self.copies) = (job, agenda, from, copies)
    person = job.person.flatMap { agenda.facts.people[$0] }
  }

  /// Files that go with it.
  var attachments: [Attachment] = []
  /// The mail that it answers, to stand below the letter.
  var quotation: Quotation?

  private var mailbox: Mailbox? { person?.mailbox }

  /// An address on record that no mail header can hold.
  var unusableAddress: String? { mailbox == nil ? person?.email : nil }

  /// The letter, and what it quotes.
  var body: String {
    ([job.text.body] + (quotation?.lines(in: tongue) ?? [])).joined(separator: "\n")
  }

  private var tongue: Tongue { .of(person, person?.organisation.flatMap { agenda.facts.organisations[$0] }) }

  private var message: Message {
    var message = Message(from: from, to: mailbox, subject: job.text.subject, body: job.text.body)
    (message.copies, message.answers) = (copies, agenda.answered(by: job)?.message)
    (message.body, message.attachments) = (body, attachments)
    return message
  }

  func eml(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let zones = agenda.planner.zones
    return message.eml(
      date: zones.wallTime(Instant(seconds: seconds)), offsetSeconds: zones.offsetOfInstant(seconds))
  }

  var mailto: String { message.mailto }

  /// Subject and body.
  var shown: [String] { ["Subject: \(job.text.subject)", ""] + Clean.lines(body) }

  /// A page of 72 columns with day and address; a card of 40 columns without them.
  var printed: [String] {
    let isCard = job.kind == .card
    let body = Clean.lines(job.text.body).flatMap { line in
      line.isEmpty ? [""] : DisplayWidth.wrapped(line, to: isCard ? 40 : 72)
    }
    guard !isCard else { return body }
    let organisation = person?.organisation.flatMap { agenda.facts.organisations[$0]?.name }
    let postal = (person?.address ?? "").split(whereSeparator: \.isNewline).map(String.init)
    let address = [person?.name, person?.title, organisation].compactMap { $0 } + postal
    return [tongue.heading(agenda.today), ""] + address + (address.isEmpty ? [] : [""])
      + body
  }
}
