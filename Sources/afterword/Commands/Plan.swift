import ArgumentParser
import Formats
import Model
import Playbook
import Store

struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "All follow-ups, those to come too, day by day.",
    discussion: """
      Examples:
        afterword plan
        afterword plan acme              of one organisation, person, interview …
        afterword plan --json
        afterword plan --ics > plan.ics  for a calendar
        afterword plan 3f2a --ics        the entry of one follow-up

      JSON: {"today", "playbook", "archived", "items": [item]}. An item has id, rule, title, state (overdue, due, open,
      upcoming, snoozed), opens, day, until, by (an instant, where hours count, else null), late (days), missed
      (occurrences of a cadence), moved {from, why} by the contact cap or null, person, person_id, opportunity,
      opportunity_id, channels, draft, optional, needs, reason {rule, anchor, arithmetic, source, because, ours, notes,
      change}, together, command. Days are ISO; every key is always there.
      """)

  @Argument(help: "Of whom: words of a name, or the beginning of an id; a follow-up by its id.")
  var who: [String] = []
  @Flag(name: .long, help: "An iCalendar file.")
  var ics = false
  @OptionGroup var heading: HeaderOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  func validate() throws {
    if ics && (output.json || output.plain) { throw Failure.usage("Choose one of --ics, --json and --plain.") }
  }

  func run() throws {
    let store = try place.look()
    var agenda = try store.agenda()
    if !who.isEmpty { agenda = try narrowed(agenda, to: who.joined(separator: " "), store) }
    let console = output.console
    if ics { return console.raw(calendar(agenda)) }
    if output.json { return console.raw(try JSONOutput.text(PlanDocument(agenda, items: agenda.items))) }
    let header = try heading.line(ItemPlain.columns, output)
    if output.plain { return console.print(header + ItemPlain.lines(agenda.items, agenda)) }
    let ends = [StaleThanks.line(agenda)].compactMap(\.self) + (who.isEmpty ? calledOff(agenda, store) : [])
    agenda = agenda.withoutStale
    guard !agenda.items.isEmpty || !ends.isEmpty else { return console.print("Nothing is planned.") }
    var items = ItemLines(agenda, width: console.cutWidth)
    let planned = lines(agenda, &items)
    console.page(planned + (planned.isEmpty || ends.isEmpty ? [] : [""]) + ends)
  }

  private func narrowed(_ agenda: Agenda, to name: String, _ store: Store) throws -> Agenda {
    let name = try PageNumber.resolved(name, store)
    if let item = try? agenda.item(name) { return agenda.narrowed(to: item) }
    return agenda.narrowed(to: try store.resolve(name))
  }

  private func lines(_ agenda: Agenda, _ items: inout ItemLines) -> [StyledText] {
    var lines: [StyledText] = []
    let late = agenda.items(.overdue)
    if !late.isEmpty { lines += ["\("Late", .bold)"] + items.lines(late) }
    let others = agenda.items.filter { $0.urgency(today: agenda.today) != .overdue }
    for (day, group) in Dictionary(grouping: others, by: { $0.effectiveDay(today: agenda.today) }).sorted(by: {
      $0.key < $1.key
    }) {
      let name = day == agenda.today ? "Today" : DayText.long(day, today: agenda.today)
      lines += (lines.isEmpty ? [] : [""]) + ["\(name, .bold)"] + items.lines(group)
    }
    return lines
  }

  /// Interviews that were to be and are off.
  private func calledOff(_ agenda: Agenda, _ store: Store) -> [StyledText] {
    let off = agenda.facts.interviews.values.compactMap { interview -> (day: Day, off: Day, row: Subject)? in
      guard let day = interview.start?.day, let off = interview.cancelled, day >= agenda.today else { return nil }
      return (day, off, interview.subject)
    }
    return off.sorted { ($0.day, $0.row) < ($1.day, $1.row) }.map { one in
      let title = (try? store.title(of: one.row)) ?? "an interview"
      return "Called off: \(title), said on \(DayText.long(one.off, today: agenda.today))"
    }
  }

  /// `export FILE.ics` remembers what it wrote; this does not, and counts every entry as changed.
  private func calendar(_ agenda: Agenda) -> String {
    let seconds = LocalClock.milliseconds() / 1000
    let version = CalendarFile.Version(sequence: CalendarFile.Version.number(at: seconds), stamp: seconds)
    return CalendarFile(name: "Afterword", entries: agenda.items.map { (agenda.calendarEntry($0), version) }).text
  }
}
