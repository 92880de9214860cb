import Model
import Store

/// A conflict for people: what, both values, who, when, what is shown now, one command for each answer.
struct ConflictLines {
  private(set) var lines: [StyledText] = []
  private let conflict: OpenConflict
  private let today: Day

  init(_ conflict: OpenConflict, today: Day) {
    self.conflict = conflict
    self.today = today
    lines.append(headline)
    switch conflict.about {
    case .kept(let child): lines.append("  Deleted, but kept: \(child) is still a part of it.")
    case .text: addPassages()
    case .values, .deletedAndEdited: break
    }
    addAnswers()
  }

  private var headline: StyledText {
    let id = "\(conflict.subject.kind) \(conflict.subject.id.short)"
    let what: StyledText =
      switch conflict.about {
      case .values: "\(conflict.field, .bold) of \(conflict.title, .bold)"
      case .text: "\(conflict.field, .bold) of \(conflict.title, .bold), changed differently"
      case .deletedAndEdited: "\(conflict.title, .bold), deleted and edited"
      case .kept: "\(conflict.title, .bold), deleted and still needed"
      }
    return what + "  \(id, .dim)"
  }

  /// The text as it is shown now, what differs set in.
  private mutating func addPassages() {
    for passage in conflict.passages {
      switch passage {
      case .same(let same): lines += same.map { "  \($0)" }
      case .omitted(let count): lines.append("  \("… \(Count.text(count, "line"))", .dim)")
      case .differing(let variants):
        for variant in variants {
          lines.append("    \(variant.machines.joined(separator: ", "), .dim) wrote:")
          lines += variant.lines.isEmpty ? ["      (nothing)"] : variant.lines.map { "      \($0)" }
        }
      }
    }
    lines.append("  To merge them: \(ShellCommand("edit", conflict.subject.id.short, conflict.field))")
  }

  private mutating func addAnswers() {
    var columns = Columns()
    for answer in conflict.answers {
      let author = answer.author.map { "\($0.machine), \(WallTime.short($0.wall, today: today))" } ?? ""
      columns.add(
        answer.isShown ? "\("shown", .green)" : "", StyledText(answer.text), StyledText(author, .dim),
        "\(ShellCommand("resolve", answer.code))")
    }
    lines += columns.lines(width: nil, indent: 2)
  }
}
