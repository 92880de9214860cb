import Model
import Notes
import Testing

@testable import Store

/// `--on` gives what a note lacks and nothing more.
@Suite struct NoteDayTests {
  private func take(_ laptop: Laptop, _ text: String, on day: String? = nil) throws {
    var options = NotesImportOptions(on: day.flatMap { Day($0) }, today: try #require(Day("2026-06-15")))
    options.isRehearsal = false
    _ = try laptop.store.importNotes([NoteFile(name: "n.txt", content: Array(text.utf8))], options)
  }

  @Test(arguments: [
    "St Mary's ward 7\ninterview 10 june, 2pm, Dana Hill and Ed Noakes on the panel\n",
    "Acme Ltd, phone interview with Dana Hill (HR)\nshe will call me on Friday\n",
    "Acme Ltd\ninterview with Dana Hill last tuesday, she wants references by friday\n",
  ])
  func `a day given for a note in the store fills it in and doubles nothing`(_ text: String) throws {
    let laptop = try Laptop(seed: 97, clock: 1_781_500_000_000)
    try take(laptop, text)
    let counts = try laptop.store.all(Participation.self).count
    var promises: Int?
    for day in ["2026-06-12", "2026-06-12", "2026-06-11"] {
      try take(laptop, text, on: day)
      let interviews = try laptop.store.all(Interview.self)
      #expect(interviews.count == 1 && interviews.first?.start != nil, "\(day)")
      #expect(try laptop.store.all(Participation.self).count == counts)
      let count = try laptop.store.all(Promise.self).count
      #expect(count == promises ?? count)
      promises = count
    }
  }

  @Test func `a note with a full date of its own keeps it`() throws {
    let laptop = try Laptop(seed: 98, clock: 1_781_500_000_000)
    let note = "Acme Ltd, Tue 9 March 2021, interview with Ann Lee\nThey will let me know by the 19th.\n"
    try take(laptop, note, on: "2026-06-12")
    #expect(try laptop.store.all(Promise.self).compactMap(\.due?.description) == ["2021-03-19"])
    #expect(try laptop.store.all(Interview.self).compactMap(\.start?.day.description) == ["2021-03-09"])
  }

  @Test func `a weekday and day say the year by themselves`() throws {
    let laptop = try Laptop(seed: 99, clock: 1_781_500_000_000)
    try take(laptop, "St Mary's ward 7\nweds 10 june, 2pm, interview, 3 of them on the panel\n")
    #expect(try laptop.store.all(Interview.self).compactMap(\.start?.day.description) == ["2026-06-10"])
  }
}
