import Merge
package import Model

extension ToldNews {
  /// The row that asks for a person's word on it; nil for what is only said.
  func proposed() -> NewsProposal? {
    guard let what = proposedNews else { return nil }
    var row = NewsProposal(
      id: StableID.make(NewsProposal.kind, document.description, what.rawValue, opportunity.description))
    (row.what, row.opportunity, row.person, row.channel) = (what, opportunity, person, channel)
    (row.day, row.document, row.text) = (day, document, words.isEmpty ? nil : words)
    switch self.what {
    case .heard(.next(let step, let first, let last)): (row.step, row.due, row.dueEnd) = (step, first, last)
    case .heard(.offer(let deadline)): row.due = deadline
    case .moved(let days): row.start = days.last
    default: break
    }
    return row
  }

  private var proposedNews: ProposedNews? {
    switch what {
    case .moved: .moved
    case .cancelled: .cancelled
    case .invited, .entry, .entryCancelled: nil
    case .heard(let heard):
      switch heard {
      case .next: .next
      case .offer: .offer
      case .rejected: .rejected
      case .filled: .filled
      case .accepted: .accepted
      case .withdrawn: .withdrawn
      case .applied: .applied
      case .silent: nil
      }
    }
  }
}

extension NewsProposal {
  /// What it tells, as it was read.
  var told: ToldNews? {
    guard let opportunity, let day, let what = toldWhat else { return nil }
    return ToldNews(
      what: what, opportunity: opportunity, person: person, channel: channel, day: day, isSure: true,
      document: document ?? id, words: text ?? "", interview: interview)
  }

  private var toldWhat: ToldNews.What? {
    switch what {
    case .next: .heard(.next(step: step, first: due, last: dueEnd))
    case .offer: .heard(.offer(deadline: due))
    case .rejected: .heard(.rejected)
    case .filled: .heard(.filled)
    case .accepted: .heard(.accepted)
    case .withdrawn: .heard(.withdrawn)
    case .applied: .heard(.applied)
    case .moved: .moved([start].compactMap(\.self))
    case .cancelled: .cancelled([])
    case nil: nil
    }
  }
}

/// A proposal as it waits.
package struct WaitingProposal: Sendable {
  package let row: NewsProposal
  package let news: ImportedNews
}

extension Store {
  /// What waits for a word, in the order in which it was told.
  package func waitingProposals() throws -> [WaitingProposal] {
    try read { session in
      try session.records(NewsProposal.self).filter { $0.verdict == nil }.compactMap { row in
        row.news.map { WaitingProposal(row: row, news: $0) }
      }.sorted { ($0.row.day ?? .first, $0.row.id) < ($1.row.day ?? .first, $1.row.id) }
    }
  }

  /// Takes what was proposed as true, or lays it aside.
  package func decide(_ proposal: NewsProposal, _ verdict: Verdict, command: String) throws -> Receipt? {
    var decided = proposal
    (decided.verdict, decided.decided) = (verdict, today)
    return try commit { door in
      let session = door.session
      var writes = try door.writes(RowEdit(old: proposal, new: decided))
      if verdict == .accepted, let told = proposal.told {
        var rows = Proposal()
        rows.news = [told]
        var writer = NewsWriter(session: session, directory: Directory())
        writer.isAsked = true
        writes += try writer.write(&rows, before: nil).writes
      }
      return try door.apply(command, writes)
    }
  }
}

extension NewsProposal {
  /// The same as it is said.
  var news: ImportedNews? {
    guard let told, let opportunity else { return nil }
    let what: ImportedNews.What =
      switch (told.what, interview) {
      case (.heard(let heard), _): .heard(heard)
      case (.moved(let days), let interview?) where !days.isEmpty:
        .moved(interview, from: nil, to: days.last ?? Moment(day: told.day))
      case (.cancelled, let interview?): .cancelled(interview)
      default: .changeOfUnknown
      }
    return ImportedNews(
      what: what, opportunity: Subject(kind: Opportunity.kind, id: opportunity), person: person, day: told.day,
      isDone: false, undoName: nil)
  }
}
