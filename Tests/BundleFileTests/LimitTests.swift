import BundleFile
import HostileCorpus
import Merge
import Model
import Testing

/// Each limit: one step beyond it is refused as too large; at the limit something else is at most wrong.
@Suite struct `Limits of the reader` {
  private func name(_ lines: String...) throws -> String? {
    try TextBundle(bytes: lines.map { Array($0.utf8) }).fault()?.name
  }

  private func change(_ value: String) -> String { TextBundle.tx("[\"f\",\(value)]") }

  private func repeated(_ text: String, _ count: Int, separator: String = "") -> String {
    Array(repeating: text, count: count).joined(separator: separator)
  }

  @Test func `a line`() throws {
    let filler = repeated("a", Limits.lineBytes)
    #expect(try name(TextBundle.head, change("\"\(filler)\"")) == "tooLarge")
    #expect(try name(TextBundle.head, filler) == "tooLarge")
  }

  @Test func `nesting`() throws {
    let inner = { (depth: Int) in "{\"q\":" + self.repeated("[", depth) + self.repeated("]", depth) + "}" }
    // The line, its changes, the group, the change and the tagged value are five levels.
    #expect(try name(TextBundle.head, change(inner(Limits.nesting - 5))) == "damaged")
    #expect(try name(TextBundle.head, change(inner(Limits.nesting - 4))) == "tooLarge")
    #expect(try name(TextBundle.head, change(inner(100_000))) == "tooLarge")
  }

  @Test func `keys of an object`() throws {
    let object = { (count: Int) in
      "{\"q\":{" + (0..<count).map { "\"\(10_000 + $0)\":0" }.joined(separator: ",") + "}}"
    }
    #expect(try name(TextBundle.head, change(object(Limits.keysOfObject))) == "damaged")
    #expect(try name(TextBundle.head, change(object(Limits.keysOfObject + 1))) == "tooLarge")
  }

  @Test func `values of a line`() throws {
    let array = { (count: Int) in "{\"q\":[" + self.repeated("0", count, separator: ",") + "]}" }
    #expect(try name(TextBundle.head, change(array(Limits.valuesOfLine - 100))) == "damaged")
    #expect(try name(TextBundle.head, change(array(Limits.valuesOfLine))) == "tooLarge")
  }

  @Test func `a string`() throws {
    #expect(try name(TextBundle.head, change("\"\(repeated("a", Limits.stringBytes))\"")) == "damaged")
    #expect(try name(TextBundle.head, change("\"\(repeated("a", Limits.stringBytes + 1))\"")) == "tooLarge")
  }

  @Test func `an id and a hash`() throws {
    for id in ["", "AAAA", TextBundle.id + "A", "AAAAAAAAAAEAAAAAAAAAAh", "AAAAAAAAAAEAAAAAAAAA+g"] {
      #expect(try name(TextBundle.head, change("{\"i\":\"person:\(id)\"}")) == "notCanonical")
    }
    #expect(try name(TextBundle.head, change("{\"i\":\"person:\(TextBundle.id)\"}")) == "damaged")
  }

  @Test func `names of kinds, fields, operations and tags`() throws {
    let long = repeated("n", Limits.nameBytes + 1)
    #expect(try name(TextBundle.head, TextBundle.tx("[\"\(long)\",1]")) == "tooLarge")
    #expect(try name(TextBundle.head, TextBundle.tx("[\"f\",\"\(long)\",1]")) == "tooLarge")
    #expect(try name(TextBundle.head, change("{\"\(long)\":1}")) == "tooLarge")
    #expect(try name(TextBundle.head, change("{\"i\":\"\(long):\(TextBundle.id)\"}")) == "tooLarge")
    #expect(try name(TextBundle.head, change("{\"i\":\"tx:\(TextBundle.id)\"}")) == "inconsistent")
    #expect(try name(TextBundle.head, TextBundle.tx("[\"\(long.dropLast())\",1]")) == "damaged")
  }

  @Test func `the head`() throws {
    let streams = repeated("\"x\",", Limits.headBytes / 4)
    #expect(try name(TextBundle.head(streams: "[\(streams)0]")) == "tooLarge")
    let end = try #require(ChainHash(repeatElement(0, count: 32)))
    let many = (0..<2000).map { number in
      StreamRange(
        incarnation: Incarnation(RowID(high: 0, low: UInt64(number))), first: 1, last: 1, before: nil, end: end)
    }
    #expect(throws: BundleError.self) { try written(BundleHead(kind: .backup, streams: many), []) }
  }

  @Test func `required features`() throws {
    let head = { (count: Int) in
      TextBundle.head(streams: "[]", req: "[" + self.repeated("\"f\"", count, separator: ",") + "]")
    }
    #expect(try name(head(Limits.features)) == "unknownFeature")
    #expect(try name(head(Limits.features + 1)) == "tooLarge")
  }

  @Test func `kinds`() throws {
    let changes = (0...Limits.kinds).map { number in
      Change(Subject(kind: "kind\(number)", id: RowID(high: 0, low: 0)), "f", .clear)
    }
    let bundle = { (count: Int) throws -> BundleReport in
      let transaction = Transaction(
        incarnation: Incarnation(RowID(high: 1, low: 1)), first: 1, previous: nil, context: [], wall: 0, command: "",
        changes: Array(changes[..<count]))
      let stream = StreamRange(
        incarnation: transaction.incarnation, first: 1, last: count, before: nil, end: transaction.hash)
      return try read(written(BundleHead(kind: .backup, streams: [stream]), [transaction]).bytes).report
    }
    #expect(try bundle(Limits.kinds).counts.count == Limits.kinds)
    #expect(throws: BundleError.self) { try bundle(Limits.kinds + 1) }
  }

  @Test func `machines`() throws {
    let lines = (0..<6).map { line in
      let references = (0..<12_000).map { number in
        let digits = String(100_000 + line * 12_000 + number)
        return "\"AAAAAAAAAAAAAAA\(digits)A:1:AAAAAAAAAAA\""
      }
      return TextBundle.part("[\"f\",\"c\",{\"k\":[\(references.joined(separator: ","))]}]", line + 1, of: 9)
    }
    var bundle = TextBundle(bytes: ([TextBundle.head] + lines).map { Array($0.utf8) })
    bundle.addChecks()
    #expect(try bundle.fault()?.name == "tooLarge")
  }

  @Test func `references in a list`() throws {
    let list = { (count: Int) in
      TextBundle.tx("[\"f\",\"c\",{\"k\":[\(self.repeated("\"0:1:AAAAAAAAAAA\"", count, separator: ","))]}]")
    }
    #expect(try name(TextBundle.head, list(Limits.referencesOfList)) == "damaged")
    #expect(try name(TextBundle.head, list(Limits.referencesOfList + 1)) == "tooLarge")
  }

  @Test func `a number`() throws {
    #expect(try name(TextBundle.head, change("9007199254740991")) == "damaged")
    #expect(try name(TextBundle.head, change("-9007199254740991")) == "damaged")
    #expect(try name(TextBundle.head, change("9007199254740992")) == "tooLarge")
    #expect(try name(TextBundle.head, change(repeated("9", 1_000_000))) == "tooLarge")
  }

  @Test func `a command`() throws {
    let command = { (count: Int) in
      "{\"at\":0,\"changes\":[[\"person:\(TextBundle.id)\",[\"f\",1]]],\"command\":\"\(self.repeated("c", count))\","
        + "\"context\":[],\"hash\":\"AAAAAAAAAAA\",\"seq\":1,\"stream\":0,\"t\":\"tx\"}"
    }
    #expect(try name(TextBundle.head, command(Limits.commandBytes)) == "damaged")
    #expect(try name(TextBundle.head, command(Limits.commandBytes + 1)) == "tooLarge")
  }

  @Test func `how far a file unfolds`() throws {
    let line = TextBundle.head + "\n"
    let spaces = Array(repeating: UInt8(ascii: " "), count: 7 << 20) + [0x0A]
    let text = Array(line.utf8) + spaces + spaces + spaces
    #expect(throws: BundleError.self) { try read(packed(text)) }
  }

  @Test func `changes of a transaction`() throws {
    let changes = repeated("[\"f\",1]", 20_000, separator: ",")
    var lines = [Array(TextBundle.head.utf8)]
    for part in 1...27 {
      lines.append(Array(TextBundle.part(changes, part, of: 30, seq: 1 + 20_000 * (part - 1)).utf8))
    }
    var bundle = TextBundle(bytes: lines)
    bundle.addChecks()
    #expect(try bundle.fault()?.name == "tooLarge")
  }
}
