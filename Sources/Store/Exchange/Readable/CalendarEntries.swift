package import Formats
import Model
package import Playbook

/// What a calendar program is to show: interviews, what others set a day for, and follow-ups; late ones today.
extension Agenda {
  package var calendarEntries: [CalendarFile.Entry] {
    let live = facts.opportunities.values.filter { $0.archived != true }.sorted { $0.id < $1.id }
    var taken: Set<String> = []
    return (live.map(planner.process).flatMap(entries) + items.map(calendarEntry)).map { entry in
      guard !taken.insert(entry.uid).inserted, let interview = entry.interview else { return entry }
      // Another of a series: what has the series' identity already is its first.
      var own = entry
      (own.uid, own.sequenceOfOrganiser) = (Self.identity(interview), nil)
      return own
    }
  }

  private static func identity(_ interview: RowID) -> String { "interview-\(interview)" + CalendarFile.ownDomain }

  /// A follow-up, on the days it can be done.
  package func calendarEntry(_ item: PlanItem) -> CalendarFile.Entry {
    let day = item.effectiveDay(today: today)
    return .init(
      uid: item.calendarUID, time: .days(day, max(day, item.until)), summary: named(item),
      description: ([facts.name(opportunity: item.opportunity)] + item.reason.lines + [item.command.description])
        .joined(separator: "\n"),
      alarm: Self.morning)
  }

  /// Whole days are told at nine.
  private static let morning = 9 * 60
  /// An interview is as long as this, where nothing says how long.
  private static let minutesOfInterview = 60
  private static let alarmBefore = -60

  private func firm(_ process: Process) -> String {
    process.opportunity.organisation.flatMap { facts.organisations[$0]?.name } ?? process.opportunity.role ?? "?"
  }

  /// "thank-you note: Dana Reyes, Acme".
  private func named(_ item: PlanItem) -> String {
    let row = item.opportunity.flatMap { facts.opportunities[$0] }
    let whom = [item.person.map { facts.name($0) }, row.map { firm(planner.process($0)) }].compactMap(\.self)
    return whom.isEmpty ? item.title : "\(item.title): \(whom.joined(separator: ", "))"
  }

  private func entries(_ process: Process) -> [CalendarFile.Entry] {
    let held = process.interviews.filter { $0.row.archived != true }.map { entry($0.row, process) }
    let off = process.off.filter { $0.start != nil }.map { row in
      var entry = entry(row, process)
      entry.isCancelled = true
      return entry
    }
    return held + off + [deadline(process), word(process)].compactMap(\.self)
  }

  private func entry(_ row: Interview, _ process: Process) -> CalendarFile.Entry {
    let day = row.start.map(planner.zones.userDay) ?? today
    let start = row.start.flatMap(planner.zones.instant)
    let people = process.interviewers(of: row).map { facts.name($0) }
    let how = [row.form?.rawValue, row.round.map { "round \($0)" }].compactMap(\.self).joined(separator: ", ")
    let words = (row.place ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    var entry = CalendarFile.Entry(
      // An invitation's own entry, where it came by calendar, so that it does not stand there twice.
      uid: row.calendar ?? Self.identity(row.id),
      time: start.map { .instant($0.seconds, minutes: Self.minutesOfInterview) } ?? .days(day, day),
      summary: "Interview: " + facts.name(opportunity: process.opportunity.id) + (how.isEmpty ? "" : " (\(how))"),
      description: people.isEmpty ? "" : "With " + people.joined(separator: ", "), place: row.place,
      link: words.first { $0.hasPrefix("https://") || $0.hasPrefix("http://") },
      alarm: start == nil ? Self.morning : Self.alarmBefore)
    (entry.isMeeting, entry.interview) = (true, row.id)
    entry.sequenceOfOrganiser = row.calendar.map { _ in row.sequence ?? 0 }
    return entry
  }

  /// Unless a follow-up says it already.
  private func deadline(_ process: Process) -> CalendarFile.Entry? {
    guard process.stage == .offer, let day = process.opportunity.deadline,
      !items.contains(where: { $0.opportunity == process.opportunity.id && $0.purpose == .offer && $0.day == day })
    else { return nil }
    return .init(
      uid: "deadline-\(process.opportunity.id)@afterword", time: .days(day, day),
      summary: "Answer the offer: \(firm(process))", description: facts.name(opportunity: process.opportunity.id),
      alarm: Self.morning)
  }

  private func word(_ process: Process) -> CalendarFile.Entry? {
    guard process.stage.isOpen, let promise = process.openPromise, let day = promise.lastDay else { return nil }
    return .init(
      uid: "word-\(promise.id)@afterword", time: .days(day, day), summary: "Word due: \(firm(process))",
      description: [facts.name(opportunity: process.opportunity.id), promise.text ?? ""].joined(separator: "\n"))
  }
}

extension PlanItem {
  /// What its entry goes by in a calendar.
  var calendarUID: String { id + "@afterword" }
}
