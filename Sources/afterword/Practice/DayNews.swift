import Model
import Playbook
import Store

/// What is told below the day's page: only what is new, and a week later again.
struct DayNews {
  private let page: LastPage?
  private let today: Day
  /// Said on the first day that has something to do, and never again.
  private static let hint: StyledText =
    "Numbers can be typed: `afterword letter 1`, `done 2 3`, `snooze 4 wed`, `why 5`."
  private var isHintDue = false
  /// Everything that could be told, in the order of its weight.
  private var all: [(text: String, line: StyledText)] = []

  init(_ dayPage: DayPage, _ agenda: Agenda, _ store: Store, _ page: LastPage?) throws {
    self.page = page
    today = agenda.today
    let conflicts = try store.countOfQuestions()
    if conflicts > 0 {
      add("\(Count.text(conflicts, "conflict waits", "conflicts wait")): \(ShellCommand("conflicts"))")
    }
    let waiting = try store.waitingProposals().count
    if waiting > 0 {
      add("\(Count.text(waiting, "thing read waits", "things read wait")) for your word: \(ShellCommand("proposals"))")
    }
    if let day = agenda.planner.preferences.pause, day > today {
      add("Everything rests until \(DayText.long(day, today: today)): \(ShellCommand("pause", "--end"))")
    }
    for machine in try store.machines() where !machine.isThisOne {
      let days = today - LocalClock.wallTime(machine.lastChange).day
      if days > 21 { add("\(machine.name) was last heard of \(days / 7) weeks ago: \(ShellCommand("sync"))") }
    }
    if !dayPage.unreachable.isEmpty {
      let people = Count.text(dayPage.unreachable.count, "person", "people")
      add("No e-mail address yet of \(people): \(ShellCommand("list", "people", "email:"))")
    }
    isHintDue = !agenda.doable.isEmpty && (page?.told[Self.hint.plain] ?? today.description) == today.description
  }

  private mutating func add(_ line: StyledText) { all.append((line.plain, line)) }

  var lines: [StyledText] {
    all.filter { page?.isNews($0.text, on: today) ?? true }.map(\.line) + (isHintDue ? [Self.hint] : [])
  }

  /// What the next page has to know.
  var told: [String: String] {
    var told = (page ?? LastPage(today)).telling(all.map(\.text), on: today)
    told[Self.hint.plain] = page?.told[Self.hint.plain] ?? (isHintDue ? today.description : nil)
    return told
  }
}
