import Foundation
import Testing

/// A mirror's folder in the hands of the programs that it is for.
@Suite struct MirrorTests {
  private let home: Home
  private static let today = ["--today", "2026-06-12"]

  init() throws {
    home = try Home()
    for (firm, person) in [("Quillon & Söhne", "Farida Nasser"), ("Lumenpay", "王小明"), ("Ostrande", "Jörg Müller")] {
      _ = try home.run(
        ["add", "interview", firm, "role=Engineer", "with=\(person)", "start=2026-06-18T10:00"] + Self.today)
    }
    _ = try home.run(["set", "farida", "email=farida@quillon.example", "phone=+44 20 7946 0001", "notes=likes tea"])
    try FileManager.default.createDirectory(atPath: home.path(".config"), withIntermediateDirectories: true)
  }

  private func mirror(_ options: String...) throws -> Home.Outcome {
    let outcome = try home.run(["mirror", "m"] + options + Self.today)
    #expect(outcome.code == 0, "\(outcome)")
    return outcome
  }

  private func names(_ half: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home.path("m/" + half)).sorted()
  }

  @Test func `a folder is made for its owner alone, is the same the second time, and can be undone`() throws {
    let first = try mirror()
    #expect(first.talk.contains("Wrote 3 cards and") && first.talk.contains("khard"), "\(first.talk)")
    for file in try names("contacts").map({ "contacts/" + $0 }) + names("calendar").map({ "calendar/" + $0 }) {
      let rights = try FileManager.default.attributesOfItem(atPath: home.path("m/" + file))[.posixPermissions]
      #expect(rights as? Int == 0o600)
    }
    #expect(try mirror().talk == "The folder and the store say the same.\n")
    let card = try #require(try names("contacts").first { try text("contacts/" + $0).contains("Farida") })
    try home.write("m/contacts/" + card, try text("contacts/" + card).replacing("likes tea", with: "likes coffee"))
    #expect(try mirror("-n").talk.contains("Would take in changes of Farida Nasser."))
    let taken = try mirror()
    #expect(taken.talk.contains("Took in changes of Farida Nasser.") && taken.talk.contains("Undo:"), "\(taken.talk)")
    #expect(try home.run("show", "farida").output.contains("likes coffee"))
    _ = try home.run("undo")
    #expect(try mirror().talk.contains("Wrote 1 card."))
    #expect(try text("contacts/" + card).contains("likes tea"))
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: home.path("m/" + file), encoding: .utf8)
  }

  @Test func `what both sides changed is a conflict with the address book`() throws {
    _ = try mirror()
    let card = try #require(try names("contacts").first { try text("contacts/" + $0).contains("Farida") })
    try home.write(
      "m/contacts/" + card, try text("contacts/" + card).replacing("FN:Farida Nasser", with: "FN:Farida Nasser-Roy"))
    _ = try home.run("set", "farida", "name=Farida N. Nasser")
    #expect(try mirror().talk.contains("1 field changed on both sides"))
    let conflicts = try home.run("conflicts").output
    #expect(conflicts.contains("address book") && conflicts.contains("laptop"), "\(conflicts)")
    #expect(conflicts.contains("Farida Nasser-Roy") && conflicts.contains("Farida N. Nasser"))
  }

  @Test func `what is deleted is asked on a terminal, and left elsewhere`() throws {
    _ = try mirror()
    let card = try #require(try names("contacts").first { try text("contacts/" + $0).contains("王小明") })
    try FileManager.default.removeItem(atPath: home.path("m/contacts/" + card))
    let left = try mirror()
    #expect(left.talk.contains("Deleted in the folder: 王小明.") && left.talk.contains("--yes"), "\(left.talk)")
    #expect(try home.run("list", "people", "--plain").output.contains("王小明"))
    // What is no answer leaves both sides as they are.
    for (answer, isThere) in [("maybe\n", true), ("\n", true), ("\u{4}", true), ("y\n", false)] {
      let terminal = try Terminal(home, ["mirror", "m"] + Self.today)
      try terminal.wait(for: "[y/n]")
      terminal.type(answer)
      #expect(terminal.rest().code == 0)
      #expect(try names("contacts").count == 2)
      #expect(try home.run("list", "people", "--plain").output.contains("王小明") == isThere, "\(answer)")
    }
    #expect(try !home.run("list", "people", "--plain").output.contains("王小明"))
  }

  @Test(arguments: [
    "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:x\r\nFN:", "BEGIN:VCARD\nVERSION:4.0\nUID:x\nFN:A\nEND:VCARD\nEND:VCARD\n",
    "BEGIN:VCARD\nVERSION:4.0\nUID:x\nFN:a\u{1B}[2J\u{202E}=cmd\nN;;;:;;;;;;;;\nTEL;TYPE=\"::\nEMAIL\n:\nEND:VCARD\n",
    String(repeating: "BEGIN:VCARD\n", count: 50_000),
    String(repeating: "BEGIN:VCARD\n", count: 9_000) + String(repeating: "END:VCARD\n", count: 9_000), "\u{FEFF}",
    "\n\n \n", "END:VCARD\n",
    "BEGIN:VCARD\nVERSION:3.0\nUID:y\nFN:Long\nNOTE:" + String(repeating: "x\n y", count: 500_000) + "\nEND:VCARD\n",
    "BEGIN:VCARD\nVERSION:3.0\nUID:z\nFN:Huge\nNOTE:" + String(repeating: "z", count: 10 << 20) + "\nEND:VCARD\n",
  ]) func `a hostile card changes nothing`(card: String) throws {
    _ = try mirror()
    let before = try home.run("list", "people", "--json").output
    try home.write("m/contacts/evil.vcf", card)
    let outcome = try mirror("--new-people")
    #expect(!outcome.talk.contains("\u{1B}") && !outcome.talk.contains("\u{202E}"))
    if !outcome.talk.contains("new pe") { #expect(try home.run("list", "people", "--json").output == before) }
    #expect(FileManager.default.contents(atPath: home.path("m/contacts/evil.vcf")) == Data(card.utf8))
  }

  @Test(arguments: [
    "RRULE:FREQ=SECONDLY;COUNT=999999999\r\nRDATE:20260101T000000Z", "DTSTART:99999999T999999Z", "DTSTART:2026",
    "DTSTART;TZID=Nowhere/Land:20260619T100000", "DTSTART;TZID=\"a:b\":20260619T100000",
    "RECURRENCE-ID:20260618T100000Z",
  ]) func `a hostile entry moves nothing to nowhere`(line: String) throws {
    _ = try mirror()
    let file = "calendar/" + (try #require(try names("calendar").first { $0.hasPrefix("interview") }))
    let entry = try text(file)
    let name = line.prefix { $0 != ":" && $0 != ";" }
    let lines = entry.replacing("\r\n", with: "\n").split(separator: "\n").filter {
      !$0.hasPrefix("\(name)") || name == "RRULE"
    }
    try home.write("m/" + file, lines.joined(separator: "\n").replacing("UID:", with: line + "\nUID:") + "\n")
    let before = try home.run("list", "interviews", "--plain").output
    _ = try mirror()
    #expect(try home.run("list", "interviews", "--plain").output == before)
  }

  // MARK: other programs

  private func configure() throws {
    try home.write(
      "khard.conf",
      "[addressbooks]\n[[m]]\npath = \(home.path("m/contacts"))\n[general]\neditor = /bin/false\nmerge_editor = /bin/false\n"
    )
    try home.write(
      "khal.conf",
      """
      [calendars]
      [[m]]
      path = \(home.path("m/calendar"))
      [locale]
      timeformat = %H:%M
      dateformat = %Y-%m-%d
      longdateformat = %Y-%m-%d
      datetimeformat = %Y-%m-%d %H:%M
      longdatetimeformat = %Y-%m-%d %H:%M
      local_timezone = UTC
      default_timezone = UTC
      [default]
      default_calendar = m
      [sqlite]
      path = \(home.path("khal.db"))
      """)
  }

  @Test(.enabled(if: OutsideProgram.khard != nil, "khard is not installed"))
  func `khard lists, finds and changes people`() throws {
    let khard = try #require(OutsideProgram.khard)
    _ = try mirror()
    try configure()
    let arguments = ["-c", home.path("khard.conf")]
    let list = try khard.run(arguments + ["list"], in: home)
    #expect(list.code == 0, "\(list)")
    for name in ["Farida Nasser", "王小明", "Jörg Müller"] { #expect(list.output.contains(name), "\(list)") }
    #expect(try khard.run(arguments + ["email", "farida"], in: home).output.contains("farida@quillon.example"))
    let show = try khard.run(arguments + ["show", "--format=yaml", "farida"], in: home)
    #expect(show.output.contains("Quillon & Söhne") && show.output.contains("likes tea"), "\(show)")
    // Changed as khard changes it: from a file of its own form.
    try home.write(
      "edit.yaml", show.output.replacing("likes tea", with: "likes coffee").replacing("Title :", with: "Title : Boss"))
    let edit = try khard.run(
      arguments + ["edit", "--input-file", home.path("edit.yaml"), "farida"], in: home, input: "y\n")
    #expect(edit.code == 0 || edit.output.contains("updated"), "\(edit)")
    let taken = try mirror()
    #expect(taken.talk.contains("Farida Nasser"), "\(taken.talk) \(edit)")
    #expect(try home.run("show", "farida").output.contains("likes coffee"))
    #expect(try mirror().talk == "The folder and the store say the same.\n")
    #expect(try names("contacts").count == 3)
  }

  @Test(.enabled(if: OutsideProgram.khal != nil, "khal is not installed"))
  func `khal shows interviews and follow-ups`() throws {
    let khal = try #require(OutsideProgram.khal)
    _ = try mirror()
    try configure()
    let list = try khal.run(
      ["-c", home.path("khal.conf"), "list", "--format", "{start-time} {title}", "2026-06-18", "1d"], in: home)
    #expect(list.code == 0, "\(list)")
    #expect(list.output.contains("10:00 Interview: Quillon & Söhne, Engineer"), "\(list)")
    _ = try home.run(["set", "interview:quillon", "start=2026-06-19T11:30"] + Self.today)
    _ = try mirror()
    let moved = try khal.run(
      ["-c", home.path("khal.conf"), "list", "--format", "{start-time} {title}", "2026-06-19", "1d"], in: home)
    #expect(moved.output.contains("11:30 Interview: Quillon & Söhne, Engineer"), "\(moved)")
  }

  @Test func `an interview that is dragged in a calendar moves here, once`() throws {
    _ = try mirror()
    let file =
      "calendar/"
      + (try #require(try names("calendar").first { try text("calendar/" + $0).contains("Interview: Lumenpay") }))
    let dragged = try text(file).replacing(
      "DTSTART:20260618T100000Z", with: "DTSTART;TZID=Europe/Berlin:20260619T160000"
    )
    .replacing("DTEND:20260618T110000Z", with: "DTEND;TZID=Europe/Berlin:20260619T173000")
    .replacing("SUMMARY:", with: "X-MINE:1\r\nSUMMARY:")
    try home.write("m/" + file, dragged)
    #expect(try mirror().talk.contains("Took in changes of Interview: Lumenpay"))
    #expect(try home.run("list", "interviews", "--plain").output.contains("2026-06-19T14:00"))
    #expect(try text(file) == dragged)
    #expect(try mirror().talk == "The folder and the store say the same.\n")
    // Moved here, it lasts as long as it was dragged to.
    _ = try home.run(["set", "interview:lumenpay", "start=2026-06-22T09:00"] + Self.today)
    _ = try mirror()
    let moved = try text(file)
    #expect(moved.contains("DTSTART:20260622T090000Z") && moved.contains("DTEND:20260622T103000Z"), "\(moved)")
    #expect(moved.contains("X-MINE:1\r\n") && moved.contains("SEQUENCE:1"))
  }
}
