import Merge
import Model
import Notes

/// One mail that came to two machines by different ways, in other bytes (another encoding of the same words, other relays in
/// its head), and was read on each before either knew of the other's. A mail is never edited, so there is nothing to ask: the
/// bytes of the smaller hash stay. Every machine decides alike, so it does not matter which does it or whether several do.
struct MailVersions {
  let door: Door
  private var session: Session { door.session }

  /// Settles what is contested of such mails; nil where nothing is.
  func settle(label: () -> String) throws -> Transaction? {
    let writes = try contestedMails().flatMap(writes)
    return writes.isEmpty ? nil : try door.apply("keep one form of a mail", batch: label(), writes)
  }

  private func contestedMails() throws -> [Subject] {
    let field = try session.interner.name("hash")
    return try session.contested.all.filter { Interner.field(ofCell: $0) == field }.sorted().compactMap { cell in
      try session.interner.subject(Interner.subject(ofCell: cell))
    }.filter { $0.kind == Model.Document.kind }
  }

  private func writes(_ mail: Subject) throws -> [CellWrite] {
    guard let document = try session.record(Model.Document.self, mail.id) else { return [] }
    let conflicts = try session.conflicts(of: mail)
    guard let contested = conflicts.first(where: { $0.field == "content" }) else {
      // Equal hashes of two machines are none.
      return try conflicts.contains { $0.field == "hash" } ? hashOfContent(mail) : []
    }
    let contents = contested.entries.map(\.content)
    let forms = contents.compactMap { content -> [UInt8]? in
      if case .value(.bytes(let bytes)) = content { bytes } else { nil }
    }
    guard forms.count > 1, forms.count == contents.count, isOneMail(forms, document),
      let kept = forms.map({ (hash: NoteFile.hash($0), bytes: $0) }).min(by: { $0.hash < $1.hash })
    else { return [] }
    return [
      hash(kept.bytes, of: mail),
      CellWrite(mail, "content", .set(.bytes(kept.bytes)), shown: .everything),
    ]
  }

  /// Where the bytes are one there is nothing to ask about what follows from them. Those of copies are settled with the copies.
  private func hashOfContent(_ document: Subject) throws -> [CellWrite] {
    guard try session.snapshot(document)?.members.count == 1, let bytes = try session.content(of: document, "content")
    else { return [] }
    return [hash(bytes, of: document)]
  }

  private func hash(_ bytes: [UInt8], of document: Subject) -> CellWrite {
    CellWrite(document, "hash", .set(.string(NoteFile.hash(bytes))), shown: .everything)
  }

  private func isOneMail(_ forms: [[UInt8]], _ document: Model.Document) -> Bool {
    let words = forms.map { ReadDocument(document, $0).reading.onlyWords }
    return words[0] != nil && words.allSatisfy { $0 == words[0] }
  }
}

extension Conflict.About {
  fileprivate var field: String? {
    switch self {
    case .values(let field, _), .text(let field): field
    case .deletedAndEdited: nil
    }
  }
}

extension Reading {
  /// What a file of one message says; nil for other files.
  var onlyWords: String? { correspondence.count == 1 ? correspondence[0].words : nil }
}
