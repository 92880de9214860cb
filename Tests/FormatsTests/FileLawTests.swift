import Formats
import Model
import SeededNumbers
import Testing

/// Tables, cards and calendars: whatever a text holds, it comes back as it was and adds nothing.
@Suite struct FileLawTests {
  private static let parts = [
    "=1+1", "+44 20", "-5", "@SUM(A1)", "'quoted", "\t", "\r\n", "\n", ",", ";", "\"", "\\", "\\n", "ö", "王小明", "🏳️‍🌈",
    "END:VEVENT\r\nBEGIN:VALARM", ":", "BEGIN:VCARD", " ", "\u{0}", "\u{2028}", "x", "long word of some length", "",
  ]

  private static func text(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }
      .joined()
  }

  /// A strict reader of RFC 4180.
  private func cells(_ text: String) throws -> [[String]] {
    var rows: [[String]] = [[]]
    var rest = Array(text.unicodeScalars)[...]
    try #require(rest.first == "\u{FEFF}")
    rest = rest.dropFirst()
    while !rest.isEmpty {
      var cell = String.UnicodeScalarView()
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while true {
          guard let next = rest.popFirst() else { throw Markup.Fault(description: "an open quote") }
          if next != "\"" {
            cell.append(next)
          } else if rest.first == "\"" {
            cell.append(rest.removeFirst())
          } else {
            break
          }
        }
      } else {
        while let next = rest.first, next != ",", next != "\r" { cell.append(next); rest.removeFirst() }
      }
      rows[rows.count - 1].append(String(cell))
      if rest.first == "," {
        rest = rest.dropFirst()
      } else {
        try #require(rest.prefix(2).elementsEqual("\r\n".unicodeScalars))
        rest = rest.dropFirst(2)
        if !rest.isEmpty { rows.append([]) }
      }
    }
    return rows
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `a table comes back cell by cell, and none is a formula`(seed: UInt64) throws
  {
    var random = SplitMix(seed: seed)
    let rows = (0..<200).map { _ in (0..<4).map { _ in Self.text(&random) } }
    let read = try cells(CSVTable(header: ["a", "b", "c", "d"], rows: rows).text)
    try #require(read.count == 201, "seed \(seed)")
    for (row, found) in zip(rows, read.dropFirst()) {
      for cell in found { #expect(!"=+-@\t\r\n".unicodeScalars.contains(cell.unicodeScalars.first ?? "x")) }
      #expect(found.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 } == row, "seed \(seed): \(row)")
    }
  }

  /// Unfolded lines, each at most 75 bytes as it stands.
  private func lines(_ text: String) throws -> [String] {
    let raw = text.components("\r\n")
    try #require(raw.last == "")
    for line in raw { #expect(line.utf8.count <= 75, "\(line)") }
    return raw.dropLast().reduce(into: []) { lines, line in
      if line.hasPrefix(" ") { lines[lines.count - 1] += line.dropFirst() } else { lines.append(line) }
    }
  }

  private func unescaped(_ text: String) -> String {
    var out = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let next = rest.popFirst() else {
        out.unicodeScalars.append(scalar)
        continue
      }
      out += next == "n" ? "\n" : String(next)
    }
    return out
  }

  /// What cards and calendars keep of a text: its lines and what is seen.
  private func kept(_ text: String) -> String {
    let ends = text.replacing("\r\n", with: "\n").unicodeScalars.map { scalar -> Unicode.Scalar in
      "\r\u{2028}\u{2029}\u{85}".unicodeScalars.contains(scalar) ? "\n" : scalar
    }
    let seen = ends.filter { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(seen))
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `no text adds a property to a calendar or card`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for number in 0..<150 {
      let (summary, detail) = (Self.text(&random), Self.text(&random))
      let entry = CalendarFile.Entry(
        uid: "u\(number)", time: .days(Day(number: 20_000), Day(number: 20_001)), summary: summary, description: detail,
        place: Self.text(&random), link: Self.text(&random), alarm: -60)
      let file = CalendarFile(
        name: Self.text(&random), entries: [(entry, .init(sequence: number, stamp: 1_773_144_005))])
      let read = try lines(file.text)
      #expect(read.count { $0 == "BEGIN:VEVENT" } == 1 && read.count { $0 == "END:VEVENT" } == 1)
      #expect(read.count { $0 == "BEGIN:VALARM" } == 1, "seed \(seed): \(summary)")
      let shown = try #require(read.first { $0.hasPrefix("SUMMARY:") })
      #expect(unescaped(String(shown.dropFirst(8))) == kept(summary), "seed \(seed): \(summary)")
      #expect(read.contains("DTSTAMP:20260310T120005Z") && read.contains("SEQUENCE:\(number)"))
      #expect(read.contains("DTSTART;VALUE=DATE:20241004") && read.contains("DTEND;VALUE=DATE:20241006"))
    }
  }

  @Test(arguments: [UInt64(1), 2]) func `a card holds every field, and its identity as UID`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<150 {
      var person = Person(id: RowID(high: random.next(), low: random.next()))
      (person.name, person.title, person.notes) = (Self.text(&random), Self.text(&random), Self.text(&random))
      (person.email, person.phone, person.address) = (Self.text(&random), Self.text(&random), Self.text(&random))
      person.tags = [Self.text(&random), "warm"]
      let read = try lines(CardFile([(person, Self.text(&random))]).text)
      #expect(read.count { $0.hasPrefix("BEGIN:") } == 1 && read.count { $0.hasPrefix("END:") } == 1)
      #expect(read.count { $0.hasPrefix("UID:urn:uuid:") } == 1 && read.count { $0.hasPrefix("FN:") } == 1)
      let note = read.first { $0.hasPrefix("NOTE:") }.map { unescaped(String($0.dropFirst(5))) } ?? ""
      #expect(note == kept(person.notes), "seed \(seed): \(person.notes)")
    }
  }

  @Test func `a name is parted where that is sure, and stands whole elsewhere`() throws {
    for (name, first, parts) in [
      ("Bea Marchetti", nil, "Marchetti;Bea;;;"), ("王小明", nil, "王小明;;;;"), ("Dana", nil, "Dana;;;;"),
      ("Ana de la Cruz", "Ana", "de la Cruz;Ana;;;"),
    ] {
      var person = Person(id: RowID(high: 1, low: 2))
      (person.name, person.firstName) = (name, first)
      let read = try lines(CardFile([(person, nil)]).text)
      #expect(read.contains("N:" + parts), "\(read)")
      #expect(read.contains("UID:urn:uuid:00000000-0000-0001-0000-000000000002"))
    }
  }

  @Test(arguments: [UInt64(1), 2]) func `file names of a vault hold nothing that a system or a link refuses`(
    seed: UInt64
  ) {
    var random = SplitMix(seed: seed)
    for _ in 0..<500 {
      guard let name = Markdown.fileName(Self.text(&random)) else { continue }
      #expect(!name.isEmpty && name.utf8.count <= 120 && !name.hasPrefix(".") && !name.hasSuffix(" "))
      #expect(!name.unicodeScalars.contains { "/\\:*?\"<>|#^[]\n\r\0".unicodeScalars.contains($0) }, "\(name)")
    }
    #expect(Markdown.fileName("../../etc/passwd") == "etc passwd")
    #expect(Markdown.escaped("[[x]](y) <b> `z`\n# a") == "\\[\\[x\\]\\](y) \\<b\\> \\`z\\` \\# a")
  }
}

extension String {
  /// Split by scalars: for a `Character` CR LF and what follows may be one.
  fileprivate func components(_ separator: String) -> [String] {
    var parts = [String.UnicodeScalarView()]
    var rest = unicodeScalars[...]
    let mark = Array(separator.unicodeScalars)
    while !rest.isEmpty {
      if rest.prefix(mark.count).elementsEqual(mark) {
        rest = rest.dropFirst(mark.count)
        parts.append(.init())
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts.map { String($0) }
  }
}
