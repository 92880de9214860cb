import Model
import Playbook
import Store

/// Follow-ups as lines: id, what and whom, when, the next command; what is missing on a line of its own.
struct ItemLines {
  let agenda: Agenda
  /// Columns to cut to; nil does not cut.
  let width: Int?
  /// Those of whom it was said already that an address is missing.
  private var unreachable: Set<RowID> = []

  init(_ agenda: Agenda, width: Int?) {
    self.agenda = agenda
    self.width = width
  }

  /// Lines of several items, their columns in step.
  mutating func lines(_ items: [PlanItem]) -> [StyledText] {
    var columns = Columns()
    for item in items { columns.add(cells(item)) }
    return zip(items, columns.lines(width: width, indent: 2)).flatMap { item, line in
      [line] + needs(item)
    }
  }

  /// What an item lacks; how to reach a person is asked for once.
  private mutating func needs(_ item: PlanItem) -> [StyledText] {
    let indent = String(repeating: " ", count: ItemID.length + 4)
    return item.needs.filter { need in
      guard let person = item.person, need.hasSuffix(" of \(agenda.facts.name(person)): none recorded") else {
        return true
      }
      return unreachable.insert(person).inserted
    }.flatMap { need in
      let parts = width.map { DisplayWidth.wrapped("needs \(need)", to: max(20, $0 - indent.count - 2)) }
      return (parts ?? ["needs \(need)"]).enumerated().map { index, part in
        "\(indent)\(index == 0 ? "" : "  ")\(part, .yellow)" as StyledText
      }
    }
  }

  private func cells(_ item: PlanItem) -> [StyledText] {
    let room = width.map { max(24, $0 - (isNarrow ? 36 : 46)) }
    let whom = whom(item, in: room)
    // What is done gives way before whom it is for.
    let title =
      room.map { DisplayWidth.cut(item.title, to: max(Self.leastTitle, $0 - DisplayWidth.of(whom) - 2)) } ?? item.title
    let what: StyledText = whom.isEmpty ? "\(item.title)" : "\(title, .bold): \(whom)"
    return [
      "\(ItemID.short(item), .cyan)", what.cut(to: room), when(item),
      "\(command(item), .dim)",
    ]
  }

  /// The person and the firm; the firm is left out where both would leave nothing of what is to be done.
  private func whom(_ item: PlanItem, in room: Int?) -> String {
    let name = item.person.map { agenda.facts.name($0) }
    let whole = [name, organisation(item)].compactMap { $0 }.joined(separator: ", ")
    guard let name, let room, DisplayWidth.of(whole) + Self.leastTitle + 2 > room else { return whole }
    return name
  }

  private static let leastTitle = 6

  private func organisation(_ item: PlanItem) -> String? {
    let opportunity = item.opportunity.flatMap { agenda.facts.opportunities[$0] }
    return opportunity?.organisation.flatMap { agenda.facts.organisations[$0]?.name } ?? opportunity?.role
  }

  /// Where a line holds no more than the command's first word: its id begins the line.
  private var isNarrow: Bool { width.map { $0 < 76 } ?? false }

  /// The next command without the program's name.
  private func command(_ item: PlanItem) -> String {
    if isNarrow, item.command.words.count == 2, item.command.words[1] == ItemID.short(item) {
      return item.command.words[0]
    }
    return item.command.words.map(ShellCommand.quoted).joined(separator: " ")
  }

  private func when(_ item: PlanItem) -> StyledText {
    let today = agenda.today
    switch item.urgency(today: today) {
    case .overdue: return "\(Count.text(item.daysLate, "day") + " late", .red)"
    case .snoozed: return "\("put off", .dim)"
    case .due where item.isOptional: return "\("if you like", .dim)"
    case .upcoming where item.until == item.day: return ""
    case .due, .open, .upcoming: return item.until > today ? "by \(DayText.long(item.until, today: today))" : "today"
    }
  }
}

/// A follow-up's id as people see and type it: long enough to stay unique from one day to the next.
enum ItemID {
  static let length = 8

  static func short(_ item: PlanItem) -> String { String(item.id.prefix(length)) }
}

/// Follow-ups for pipes: id, day, last day, rule, person, opportunity, state and next command, apart by tabs.
enum ItemPlain {
  static let columns = ["id", "day", "until", "rule", "person", "opportunity", "state", "command"]

  static func lines(_ items: [PlanItem], _ agenda: Agenda) -> [StyledText] {
    items.map { item in
      let cells = [
        item.id, item.day.description, item.until.description, item.rule.description,
        item.person.map { agenda.facts.name($0) } ?? "",
        item.opportunity.map { agenda.facts.name(opportunity: $0) } ?? "",
        item.urgency(today: agenda.today).rawValue, item.command.description,
      ]
      return cells.dropFirst().reduce(StyledText(cells[0])) { $0 + "\t" + StyledText($1) }
    }
  }
}
