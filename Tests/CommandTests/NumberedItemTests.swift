import Foundation
import Testing

/// Follow-ups by the numbers of the last page, by names and by ids, several at once.
@Suite struct NumberedItemTests {
  private let home: Home
  private static let day = "2026-06-15"

  /// Thank-you notes to Gareth Marr, Sian Probert, Carla Mendes, Ed Noakes and Carla Lund are due.
  init() throws {
    home = try Home()
    try add("interview", "Hollis & Marr", "role=Supervisor", "with=Gareth Marr, Sian Probert", "start=2026-06-11")
    try add("interview", "Finch Foods", "role=Line lead", "with=Carla Mendes, Ed Noakes", "start=2026-06-12")
    try add("interview", "Lund AB", "role=Clerk", "with=Carla Lund", "start=2026-06-13")
  }

  private func add(_ words: String...) throws {
    let outcome = try home.run(["add"] + words + ["--today", Self.day])
    #expect(outcome.code == 0, "\(outcome.talk)")
  }

  private func run(_ words: String..., on day: String = day) throws -> Home.Outcome {
    try home.run(words + ["--today", day])
  }

  private func due() throws -> [String] {
    try run("today", "--plain").output.split(separator: "\n").map { String($0.split(separator: "\t")[4]) }.sorted()
  }

  @Test func `several are done by number, and one undo takes all of it back`() throws {
    let page = try run("today").output
    let before = try due()
    let outcome = try run("done", "1", "2")
    #expect(outcome.talk.contains("Done: thank-you note: Gareth Marr, Hollis & Marr"), "\(outcome.talk)")
    #expect(outcome.talk.contains("Undo both: afterword undo"), "\(outcome.talk)")
    #expect(try due() == ["Carla Lund", "Carla Mendes", "Ed Noakes"])
    _ = try run("undo")
    #expect(try due() == before)
    #expect(try run("today").output == page)
    _ = try run("redo")
    #expect(try due().count == 3)
  }

  @Test func `numbers stay those of the page that was shown`() throws {
    let page = try run("today").output
    let line = try #require(page.split(separator: "\n").first { $0.hasPrefix(" 3 ") }, "\(page)")
    let who = try #require(["Carla Lund", "Carla Mendes", "Ed Noakes"].first(where: line.contains), "\(page)")
    _ = try run("done", "1")
    let third = try run("why", "3").output
    #expect(third.contains(who), "\(who): \(third)")
    let gone = try run("done", "1")
    #expect(gone.code == 1 && gone.talk.contains("1 of the last page is not planned any more"), "\(gone.talk)")
    let none = try run("done", "44")
    #expect(none.code == 1 && none.talk.contains("numbers up to 5"), "\(none.talk)")
  }

  @Test func `a number of another day's page is refused, as is one where no page was shown`() throws {
    let never = try run("done", "1")
    #expect(never.code == 2 && never.talk.contains("none was shown yet"), "\(never.talk)")
    _ = try run("today")
    for words in [
      ["done", "1"], ["skip", "1"], ["snooze", "1"], ["why", "1"], ["letter", "1", "--show"], ["script", "1"],
      ["show", "1"],
    ] {
      let stale = try home.run(words + ["--today", "2026-06-16"])
      #expect(stale.code == 2 && stale.talk.contains("is of Mon 15 Jun"), "\(words): \(stale.talk)")
    }
    #expect(try due().count == 5)
  }

  @Test func `names of one word or several, and a day behind them`() throws {
    #expect(try run("done", "gareth", "sian").talk.contains("Undo both"))
    #expect(try run("snooze", "ed", "noakes", "carla", "mendes", "next", "monday").code == 0)
    #expect(try due() == ["Carla Lund"])
    let done = try run("done", "lund", "yesterday")
    #expect(done.code == 0 && done.talk.contains("yesterday → Sun 14 Jun"), "\(done.talk)")
    #expect(try due() == [])
  }

  @Test func `a name that is two people lists them, and nothing is done`() throws {
    let outcome = try run("done", "gareth", "carla")
    #expect(outcome.code == 2, "\(outcome.talk)")
    #expect(outcome.talk.contains("Carla Mendes") && outcome.talk.contains("Carla Lund"), "\(outcome.talk)")
    #expect(try due().count == 5)
  }

  @Test func `what is named can be a firm, and what has nothing due is not guessed`() throws {
    #expect(try run("skip", "lund", "ab").code == 0)
    #expect(try due().count == 4)
    let nothing = try run("done", "lund")
    #expect(nothing.code == 1 && nothing.talk.contains("Lund"), "\(nothing.talk)")
    #expect(try run("done", "nobody").code == 1)
  }

  @Test func `more than three at once asks, with each named`() throws {
    _ = try run("today")
    let asked = try run("done", "1-4")
    #expect(asked.code == 2 && asked.talk.contains("--yes") && asked.talk.contains("Gareth Marr"), "\(asked.talk)")
    #expect(try due().count == 5)
    let shown = try home.converse(["skip", "1,2,3,4", "--today", Self.day], lines: ["n\n"], at: "[y/N] ")
    #expect(shown.contains("Skip all 4?") && shown.contains("Nothing was changed"), "\(shown)")
    #expect(try due().count == 5)
    let yes = try home.converse(["skip", "1,2,3,4", "--today", Self.day], lines: ["y\n"], at: "[y/N] ")
    #expect(yes.contains("Undo all 4"), "\(yes)")
    #expect(try due().count == 1)
  }

  @Test func `what is old is skipped at once`() throws {
    #expect(try run("skip", "--older", "10d", on: "2026-06-20").talk.contains("Nothing is late by more than 10 days"))
    let outcome = try run("skip", "--older", "10d", "--yes", on: "2026-06-26")
    #expect(outcome.talk.contains("Undo all 5"), "\(outcome.talk)")
    #expect(try run("skip", "--older", "soon").code == 2)
    #expect(try run("skip").code == 2)
    #expect(try run("skip", "gareth", "--older", "3d").code == 2)
  }

  @Test func `days that cannot be are refused, and a day past the last good one is said`() throws {
    _ = try run("today")
    for words in [["snooze", "1", "31", "november"], ["snooze", "1", "yesterday"], ["snooze", "1", "2026-06-01"]] {
      let refused = try home.run(words + ["--today", Self.day])
      #expect(refused.code == 2, "\(words): \(refused.talk)")
    }
    #expect(try due().count == 5)
    #expect(try run("heard", "finch", "--offer", "--deadline", "2026-06-19").code == 0)
    _ = try run("today")
    let late = try run("snooze", "1", "2026-06-22")
    #expect(late.code == 0 && late.talk.contains("before the day it is put off to"), "\(late.talk)")
  }

  @Test func `the history names what was done, not numbers`() throws {
    _ = try run("today")
    _ = try run("done", "1", "2")
    let history = try run("history").output
    let line = try #require(history.split(separator: "\n").first)
    #expect(line.contains("done thank-you note, ") && line.contains("Gareth Marr") && line.contains("Sian Probert"))
  }
}
