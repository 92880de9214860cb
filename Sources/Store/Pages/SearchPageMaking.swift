import Crypto
package import Formats
import Foundation
import Model
import Playbook

extension PageStyle {
  /// What a page says of its own style, so that no other counts.
  package static let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
}

extension PageFacts {
  /// The page of the whole search.
  package var searchPage: SearchPage {
    let day = DayPage(agenda)
    let entries = agenda.pipeline
    return SearchPage(
      today: today, title: spelledOut(today), lead: lead(day, entries), tasks: tasks(day.now + day.later),
      days: calendar, lanes: lanes { _ in true }, columns: columns(entries),
      figures: figures(SearchStatistics(planner)), ending: ending)
  }

  /// "Friday, 20 March 2026".
  private func spelledOut(_ day: Day) -> String {
    "\(day.weekday.name), \(day.dayOfMonth) \(day.monthName) \(day.year)"
  }

  private func lead(_ day: DayPage, _ entries: [PipelineEntry]) -> [String] {
    guard !facts.opportunities.isEmpty else {
      return ["No search is kept yet: `afterword import NOTES` takes notes in, `afterword page` makes this page again."]
    }
    var lead = [counted(day.now.count, "thing") + " to do"]
    lead.append(counted(entries.count { $0.stage.isOpen && $0.stage != .dormant }, "search", "searches") + " open")
    lead += agenda.facts.opportunities.values.filter { $0.archived != true && $0.stage == .offer }.compactMap {
      offer in offer.deadline.map { (offer, $0) }
    }.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.prefix(2).map { offer, deadline in
      let days = deadline - today
      let when =
        days < 0 ? "was to be answered" : days == 0 ? "to answer today" : "to answer in \(counted(days, "day"))"
      return "offer of \(firm(offer)) \(when)"
    }
    let quiet = planner.lanes { $0.archived != true && ($0.stage ?? .interviewing) != .dormant }
      .compactMap { lane in lane.quietSince.map { (lane.name, today - $0) } }.max { $0.1 < $1.1 }
    if let quiet, quiet.1 > 0 { lead.append("longest quiet: \(quiet.0), \(counted(quiet.1, "day"))") }
    if agenda.archived > 0 { lead.append("\(agenda.archived) archived") }
    return lead
  }

  func firm(_ opportunity: Opportunity) -> String {
    opportunity.organisation.flatMap { facts.organisations[$0]?.name } ?? opportunity.role ?? "(no name)"
  }

  var ending: String {
    let made = "Made on \(DayText.long(today, today: .first)) by Afterword on this machine. "
    return made
      + (isRedacted
        ? "Names are replaced; addresses, places, pay and notes as they came are left out. " + RedactedPage.warning
        : "It holds names, addresses and what was said: nobody but you should have it. Nothing in it calls home.")
  }
}

/// A number with its noun: "1 day", "3 days".
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number) " + (number == 1 ? noun : plural ?? noun + "s")
}
