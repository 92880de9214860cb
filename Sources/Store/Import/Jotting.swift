package import Model
package import Playbook

/// A note that was typed as one, and about whom: it tells of an interview only where it says so.
package struct Jot: Sendable {
  package var person: RowID?
  package var organisation: RowID?
  package var opportunity: RowID?

  package init(person: RowID? = nil, organisation: RowID? = nil, opportunity: RowID? = nil) {
    (self.person, self.organisation, self.opportunity) = (person, organisation, opportunity)
  }

  /// The row that was named.
  var subject: Subject? {
    person.map { Subject(kind: Person.kind, id: $0) } ?? opportunity.map { Subject(kind: Opportunity.kind, id: $0) }
      ?? organisation.map { Subject(kind: Organisation.kind, id: $0) }
  }
}

/// What jotting something down made.
package struct JotReport: Sendable {
  /// What undoes it; nil where it was noted already.
  package let undoName: String?
  /// What was understood: interviews, touches, promises, findings.
  package let rows: [Subject]
  package let news: [ImportedNews]
  /// The follow-ups that it closed.
  package let closed: [PlanItem]
}

extension Store {
  /// Whom a word means, as what notes are about: a person, a firm, a search; nil where it is a word like any other.
  ///
  /// - Throws: `NamingError` for one that several are called by.
  package func jotSubject(_ name: String) throws -> Jot? {
    let row: Subject
    do {
      row = try resolve(name, kinds: [Person.kind, Organisation.kind, Opportunity.kind])
    } catch NamingError.notFound {
      return nil
    } catch NamingError.ambiguous(_, let candidates) {
      guard let firm = try sharedFirm(candidates.map(\.subject)) else {
        throw NamingError.ambiguous(name: name, candidates: candidates)
      }
      row = firm
    }
    // "an old friend called" is about nobody called Ann.
    let words = Fold.fold(try title(of: row)).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let named = Fold.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard named.allSatisfy(words.contains) || row.id.description.hasPrefix(name) && name.count >= 4 else { return nil }
    switch row.kind {
    case Person.kind: return Jot(person: row.id, organisation: try one(Person.self, row.id)?.organisation)
    case Organisation.kind: return Jot(organisation: row.id)
    default: return Jot(organisation: try one(Opportunity.self, row.id)?.organisation, opportunity: row.id)
    }
  }

  /// The firm that a word names beside its own people and searches; nil where it names several firms.
  private func sharedFirm(_ rows: [Subject]) throws -> Subject? {
    var firms: Set<RowID> = []
    for row in rows {
      let firm: RowID? =
        switch row.kind {
        case Person.kind: try one(Person.self, row.id)?.organisation
        case Opportunity.kind: try one(Opportunity.self, row.id)?.organisation
        default: row.id
        }
      guard let firm else { return nil }
      firms.insert(firm)
    }
    return firms.count == 1 ? firms.first.map { Subject(kind: Organisation.kind, id: $0) } : nil
  }

  /// Keeps words as a note and reads them like any other.
  ///
  /// - Parameter on: the day they count from.
  package func jot(_ words: String, about: Jot, on day: Day, from reader: NotesImportOptions) throws -> JotReport {
    let before = try agenda()
    let about = try about.subject == nil ? jotSubject(in: words) ?? about : about
    // The day and whom it is about make two notes of the same words two, and let them be read again as they were.
    let whom = try about.subject.map { "(\(try title(of: $0)))\n" } ?? ""
    let file = NoteFile(name: "note of \(day)", content: Array("\(day) \(words)\n\(whom)".utf8))
    var options = reader
    options.jot = about
    let report = try importNotes([file], options)
    let document = StableID.document(hash: NoteFile.hash(try file.bytes()))
    return JotReport(
      undoName: report.files.first?.undoName, rows: try rows(readFrom: document), news: report.news,
      closed: try closed(since: before))
  }

  /// What a document is the source of.
  private func rows(readFrom document: RowID) throws -> [Subject] {
    try read { session in
      let paper = Subject(kind: Document.kind, id: document)
      return try session.records(Interview.self, "document", is: paper).map(\.subject)
        + session.records(Touch.self, "document", is: paper).map(\.subject)
        + session.records(Promise.self, "document", is: paper).map(\.subject)
        + session.records(Finding.self, "document", is: paper).map(\.subject)
    }
  }
}
