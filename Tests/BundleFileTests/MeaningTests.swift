import BundleFile
import HostileCorpus
import Testing

/// Texts that are well formed but say what cannot be, or are not a bundle's at all.
@Suite struct `What a bundle cannot say` {
  private let end = "{\"end\":\"\(TextBundle.hash)\""
  private let one = "[\"f\",1]"

  private func name(_ lines: [String], end: String? = "{}") throws -> String? {
    try TextBundle(bytes: lines.map { Array($0.utf8) }).fault(end: end)?.name
  }

  @Test func `an empty bundle is accepted, and nothing else so short`() throws {
    #expect(try name([TextBundle.head(streams: "[]")]) == nil)
    #expect(try name([TextBundle.head(streams: "[]")], end: nil) == "incomplete")
    #expect(try name([]) == "notABundle")
    #expect(try name(["{}"]) == "notABundle")
    #expect(try name(["notes of Tuesday"]) == "notABundle")
    #expect(try name([TextBundle.tx(one)]) == "notABundle")
  }

  @Test func `a newer version and an unknown feature are named`() throws {
    let newer = TextBundle(TextBundle.head(streams: "{\"new\":1}", version: "2"))
    #expect(try newer.fault() == .newerVersion(2))
    let feature = TextBundle(TextBundle.head(streams: "7", kind: "other", req: "[\"x-new\"]"))
    #expect(try feature.fault() == .unknownFeature("x-new"))
    #expect(try name([TextBundle.head(streams: "[]", version: "0")]) == "inconsistent")
    #expect(try name([TextBundle.head(streams: "[]").replacing("afterword-bundle", with: "other")]) == "notABundle")
  }

  @Test(arguments: [
    (",\"from\":9,", ",\"to\":3}", "inconsistent"), (",\"from\":0,", ",\"to\":3}", "inconsistent"),
    (",\"from\":2,", ",\"to\":3}", "inconsistent"), (",\"from\":-1,", ",\"to\":3}", "inconsistent"),
    (",\"from\":1,", "}", "notCanonical"), (",\"from\":1.0,", ",\"to\":3}", "notCanonical"),
  ])
  func `ranges that are none`(from: String, to: String, expected: String) throws {
    let stream = end + from + "\"id\":\"\(TextBundle.id)\"" + to
    #expect(try name([TextBundle.head(streams: "[\(stream)]")]) == expected)
  }

  @Test func `streams out of order or twice`() throws {
    let stream = { (id: String) in self.end + ",\"from\":1,\"id\":\"\(id)\",\"to\":3}" }
    let (low, high) = (stream(TextBundle.id), stream("BAAAAAAAAAEAAAAAAAAAAg"))
    #expect(try name([TextBundle.head(streams: "[\(high),\(low)]")]) == "notCanonical")
    #expect(try name([TextBundle.head(streams: "[\(low),\(low)]")]) == "inconsistent")
  }

  @Test func `changes that are missing, too many or out of order`() throws {
    #expect(try name([TextBundle.head]) == "inconsistent")
    #expect(try name([TextBundle.head, TextBundle.tx(one, seq: 2)]) == "inconsistent")
    #expect(try name([TextBundle.head(streams: "[]"), TextBundle.tx(one)]) == "inconsistent")
    #expect(
      try name([TextBundle.head, TextBundle.tx(one).replacing("\"stream\":0", with: "\"stream\":1")]) == "inconsistent")
    #expect(try name([TextBundle.head, TextBundle.part(one, 1, of: 2)]) == "inconsistent")
    #expect(
      try name([TextBundle.head, TextBundle.part(one, 1, of: 3), TextBundle.part(one, 3, of: 3)]) == "inconsistent")
  }

  @Test func `a chain hash that does not hold`() throws {
    #expect(try name([TextBundle.head, TextBundle.tx(one)]) == "damaged")
  }

  @Test func `lines after the end, a second head, unknown lines`() throws {
    let whole = [TextBundle.head(streams: "[]")]
    #expect(try name(whole + whole) == "inconsistent")
    #expect(try name(whole + ["{\"a\":1,\"t\":\"zz-new\"}"]) == "notCanonical")
    #expect(try name(whole + [""]) == "notCanonical")
    let file = try TextBundle(bytes: whole.map { Array($0.utf8) }).file()
    let twice = try packed(Array((text(of: file) + text(of: file)).utf8))
    #expect(throws: BundleError.self) { try read(twice) }
  }

  @Test(arguments: [
    "[\"f\",[1]]", "[\"f\",null]", "[\"f\",1.5]", "[\"f\",-0]", "[\"f\",01]", "[\"f\", 1]", "[\"f\",\"c\",[]]",
    "[\"f\",{\"d\":\"2026-04-21\",\"e\":1}]", "[\"f\",{}]", "[\"f\",{\"q\":{\"b\":1,\"a\":1}}]",
    "[\"f\",{\"q\":{\"a\":1,\"a\":1}}]",
    "[\"f\",\"x\",1]", "[\"f\",\"a\",1]", "[\"f\",\"\\u0041\"]", "[\"f\",\"\\/\"]", "[\"f\",\"\\u000A\"]",
    "[\"f\",\"\\ud800\"]",
    "[\"f\",\"\u{1}\"]", "[\"\",1]", "[1,1]", "[\"f\"]", "[]", "[\"f\",1,2]", "[\"f\",{\"y\":\"AB==\"}]",
    "[\"f\",{\"y\":\"A\"}]",
    "[\"f\",{\"k\":[]}]", "[\"f\",\"s\",1,{\"k\":[1]}]", "[\"f\",\"c\",{\"k\":[\"0:0:AAAAAAAAAAA\"]}]",
    "[\"f\",\"c\",{\"k\":[\"0:1:AAAAAAAAAAB\"]}]", "[\"f\",\"c\",{\"k\":[\"00:1:AAAAAAAAAAA\"]}]",
  ])
  func `changes in another than the one form`(change: String) throws {
    #expect(try name([TextBundle.head, TextBundle.tx(change)]) == "notCanonical")
  }

  @Test(arguments: [
    "[\"f\",{\"d\":\"2026-02-30\"}]", "[\"f\",{\"z\":\"2026-02-01T24:00\"}]", "[\"f\",{\"i\":7}]",
    "[\"f\",{\"yb\":\"00\"}]",
    "[\"f\",\"t\",[],{\"sb\":\"00\"}]", "[\"f\",\"t\",[],[0,0,1]]", "[\"f\",\"t\",[\"0:1:AAAAAAAAAAA\"],[0,0,1]]",
    "[\"f\",\"c\",{\"k\":[\"9:1:AAAAAAAAAAA\"]}]",
  ])
  func `changes that name what is not there`(change: String) throws {
    #expect(try name([TextBundle.head, TextBundle.tx(change)]) == "inconsistent")
  }

  @Test func `bytes that are not UTF-8`() throws {
    for bytes: [UInt8] in [[0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] {
      let parts = TextBundle.tx("[\"f\",\"@\"]").split(separator: "@").map { Array($0.utf8) }
      let bundle = TextBundle(bytes: [Array(TextBundle.head.utf8), parts[0] + bytes + parts[1]])
      #expect(try bundle.fault()?.name == "notCanonical")
    }
    let head = Array(TextBundle.head(streams: "[]").utf8)
    #expect(try TextBundle(bytes: [[0xEF, 0xBB, 0xBF] + head]).fault()?.name == "notCanonical")
    #expect(try TextBundle(bytes: [head + [0x0D]]).fault()?.name == "notABundle")
  }

  @Test func `blobs that nobody asked for, in another order or of another content`() throws {
    let blob = { (part: Int, parts: Int, data: String, sum: String) in
      "{\"data\":\"\(data)\",\"part\":[\(part),\(parts)],\"sha256\":\"\(sum)\",\"t\":\"blob\"}"
    }
    let sum = hexDigest([1, 2, 3])
    #expect(try name([TextBundle.head, blob(1, 1, "AQID", sum), TextBundle.tx(one)]) == "damaged")
    #expect(try name([TextBundle.head(streams: "[]"), blob(1, 1, "AQID", sum)]) == "inconsistent")
    #expect(try name([TextBundle.head, blob(1, 1, "AQIE", sum)]) == "damaged")
    #expect(try name([TextBundle.head, blob(2, 2, "AQID", sum)]) == "inconsistent")
    #expect(try name([TextBundle.head, blob(1, 2, "AQID", sum)]) == "inconsistent")
    #expect(try name([TextBundle.head, blob(1, 1, "", hexDigest([]))]) == "inconsistent")
  }

  @Test func `a check where none belongs, none where one does`() throws {
    let check = "{\"bytes\":1,\"lines\":1,\"sha256\":\"\",\"t\":\"check\"}"
    #expect(try name([TextBundle.head(streams: "[]"), check]) == "inconsistent")
    let filler = TextBundle.tx("[\"f\",\"" + String(repeating: "a", count: Limits.stringBytes) + "\"]")
    let first = filler.replacing("\"hash\":\"AAAAAAAAAAA\"", with: "\"part\":[1,2]")
    #expect(try name([TextBundle.head, first, TextBundle.part(one, 2, of: 2)]) == "inconsistent")
  }

  @Test func `an end whose sums or counts lie`() throws {
    let head = TextBundle.head(streams: "[]")
    #expect(try name([head], end: "{\"person\":1}") == "damaged")
    let file = try TextBundle(head).file()
    let lie = try text(of: file).replacing("\"lines\":1", with: "\"lines\":2")
    #expect(throws: BundleError.self) { try read(packed(Array(lie.utf8))) }
  }
}
