import Model
import Playbook
import Store

/// Says in one line each what was read of how searches stand: "A no from Tunde Adewale, Pemberton School."
struct NewsTalk {
  let console: Console
  let store: Store
  let isRehearsal: Bool
  /// What is to be decided is asked right after, and not told.
  var isAsked = false

  /// Lines that one import says at most, the latest news.
  private static let most = 12

  /// - Parameter ownUndo: each line says how to take its own paper back.
  func tell(_ news: [ImportedNews], ownUndo: Bool) {
    let done = news.filter(\.isDone).sorted { $0.day < $1.day }
    if done.count > Self.most {
      console.say("\(done.count - Self.most) earlier pieces of news, and:")
    }
    for one in done.suffix(Self.most) {
      let undo: StyledText = one.undoName.map { " Undo: \(ShellCommand("undo", $0))" } ?? ""
      console.say(sentence(one) + (isRehearsal || !ownUndo ? "" : undo))
    }
    let asked = isAsked ? 0 : news.count { !$0.isDone }
    if asked == 1 {
      console.say(
        "\(isRehearsal ? "Would ask" : "To be decided"): \(sentence(news.first { !$0.isDone } ?? news[0], isDone: false)) \(ShellCommand("proposals"))"
      )
    } else if asked > 1 {
      console.say("\(asked) pieces of news are to be decided by you: \(ShellCommand("proposals"))")
    }
  }

  /// - Parameter isDone: else it is only asked about.
  func sentence(_ news: ImportedNews, isDone: Bool = true) -> StyledText {
    let search = (try? store.title(of: news.opportunity)).flatMap { $0.hasPrefix("(") ? nil : $0 }
    let teller = news.person.flatMap { try? store.title(of: Subject(kind: Person.kind, id: $0)) }
    let from = [teller, search].compactMap(\.self).joined(separator: ", ")
    let whom = from.isEmpty ? "" : " from \(from)"
    let about = search.map { ": \($0)" } ?? ""
    let day = text(news.day)
    switch news.what {
    case .heard(let heard): return sentence(heard, whom, about, day, isDone ? closing(teller) : "")
    case .invited(let interview): return "To come: \(title(interview))\(who(interview))."
    case .moved(let interview, let from, let to):
      return "Moved\(from.map { " from \(text($0))" } ?? "") to \(text(to)): \(title(interview))."
    case .cancelled(let interview):
      return "Called off: \(title(interview))\(isDone ? ". Nothing is planned for it." : ".")"
    case .changeOfUnknown: return "A change of an interview\(whom), \(day), that is not recorded here: kept as text."
    }
  }

  private func sentence(
    _ heard: News.What, _ whom: String, _ about: String, _ day: String, _ closed: StyledText
  ) -> StyledText {
    switch heard {
    case .rejected: "A no\(whom), \(day).\(closed)"
    case .filled: "The position is filled\(about), \(day).\(closed)"
    case .offer(let deadline): "An offer\(whom), \(day)\(deadline.map { ", to answer by \(text($0))" } ?? "")."
    case .next(let step, let first, let last):
      "Word\(whom): \([step, (last ?? first).map { "by \(text($0))" }].compactMap(\.self).joined(separator: " "))."
    case .applied: "Applied\(about), \(day)."
    case .accepted: "Accepted\(about), \(day)."
    case .withdrawn: "Withdrawn\(about), \(day)."
    case .silent: "Silent\(about)."
    }
  }

  private func closing(_ teller: String?) -> StyledText {
    teller.map { " The search is closed; thank them: \(ShellCommand("letter", $0))." } ?? " The search is closed."
  }

  private func title(_ interview: RowID) -> String {
    (try? store.title(of: Subject(kind: Interview.kind, id: interview))) ?? "an interview"
  }

  private func who(_ interview: RowID) -> String {
    let people = (try? store.peopleAt(interview)) ?? []
    return people.isEmpty ? "" : ", with \(people.joined(separator: ", "))"
  }

  private func text(_ day: Day) -> String { DayText.long(day, today: store.today) }

  private func text(_ moment: Moment) -> String { DayText.long(moment, today: store.today) }
}
