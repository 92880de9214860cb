import BundleFile
import Merge
import Model

extension HostileFile {
  /// Files whose form is sound and whose meaning is a lie, or looks like an attack.
  static func meaningFiles(_ sound: SoundBundle) throws -> [HostileFile] {
    try structure(sound) + heads() + deltas(sound) + contents(sound) + names(sound)
  }

  private static func structure(_ sound: SoundBundle) throws -> [HostileFile] {
    let lines = sound.text.split(separator: 0x0A).map(Array.init)
    let end = lines[lines.count - 1]
    let text = { (lines: [[UInt8]]) in try packed(Array(lines.map { $0 + [0x0A] }.joined())) }
    let changed = String(decoding: sound.text, as: UTF8.self).replacing("hello 1", with: "hullo 1")
    let unknown = Array("{\"a\":1,\"t\":\"zz-new\"}".utf8)
    return [
      HostileFile("no-head", try text(Array(lines.dropFirst())), .reject, "no head"),
      HostileFile("no-end-line", try text(lines.dropLast()), .reject, "no end line"),
      HostileFile("end-early", try text([lines[0], end, lines[1]]), .reject, "lines after the end"),
      HostileFile("two-heads", try text([lines[0]] + lines), .reject, "two heads"),
      HostileFile("changed-text", try packed(Array(changed.utf8)), .reject, "a word changed, the sum not"),
      HostileFile(
        "changed-text-and-sum",
        try TextBundle(bytes: Array(lines.dropLast())).replacing("hello 1", with: "hullo 1")
          .file(end: "{\"person\":3}"), .reject, "a word changed and the sum made anew: the chain hash does not hold"),
      HostileFile(
        "wrong-count", try TextBundle(bytes: Array(lines.dropLast())).file(end: "{\"person\":99}"), .reject,
        "the counts lie"),
      HostileFile(
        "unknown-line", try TextBundle(bytes: lines.dropLast() + [unknown]).file(end: "{\"person\":3}"), .reject,
        "a line of an unknown type, though the head requires nothing"),
    ]
  }

  private static func heads() throws -> [HostileFile] {
    let file = { (head: String) in try TextBundle(head).file() }
    let stream = { (from: String, to: String) in
      "[{\"before\":\"\(TextBundle.hash)\",\"end\":\"\(TextBundle.hash)\",\"from\":\(from),\"id\":\"\(TextBundle.id)\",\"to\":\(to)}]"
    }
    return [
      HostileFile("future-version", try file(TextBundle.head(streams: "[]", version: "2")), .reject, "version 2"),
      HostileFile(
        "unknown-feature", try file(TextBundle.head(streams: "[]", req: "[\"x-new\"]")), .reject, "a feature"),
      HostileFile("unknown-kind", try file(TextBundle.head(streams: "[]", kind: "full")), .reject, "a kind of bundle"),
      HostileFile("range-backwards", try file(TextBundle.head(streams: stream("9", "3"))), .reject, "from 9 to 3"),
      HostileFile("range-zero", try file(TextBundle.head(streams: stream("0", "3"))), .reject, "from 0"),
      HostileFile(
        "range-empty", try file(TextBundle.head(streams: stream("100", "120"))), .reject, "no changes follow"),
      HostileFile(
        "range-huge", try file(TextBundle.head(streams: stream("2", "9007199254740991"))), .reject,
        "9 quadrillion changes claimed"),
      HostileFile(
        "forged-seq", try TextBundle(TextBundle.head, TextBundle.tx("[\"f\",1]", seq: 50)).file(), .reject,
        "a change out of its range"),
    ]
  }

  /// Names that a store which compares or cuts texts as people see them would not give back as they came.
  private static func names(_ sound: SoundBundle) throws -> [HostileFile] {
    let composed = "caf\u{E9}", decomposed = "cafe\u{301}"
    let id = RowID(high: 11, low: 1)
    let value = Operation.set(.string("x"))
    let looksAlike =
      [composed, decomposed].map { Change(Subject(kind: $0, id: id), "f", value) }
      + [composed, decomposed].map { Change(Subject(kind: "person", id: id), $0, value) }
      + [composed, decomposed].map { Change(Subject(kind: "person", id: id), "tags", .add($0)) }
    return [
      HostileFile(
        "names-look-alike", try sound.file(looksAlike), .accept, "names and elements that differ in composition alone")
    ]
  }

  /// Text deltas against what is not there, or beyond it.
  private static func deltas(_ sound: SoundBundle) throws -> [HostileFile] {
    let none = "[\"notes\",\"t\",[\"0:1:AAAAAAAAAAA\"],[0,0,4]]"
    let index = "[\"notes\",\"t\",[],[0,0,4]]"
    return try [("delta-no-base", none), ("delta-no-index", index)].map { name, change in
      HostileFile(
        name, try TextBundle(TextBundle.head, TextBundle.tx(change)).file(), .reject, "a text delta without its base")
    }
  }

  /// Sound bundles whose contents must stay contents.
  private static func contents(_ sound: SoundBundle) throws -> [HostileFile] {
    let row = Subject(kind: "person", id: RowID(high: 7, low: 0))
    let set = { (text: String) in [Change(row, "name", .set(.string(text)))] }
    let deletes = (0..<1000).map { number in
      Change(Subject(kind: "person", id: RowID(high: 7, low: number)), ReservedField.presence, .delete)
    }
    let new = Subject(kind: "zz-new", id: RowID(high: 9, low: 9))
    let pending = try SoundBundle.file([
      Transaction(
        incarnation: sound.incarnation, first: 101, previous: ChainHash(repeatElement(5, count: 32)), context: [],
        wall: 0, command: "edit", changes: set("later"))
    ])
    return [
      HostileFile("clock-2999", try sound.file(wall: 32_503_680_000_000, set("later")), .accept, "a clock in 2999"),
      HostileFile("clock-1969", try sound.file(wall: -1, set("earlier")), .accept, "a clock before 1970"),
      HostileFile("gap", pending, .accept, "changes whose predecessors are missing: kept, named, shown nowhere"),
      HostileFile("delete-all", try sound.file(deletes), .accept, "deletes of everything: import asks first"),
      HostileFile("nul", try sound.file(set("a\u{0}b")), .accept, "a NUL within a text"),
      HostileFile(
        "escapes", try sound.file(set("\u{1B}]0;pwned\u{7}\u{1B}[2J\u{9B}31m\u{202E}egnp.exe")), .accept,
        "terminal escapes: stored as they are, shown harmless"),
      HostileFile("path", try sound.file(set("../../.bashrc")), .accept, "a path: names are data"),
      HostileFile("command", try sound.file(command: "rm -rf ~ \u{1B}[2K", set("x")), .accept, "a command's text"),
      HostileFile("sql", try sound.file(set("x'); DROP TABLE person;--")), .accept, "SQL"),
      HostileFile("csv", try sound.file(set("=HYPERLINK(\"http://x\",\"y\")")), .accept, "a spreadsheet's formula"),
      HostileFile(
        "unknown-field", try sound.file([Change(row, "zz_new", .set(.integer(1)))]), .accept, "an unknown field: kept"),
      HostileFile(
        "unknown-op", try sound.file([Change(row, "name", .unknown(name: "zz", payload: "[{\"a\":[1]}]"))]), .accept,
        "an unknown operation: kept"),
      HostileFile(
        "unknown-row", try sound.file([Change(new, "f", .set(.unknown(tag: "zz", json: "[]")))]), .accept,
        "an unknown kind and value: kept"),
    ]
  }
}

extension TextBundle {
  fileprivate func replacing(_ old: String, with new: String) -> TextBundle {
    TextBundle(bytes: lines.map { Array(String(decoding: $0, as: UTF8.self).replacing(old, with: new).utf8) })
  }
}
