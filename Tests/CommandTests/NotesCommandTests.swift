import Foundation
import Testing

/// `read`, `import` of notes and `when`, as typed.
@Suite struct NotesCommandTests {
  private let note = """
    # Acme Robotics - onsite
    Date: 2026-03-02
    Interviewer: Dana Whitfield (Head of Quality), dana@acme.example
    They doubted that I had ever written a test plan alone
    """

  @Test func `findings are confirmed by one key each, and what is declined stays text`() throws {
    let home = try Home()
    try home.write("acme.md", note)
    let shown = try home.converse(
      ["import", "acme.md", "--ask", "--today", "2026-03-05"], keys: "yyyyn", at: "keep?")
    #expect(shown.contains("Dana Whitfield") && shown.contains("new person"))
    #expect(shown.contains("Read 1 note"))
    #expect(try home.run("list", "people").output.contains("Dana Whitfield"))
    #expect(try !home.run("find", "test plan", "--json").output.contains("\"finding\""))
  }

  @Test func `skipping the rest keeps the note and nothing of it`() throws {
    let home = try Home()
    try home.write("acme.md", note)
    _ = try home.converse(["import", "acme.md", "--ask", "--today", "2026-03-05"], keys: "s", at: "keep?")
    #expect(try home.run("list", "documents").output.contains("acme.md"))
    #expect(try !home.run("list", "people").output.contains("Dana"))
  }

  @Test(arguments: ["\u{3}", "\u{4}"]) func `an interrupt at a question imports nothing`(key: String) throws {
    let home = try Home()
    try home.write("acme.md", note)
    let shown = try home.converse(["import", "acme.md", "--ask", "--today", "2026-03-05"], keys: key, at: "keep?")
    #expect(shown.contains("nothing was imported") && !shown.contains("Read 1 note"))
    #expect(try !home.run("list", "documents").output.contains("acme.md"))
  }

  @Test func `who quits keeps the notes gone through`() throws {
    let home = try Home()
    try home.write("a.md", note)
    try home.write("b.txt", "Borage Foods, call with Tom Ott on 9 March 2026\n")
    let shown = try home.converse(
      ["import", "a.md", "b.txt", "--ask", "--today", "2026-03-20"], keys: "aq", at: "keep?")
    #expect(shown.contains("Stopped: b.txt is left out.") && shown.contains("Read 1 note"))
    let documents = try home.run("list", "documents").output
    #expect(documents.contains("a.md") && !documents.contains("b.txt"))
  }

  @Test(arguments: [("\u{3}", Int32(130)), ("\u{4}", 5)])
  func `an interrupt in the second note keeps the first as answered, and says how to go on`(
    key: String, code: Int32
  ) throws {
    let home = try Home()
    try home.write("a.md", note)
    try home.write("b.txt", "Borage Foods, call with Tom Ott on 9 March 2026\n")
    let terminal = try Terminal(home, ["import", "a.md", "b.txt", "--ask", "--today", "2026-03-20"])
    try terminal.wait(for: "keep?")
    // Enter and other keys are no answers.
    terminal.type("\nxa")
    try terminal.wait(for: "b.txt")
    try terminal.wait(for: "keep?")
    terminal.type(key)
    try terminal.wait(for: "Read 1 note")
    try terminal.wait(for: "afterword import --ask a.md b.txt")
    #expect(terminal.end() == code)
    let documents = try home.run("list", "documents").output
    #expect(documents.contains("a.md") && !documents.contains("b.txt"))
  }

  @Test func `a rehearsal asks nothing`() throws {
    let home = try Home()
    try home.write("a.txt", "Spoke to Mo at Oakhill Garden Centre, he will ring me\n")
    let terminal = try Terminal(home, ["import", "a.txt", "-n", "--today", "2026-03-20"])
    let shown = try terminal.wait(for: "1 note")
    #expect(terminal.end() == 0 && !shown.contains("Written when?"))
  }

  @Test func `the day a note was written is one that was`() throws {
    let home = try Home()
    try home.write("scribble.txt", "Acme Robotics, call with Dana\n")
    let read = try home.run("read", "scribble.txt", "--on", "3 March", "--today", "2026-03-05")
    #expect(read.output.contains("written 2026-03-03"))
    let imported = try home.run("import", "scribble.txt", "--on", "Friday", "--today", "2026-03-05")
    #expect(imported.talk.contains("Friday → Fri 27 Feb"))
  }

  @Test func `without a terminal nobody can be asked`() throws {
    let home = try Home()
    try home.write("acme.md", note)
    let outcome = try home.run("import", "acme.md", "--ask")
    #expect(outcome.code == 2 && outcome.talk.contains("terminal"))
  }

  @Test func `with a store, read says what is known and why`() throws {
    let home = try Home()
    try home.write("acme.md", note)
    #expect(try !home.run("read", "acme.md").output.contains("→"))
    _ = try home.run("import", "acme.md", "--today", "2026-03-05")
    #expect(try home.run("read", "acme.md").output.contains("in the store already"))
    try home.write("next.txt", "Acme Robotics, call with Dana on 9 March 2026\n")
    let shown = try home.run("read", "next.txt", "--today", "2026-03-10").output
    #expect(shown.contains("known: Acme Robotics, the same name"))
    #expect(shown.contains("known: Dana Whitfield, the only one of that first name there"))
  }

  @Test func `day and month are read as asked, as set, or as in the locale, and it is said why`() throws {
    let home = try Home()
    #expect(try home.run("when", "3/4/2026").output.contains("as nothing says otherwise"))
    let american = try home.run("when", "3/4/2026", variables: ["LANG": "en_US.UTF-8"]).output
    #expect(american.hasPrefix("3/4/2026  →  Wed 2026-03-04") && american.contains("your locale en_US.UTF-8"))
    let wrong = try home.run("add", "setting", "dates.order", "value=mdy")
    #expect(wrong.code == 2 && wrong.talk.contains("month-first"))
    _ = try home.run("add", "setting", "dates.order", "value=month-first")
    #expect(try home.run("when", "3/4/2026").output.contains("your setting dates.order"))
    #expect(try home.run("when", "3/4/2026", "--day-first").output.hasPrefix("3/4/2026  →  Fri 2026-04-03"))
    try home.write("a.txt", "Acme Ltd, call with Dana Whit on 3/4/2026\n")
    #expect(try home.run("import", "a.txt").talk.contains("Dates open to another reading are in a.txt"))
    #expect(try home.run("list", "interviews", "--all", "--json").output.contains("2026-03-04"))
    let typed = try home.run("add", "promise", "ring", "opportunity=acme", "due=5/6/2027")
    #expect(typed.talk.contains("5/6/2027 → Thu 6 May 2027 (or Sat 5 Jun 2027"))
  }

  @Test func `days without a year stay open in a note that gives no day of its own`() throws {
    let home = try Home()
    try home.write("a.txt", "Acme Ltd, call with Dana Whit on 7 May, 6.30pm\nThey decide by Friday.\n")
    try home.write("b.txt", "Borage Ltd, call with Sam Roe on Thursday 7 May 2026\nThey decide by Friday.\n")
    let outcome = try home.run("import", "a.txt", "b.txt", "--today", "2026-05-08")
    #expect(outcome.talk.contains("1 note without a day: a.txt"))
    let interviews = try home.run("list", "interviews", "--all", "--json").output
    #expect(interviews.contains("2026-05-07") && !interviews.contains("\"19"))
    #expect(try home.run("promises").output.contains("8 May"))
  }

  @Test func `a contact card brings a person and no interview`() throws {
    let home = try Home()
    try home.write("dana.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Dana Whit\nORG:Acme Ltd\nEND:VCARD\n")
    let outcome = try home.run("import", "dana.vcf")
    #expect(outcome.talk.contains("Read 1 note: 1 person, 1 organisation."))
  }

  @Test func `a tracker's columns are shown and can be told`() throws {
    let home = try Home()
    try home.write("jobs.csv", "Betrieb;Stelle;Wann;Mensch;Foo\nAcme;Analyst;2026-03-01;Dana Whit;x\n")
    let shown = try home.run("read", "jobs.csv", "--map", "Betrieb=organisation", "--map", "mensch=contact").output
    #expect(shown.contains("Betrieb → organisation") && shown.contains("Foo left as text"))
    #expect(shown.contains("Dana Whit"))
    #expect(
      try home.run("read", "jobs.csv", "--map", "Betreib=role").output.contains("no column is called \"betreib\""))
    let wrong = try home.run("import", "jobs.csv", "--map", "Betrieb=boss")
    #expect(wrong.code == 2 && wrong.talk.contains("organisation, role"))
    _ = try home.run("import", "jobs.csv")
    let told = try home.run("import", "jobs.csv", "--map", "Betrieb=organisation", "--map", "mensch=contact").talk
    #expect(told.contains("jobs.csv: Betrieb → organisation, ") && told.contains("Mensch → contact"))
    #expect(try home.run("list", "people").output.contains("Dana Whit"))
  }

  @Test func `when answers for people, as JSON, and for many lines`() throws {
    let home = try Home()
    #expect(try home.run("when", "friday week", "--from", "2026-03-05").output.contains("2026-03-13"))
    let one = try home.run("when", "2pm CET tomorrow", "--from", "2026-03-05", "--json").output
    #expect(one.contains("2026-03-06T14:00:00") && one.contains("\"CET\""))
    let lines = """
      {"id":"a","text":"see you next friday","from":"2026-03-05T10:00:00"}
      {"id":"b","text":"version 2.4","from":null}

      """
    let many = try home.run(["when", "--json", "-"], input: lines).output.split(separator: "\n")
    #expect(many.count == 2 && many[0].contains("\"start\":8") && many[0].contains("2026-03-13"))
    #expect(many[1].contains("\"pred\":[]"))
    #expect(try home.run("when", "gibberish").code == 1)
    #expect(try home.run(["when", "--json", "-"], input: "{nonsense\n").code == 3)
    let mixed = try home.run(
      ["when", "--json", "-"],
      input:
        "{\"id\":7,\"text\":\"noon\"}\r\n\r\nfriday\r\n{\"text\":\"noon\",\"from\":\"some day\"}\n{\"text\":\"noon\"}")
    #expect(
      mixed.code == 3 && mixed.output.split(separator: "\n").map { $0.prefix(9) } == ["{\"id\":7,\"", "{\"id\":\"5\""])
    #expect(mixed.talk.contains("Line 3 is not") && mixed.talk.contains("Line 4 counts from \"some day\""))
  }

  @Test func `when says periods with their last day, times, lengths and recurrences in words`() throws {
    let home = try Home()
    func said(_ phrase: String) throws -> [String] {
      try home.run("when", phrase, "--from", "2026-03-05").output.split(separator: "\n").map(String.init)
    }
    #expect(try said("next week") == ["next week  →  Mon 2026-03-09 – Sun 2026-03-15"])
    #expect(try said("9 to 11 March").first == "9 to 11 March  →  Mon 2026-03-09 – Wed 2026-03-11")
    #expect(try said("by end of next week").first == "by end of next week  →  until Fri 2026-03-13")
    #expect(try said("noon").first == "noon  →  12:00")
    #expect(try said("tomorrow 5pm–6pm").first == "tomorrow 5pm–6pm  →  Fri 2026-03-06 17:00 – 18:00")
    #expect(try said("next tuesday at 3pm CET") == ["next tuesday at 3pm CET  →  Tue 2026-03-10 15:00 CET"])
    #expect(try said("1h30") == ["1h30  →  1 hour 30 minutes"])
    #expect(try said("every 4 to 6 weeks").first == "every 4 to 6 weeks  →  every 4 to 6 weeks")
    #expect(try said("every Friday").first == "every Friday  →  every Friday")
  }

  @Test func `a period between two days ends with the second`() throws {
    let home = try Home()
    try home.write("a.txt", "Acme Ltd - phone, Thu 5 March 2026\nThey will decide between 9 and 11 March.\n")
    _ = try home.run("import", "a.txt", "--today", "2026-03-06")
    #expect(try home.run("list", "promises", "--json").output.contains("\"due_end\" : \"2026-03-11\""))
    let typed = try home.run(
      "heard", "acme", "--next", "second round", "--by", "16 to 18 march", "--today", "2026-03-06")
    #expect(typed.code == 0)
    #expect(try home.run("list", "promises", "--json").output.contains("\"due_end\" : \"2026-03-18\""))
  }
}
