import ArgumentParser
import Model
import Playbook
import Store

struct Timeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Searches side by side over time: interviews, letters, silence.",
    discussion: """
      Examples:
        afterword timeline               all that are live
        afterword timeline acme          of one firm, person or search
        afterword timeline --all         archived ones too
      """)

  @Argument(help: "Of whom: words of a name, or the beginning of an id.")
  var who: [String] = []
  @Flag(name: .long, help: "Also what is archived.")
  var all = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var place: StoreOptions

  /// `{"lanes": [{"opportunity", "opportunity_id", "events": [{"day", "what"}]}]}`.
  private struct JSON: Encodable {
    struct Event: Encodable {
      let day: String
      let what: String
    }

    let opportunity: String
    let opportunityId: String
    let events: [Event]
  }

  func run() throws {
    let store = try place.look()
    let subject = try who.isEmpty ? nil : store.resolve(who.joined(separator: " "))
    let planner = try subject.map(store.planner(about:)) ?? (all ? store.completePlanner() : store.planner())
    let lanes = planner.lanes { row in
      guard let subject else { return all || row.archived != true }
      let process = planner.process(row)
      return [row.id, row.organisation, row.recruiter, row.toldBy].contains(subject.id)
        || process.everybody.contains(subject.id) || process.contacts.contains { $0.person == subject.id }
    }
    let console = output.console
    if output.json {
      let list = lanes.map { lane in
        JSON(
          opportunity: lane.name, opportunityId: lane.opportunity.description,
          events: lane.events.map { .init(day: $0.day.description, what: "\($0.mark)") })
      }
      return console.raw(try JSONOutput.text(["lanes": list]))
    }
    if output.plain {
      return console.print(
        lanes.flatMap { lane in lane.events.map { "\($0.day.description)\t\("\($0.mark)")\t\(lane.name)" } })
    }
    guard !lanes.isEmpty else { return console.say("Nothing has a day yet.") }
    console.page(LaneLines(lanes, today: store.today, width: console.cutWidth ?? 80).lines)
  }
}

/// Lanes drawn in characters: a name, then one place for each so many days.
private struct LaneLines {
  private(set) var lines: [StyledText] = []
  private let first: Day
  private let days: Int
  private let places: Int
  private let today: Day

  private static let signs: [Lane.Mark: (sign: Character, meaning: String)] = [
    .interview: ("I", "interview"), .missed: ("!", "missed"), .sent: (">", "sent"), .received: ("<", "received"),
    .word: ("?", "their day"), .offer: ("O", "offer"), .end: ("X", "over"),
  ]

  init(_ lanes: [Lane], today: Day, width: Int) {
    self.today = today
    let name = min(max(8, lanes.map { DisplayWidth.of($0.name) }.max() ?? 8), max(8, width / 3))
    let room = max(10, width - name - 3)
    let begin = lanes.map { $0.events[0].day }.min() ?? today
    let end = max(today, lanes.compactMap { $0.events.last?.day }.max() ?? today)
    days = max(1, (end - begin) / room + 1)
    (first, places) = (begin, (end - begin) / days + 1)
    let blank = String(repeating: " ", count: name + 2)
    lines.append("\(blank + months(), .dim)")
    for lane in lanes {
      let parts = DisplayWidth.wrapped(lane.name, to: name)
      let whole = parts.allSatisfy { DisplayWidth.of($0) <= name } ? parts : [DisplayWidth.cut(lane.name, to: name)]
      for (index, part) in whole.enumerated() {
        let label = part + String(repeating: " ", count: name - DisplayWidth.of(part) + 2)
        lines.append(index == 0 ? "\(label)\(track(lane))" : "\(part)")
      }
    }
    let signs = Lane.Mark.allCases.compactMap { Self.signs[$0] }.map { "\($0.sign) \($0.meaning)" }
    let scale = days == 1 ? "a day" : "\(days) days"
    lines += ["", "\(signs.joined(separator: ", "))", "- silence, | today; one place is \(scale)"]
  }

  private func place(_ day: Day) -> Int { min(places - 1, max(0, (day - first) / days)) }

  /// The months where they begin, as far as they do not touch.
  private func months() -> String {
    var line = Array(repeating: Character(" "), count: places + 6)
    var day = first
    var free = 0
    while place(day) < places, day <= first + days * places {
      let label = Array(DayText.short(day, today: today))
      if place(day) >= free, place(day) + label.count <= line.count {
        line.replaceSubrange(place(day)..<place(day) + label.count, with: label)
        free = place(day) + label.count + 1
      }
      day = day.endOfMonth + 1
    }
    while line.last == " " { line.removeLast() }
    return String(line.prefix(places))
  }

  /// Between its first and last day, or today for what is open, nothing is silence.
  private func track(_ lane: Lane) -> String {
    var line = Array(repeating: Character(" "), count: places)
    let last = lane.isOpen ? max(today, lane.events[lane.events.count - 1].day) : lane.events[lane.events.count - 1].day
    for index in place(lane.events[0].day)...place(last) { line[index] = "-" }
    line[place(today)] = "|"
    for event in lane.events.sorted(by: { $0.mark < $1.mark }) {
      line[place(event.day)] = Self.signs[event.mark]?.sign ?? "*"
    }
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
