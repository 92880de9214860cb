import Model
import Notes

/// What a calendar's entries say of interviews that are known by them.
extension ProposalBuilder {
  /// The newest version of an entry counts.
  mutating func tell(_ entry: CalendarEntry, _ interview: RowID, _ opportunity: RowID, _ start: Moment) {
    proposal.news.append(
      told(.entry(interview, start, sequence: entry.sequence), of: opportunity))
  }

  /// Entries that are off call off the interviews that were read from them.
  mutating func tellCancelled() {
    for entry in reading.entries where entry.isCancelled {
      guard let interview = entry.uid.flatMap(directory.interview(ofEntry:)),
        let opportunity = directory.opportunity(ofInterview: interview)
      else {
        proposal.unknownCancellations += 1
        continue
      }
      proposal.news.append(told(.entryCancelled(interview, sequence: entry.sequence), of: opportunity))
    }
  }

  private func told(_ what: ToldNews.What, of opportunity: RowID) -> ToldNews {
    ToldNews(
      what: what, opportunity: opportunity, person: nil, channel: nil, day: today, isSure: true, document: document,
      words: "")
  }
}
