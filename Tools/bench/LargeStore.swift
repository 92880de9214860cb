import Foundation
import Model
import SeededNumbers
import Store

/// A store of many years: opportunities, each with a person, five interviews, twenty touches and ten notes of about 2 kB;
/// about 290 changes an opportunity.
struct LargeStore {
  private var random = SplitMix(seed: 3)
  private var edits: [RowEdit] = []

  /// Makes a store, an opportunity a transaction; or adds 1,000 changes to the one that is there.
  static func fill(_ path: String, opportunities: Int) throws {
    let isThere = FileManager.default.fileExists(atPath: path)
    var random = SplitMix(seed: isThere ? 6 : 5)
    let state = (path as NSString).deletingLastPathComponent + "/state/afterword"
    let store = try Store(
      Environment(
        storePath: path, stateFolder: state, machine: "bench", machineName: "bench", today: Day(number: 20_600),
        now: { 1_780_000_000_000 }, random: { random.next() }))
    if isThere { return try addThousandChanges(to: store) }
    var large = LargeStore()
    for number in 0..<opportunities {
      large.add(number)
      try store.save("fill", large.edits)
      large.edits.removeAll(keepingCapacity: true)
    }
    _ = try store.size()
  }

  private static func addThousandChanges(to store: Store) throws {
    let edits = (0..<500).map { number in
      var touch = Touch(id: RowID(high: 1, low: UInt64(number)))
      (touch.summary, touch.channel) = ("later \(number)", .call)
      return RowEdit(new: touch)
    }
    try store.save("later", edits)
  }

  private mutating func id() -> RowID { RowID(high: random.next(), low: random.next()) }

  private mutating func add(_ number: Int) {
    let first = Day(number: 15_000 + number / 3)
    var person = Person(id: id())
    (person.name, person.title, person.email) = ("Person \(number)", "Head of \(number)", "p\(number)@example.org")
    var opportunity = Opportunity(id: id())
    (opportunity.role, opportunity.stage, opportunity.source) = ("Role \(number)", .interviewing, "a friend")
    (opportunity.recruiter, opportunity.playbook) = (person.id, "persistent")
    edits += [RowEdit(new: person), RowEdit(new: opportunity)]
    for round in 0..<5 {
      let interview = interview(opportunity.id, first + 4 * round, round)
      edits.append(RowEdit(new: interview))
      for index in 0..<2 { addNote(interview.id, person.id, index) }
      for index in 0..<4 { addTouch(opportunity.id, person.id, first + 4 * round + index) }
    }
  }

  private mutating func interview(_ opportunity: RowID, _ day: Day, _ round: Int) -> Interview {
    var interview = Interview(id: id())
    (interview.opportunity, interview.start, interview.form) = (opportunity, Moment(day: day, minute: 600), .video)
    (interview.round, interview.place, interview.impression) = ("\(round + 1)", "room \(random.next() % 50)", .good)
    return interview
  }

  private mutating func addTouch(_ opportunity: RowID, _ person: RowID, _ day: Day) {
    var touch = Touch(id: id())
    (touch.opportunity, touch.person, touch.day) = (opportunity, person, day)
    (touch.channel, touch.direction, touch.form) = (.email, .sent, "thank-you")
    touch.summary = "about topic \(random.next() % 5000)"
    edits.append(RowEdit(new: touch))
  }

  private mutating func addNote(_ interview: RowID, _ person: RowID, _ index: Int) {
    var finding = Finding(id: id())
    (finding.interview, finding.person, finding.about) = (interview, person, .question)
    finding.text = (0..<250).map { _ in String(random.next() % 30_000, radix: 36) + "ing" }.joined(separator: " ")
    (finding.answer, finding.remedy) = ("answer \(random.next() % 1000)", "remedy \(random.next() % 1000)")
    (finding.askedBy, finding.judgement) = (.interviewer, .trifle)
    (finding.spanStart, finding.spanEnd) = (2000 * index, 2000 * index + 1990)
    edits.append(RowEdit(new: finding))
  }
}
