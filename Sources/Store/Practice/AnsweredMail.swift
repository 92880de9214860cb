package import Model
import Notes
package import Playbook

/// The mail that a letter answers.
extension Agenda {
  /// The last one from its reader in this search.
  package func answered(by job: LetterJob) -> Touch? {
    guard let search = job.opportunity.flatMap({ facts.opportunities[$0] }) else { return nil }
    let mails = planner.process(search).contacts.filter { $0.person == job.person && $0.channel == .email }
    return mails.last(where: \.isReceived).flatMap { facts.touches[$0.row.id] }
  }
}

extension Store {
  /// Its words, to stand below the answer; nil where no such mail is known, or its file is not kept.
  package func quotation(answeredBy job: LetterJob) throws -> Quotation? {
    let agenda = try agenda()
    guard let touch = agenda.answered(by: job), let message = touch.message,
      let document = try one(Touch.self, touch.id)?.document,
      let bytes = try content(of: Subject(kind: Document.kind, id: document), "content"),
      let mail = MailText(message, in: bytes), let day = mail.date?.day ?? touch.day
    else { return nil }
    return Quotation(sender: touch.person.map { agenda.facts.name($0) } ?? "", day: day, text: mail.body)
  }
}
