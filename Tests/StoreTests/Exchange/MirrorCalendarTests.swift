import Foundation
import Model
import Playbook
import SeededNumbers
import Testing

@testable import Store

/// The calendar's half of a mirror: interviews go both ways, and what somebody wrote of their own stays.
@Suite struct MirrorCalendarTests {
  private let laptop: Laptop
  private let book: AddressBook
  private let interview: RowID
  private let opportunity: RowID
  private let today = Day(number: 20_500)
  private var file: String { "calendar/interview-\(interview)@afterword.ics" }

  init() throws {
    laptop = try Laptop(seed: 41)
    book = AddressBook(laptop.folder + "/mirror")
    laptop.store.today = today
    var firm = Organisation(id: laptop.store.environment.freshID())
    firm.name = "Quillon"
    var row = Opportunity(id: laptop.store.environment.freshID())
    (row.organisation, row.role) = (firm.id, "Engineer")
    var meeting = Interview(id: laptop.store.environment.freshID())
    (meeting.opportunity, meeting.start) = (row.id, Moment(day: today + 7, minute: 600))
    (interview, opportunity) = (meeting.id, row.id)
    try laptop.store.save("add", [RowEdit(new: firm), RowEdit(new: row), RowEdit(new: meeting)])
    _ = try mirror()
  }

  private func mirror(_ change: (inout MirrorOptions) -> Void = { _ in }) throws -> MirrorReport {
    var options = MirrorOptions()
    change(&options)
    return try laptop.store.mirror(book.folder, options)
  }

  private func row() throws -> Interview { try #require(try laptop.store.one(Interview.self, interview)) }

  private func change(_ body: (inout Interview) -> Void) throws {
    let old = try row()
    var new = old
    body(&new)
    try laptop.store.save("set", [RowEdit(old: old, new: new)])
  }

  /// Replaces a property's line; nil takes it out.
  private func set(_ property: String, _ line: String?, _ file: String? = nil) throws {
    let file = file ?? self.file
    var lines = book.lines(file)
    let place = lines.firstIndex { $0.hasPrefix(property + ":") || $0.hasPrefix(property + ";") }
    if let place { lines.remove(at: place) }
    if let line { lines.insert(line, at: place ?? 4) }
    try book.write(lines.joined(separator: "\r\n") + "\r\n", file)
  }

  private func checkSettled(_ told: Comment? = nil) throws {
    let before = book.files("calendar").map { book.text("calendar/" + $0) }
    let report = try mirror()
    #expect(report.isNothing && report.deletions.isEmpty, told)
    #expect(book.files("calendar").map { book.text("calendar/" + $0) } == before, told)
  }

  @Test func `what is called off on one side is so on both, and can be on again`() throws {
    try set("STATUS", "STATUS:CANCELLED")
    #expect(try mirror().taken.count == 1)
    #expect(try row().cancelled == today)
    try checkSettled()
    try set("STATUS", "STATUS:TENTATIVE")
    #expect(try mirror().taken.count == 1)
    #expect(try row().cancelled == nil && book.value("STATUS", file) == "TENTATIVE")
    try checkSettled()
    try change { $0.cancelled = today }
    _ = try mirror()
    #expect(book.value("STATUS", file) == "CANCELLED")
    try checkSettled()
    // Taken out of the calendar then, the interview stays here, and nobody is asked.
    try book.delete(file)
    try checkSettled()
    #expect(try row().cancelled == today && !book.files("calendar").contains { $0.hasPrefix("interview") })
  }

  @Test(arguments: ["W. Europe Standard Time", "Europe/Berlin", "/freeassociation.sourceforge.net/Europe/Berlin"])
  func `a meeting is moved in whichever zone a calendar names`(zone: String) throws {
    try set("DTSTART", "DTSTART;TZID=\"\(zone)\":20260301T110000")
    #expect(try mirror().problems.isEmpty)
    #expect(try row().start == Moment(day: try #require(Day(year: 2026, month: 3, day: 1)), minute: 600))
    try checkSettled()
  }

  @Test func `a zone that nobody knows is told, and what it says is waited for`() throws {
    try set("DTSTART", "DTSTART;TZID=Nowhere/Land:20260301T110000")
    try change { $0.place = "Room 1" }
    let report = try mirror()
    #expect(report.problems.count == 1 && report.entriesWritten == 1, "\(report)")
    #expect(try row().start?.day == today + 7)
    try set("DTSTART", "DTSTART:20260301T110000Z")
    _ = try mirror()
    #expect(try row().start == Moment(day: try #require(Day(year: 2026, month: 3, day: 1)), minute: 660))
    #expect(book.value("LOCATION", file) == "Room 1")
    try checkSettled()
  }

  @Test func `an empty place is none`() throws {
    try set("LOCATION", "LOCATION:")
    try checkSettled()
    try change { $0.place = "Room 1" }
    _ = try mirror()
    #expect(book.value("LOCATION", file) == "Room 1")
    try set("LOCATION", "LOCATION:")
    #expect(try mirror().taken.count == 1 && row().place == nil)
    try checkSettled()
  }

  @Test func `what was taken out comes back when it lies ahead on another day, and not before`() throws {
    laptop.store.today = today + 8
    try book.delete(file)
    _ = try mirror()
    try checkSettled()
    try change { $0.start = Moment(day: today + 20, minute: 600) }
    #expect(try mirror().entriesWritten >= 1)
    #expect(book.value("DTSTART", file) != nil)
    try checkSettled()
  }

  @Test func `what was changed here is not deleted with its entry`() throws {
    try book.delete(file)
    try change { $0.place = "Room 1" }
    #expect(try mirror { $0.asks = { _ in true } }.removed == 0)
    #expect(book.value("LOCATION", file) == "Room 1")
    try checkSettled()
  }

  @Test func `with nothing remembered what this program wrote is kept up, and what somebody wrote stays`() throws {
    try set("DESCRIPTION", "DESCRIPTION:bring the portfolio")
    _ = try mirror()
    try change { ($0.start, $0.round) = (Moment(day: today + 9, minute: 660), "2") }
    let desktop = try Laptop(seed: 42, name: "desktop")
    _ = try desktop.receive(laptop)
    desktop.store.today = today
    let report = try desktop.store.mirror(book.folder, MirrorOptions())
    #expect(report.entriesWritten >= 1 && report.conflicts == 0 && report.taken.isEmpty, "\(report)")
    #expect(book.value("SUMMARY", file)?.contains("round 2") == true)
    #expect(book.value("DESCRIPTION", file) == "bring the portfolio")
    #expect(book.value("DTSTART", file) == "20260225T110000Z")
    _ = try mirror()
    try checkSettled("the first machine")
    #expect(try row().start == Moment(day: today + 9, minute: 660))
    #expect(try mirror { $0.isAnew = true }.isNothing)
  }

  @Test func `a search that is closed and opened again has its entries as before`() throws {
    let old = try #require(try laptop.store.one(Opportunity.self, opportunity))
    var closed = old
    closed.archived = true
    try laptop.store.save("archive", [RowEdit(old: old, new: closed)])
    _ = try mirror()
    #expect(book.files("calendar").contains { $0.hasPrefix("interview") })
    try change { $0.start = Moment(day: today + 9, minute: 660) }
    try laptop.store.save("unarchive", [RowEdit(old: closed, new: old)])
    let report = try mirror()
    #expect(report.conflicts == 0 && report.taken.isEmpty && book.value("DTSTART", file) == "20260225T110000Z")
    try checkSettled()
  }

  /// A follow-up's file that is on the plan now.
  private func followUp() throws -> String {
    let name = book.files("calendar").first { !$0.hasPrefix("interview") && !$0.hasPrefix("word") }
    return "calendar/" + (try #require(name, "\(book.files("calendar"))"))
  }

  @Test(arguments: [TakenOut.done, .skipped, .kept])
  func `a follow-up that somebody took out is asked about until it is answered, and never comes back unasked`(
    meant: TakenOut
  ) throws {
    laptop.store.today = today + 8
    _ = try mirror()
    let file = try followUp()
    let before = try laptop.store.agenda().items.count
    try book.delete(file)
    for day in 8..<30 {
      laptop.store.today = today + day
      let report = try mirror()
      #expect(!book.files("calendar").contains { "calendar/" + $0 == file }, "day \(day)")
      guard day == 8 else { continue }
      #expect(report.followUps.titles.count == 1 && report.followUps.meant == nil && report.deletions.isEmpty)
      // Dates move, and it is not written for that.
      try change { $0.start = Moment(day: today + 7, minute: 720) }
    }
    laptop.store.today = today + 8
    let answered = try mirror { $0.asksOfFollowUps = { _ in meant } }
    #expect(answered.followUps.titles.count == 1, "\(answered)")
    let items = try laptop.store.agenda().items.map { "calendar/" + $0.id + "@afterword.ics" }
    #expect(
      items.contains(file) == (meant == .kept)
        && book.files("calendar").contains(String(file.dropFirst(9))) == (meant == .kept))
    let decisions = try laptop.store.all(Decision.self)
    #expect(decisions.map(\.outcome) == (meant == .kept ? [] : [meant == .done ? .done : .skipped]))
    try checkSettled()
    guard meant != .kept else { return #expect(items.count == before) }
    // Taken back, it is to be done again, and so it is in the calendar.
    _ = try laptop.store.undo(try #require(answered.receipt).number)
    _ = try mirror()
    #expect(book.files("calendar").contains(String(file.dropFirst(9))))
  }

  private struct Stopped: Error {}

  @Test(arguments: [UInt64(1), 2]) func `a year of dragged meetings and runs cut short is in step`(seed: UInt64) throws
  {
    var random = SplitMix(seed: seed)
    for week in 0..<25 {
      let told: Comment = "seed \(seed), week \(week)"
      let day = today + Int.random(in: 1...60, using: &random)
      let (isMovedHere, room) = (Bool.random(using: &random), "Room \(week)")
      if isMovedHere {
        try change { $0.start = Moment(day: day, minute: 615) }
      } else {
        try set("DTSTART", "DTSTART:\(day.description.filter { $0 != "-" })T101500Z")
      }
      if Bool.random(using: &random) { try set("LOCATION", "LOCATION:\(room)") } else { try change { $0.place = room } }
      try set("X-OWN", "X-OWN;A=b:\(week)")
      var left = Int.random(in: 0..<4, using: &random)
      _ = try? mirror { options in
        options.begins = { _ in
          left -= 1
          if left < 0 { throw Stopped() }
        }
      }
      #expect(try mirror().conflicts == 0, told)
      #expect(try row().start == Moment(day: day, minute: 615) && row().place == room, told)
      #expect(book.value("DTSTART", file)?.hasSuffix("T101500Z") == true && book.value("LOCATION", file) == room, told)
      #expect(book.value("X-OWN", file) == "\(week)", told)
      try checkSettled(told)
    }
    #expect(try laptop.store.all(Interview.self).count == 1)
  }
}
