import Model
import Playbook
import Store

/// Searches by stage, each with what comes next and the last contact.
struct PipelineLines {
  private(set) var lines: [StyledText] = []
  private let today: Day

  init(_ entries: [PipelineEntry], today: Day, width: Int?) {
    self.today = today
    var table = CellTable()
    for entry in entries { table.add(cells(entry)) }
    var stage: Stage?
    for (entry, part) in zip(entries, table.lines(width: width, indent: 2)) {
      if entry.stage != stage {
        lines += (lines.isEmpty ? [] : [""]) + ["\(entry.stage.rawValue.capitalizedFirst, .bold)"]
      }
      stage = entry.stage
      lines += part
    }
  }

  private func cells(_ entry: PipelineEntry) -> [StyledText] {
    let name = [entry.firm, entry.role].compactMap(\.self).joined(separator: ", ")
    return [
      "\(name.isEmpty ? "(no name)" : name)", entry.next.map(next) ?? "\("nothing planned", .dim)",
      entry.last.map { "\(last($0), .dim)" } ?? "",
    ]
  }

  private func next(_ next: PipelineEntry.Next) -> StyledText {
    switch next {
    case .answer(let day): "\("answer", .bold) by \(DayText.long(day, today: today))"
    case .interview(let moment): "\("interview", .bold) \(DayText.long(moment, today: today))"
    case .word(let text, let day): "\(text ?? "their word"), by \(DayText.long(day, today: today))"
    case .rest(let day): "\("rests", .dim) until \(DayText.long(day, today: today))"
    case .followUp(let item):
      item.daysLate > 0
        ? "\(item.title), \(Count.text(item.daysLate, "day") + " late", .red)"
        : "\(item.title), \(DayText.long(item.effectiveDay(today: today), today: today))"
    }
  }

  private func last(_ last: PipelineEntry.Last) -> String {
    let day = DayText.short(last.day, today: today)
    switch last {
    case .interview: return "interview \(day)"
    case .contact(let channel, let direction, _):
      return "\(channel?.rawValue ?? (direction == .sent ? "sent" : "heard")) \(day)"
    }
  }
}
