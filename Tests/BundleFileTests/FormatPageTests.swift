import BundleFile
import CZlib
import Merge
import Model
import Testing

/// One change of each operation and each value, as the format page shows them.
func exampleBundle() throws -> (head: BundleHead, transactions: [Transaction]) {
  let laptop = Incarnation(RowID(high: 0x0123_4567_89AB_CDEF, low: 0x0011_2233_4455_6677))
  let desktop = Incarnation(RowID(high: 0x8899_AABB_CCDD_EEFF, low: 0x0102_0304_0506_0708))
  let dana = Subject(kind: "person", id: RowID(high: 0x0190_0000_0000_7001, low: 0x8000_0000_0000_0001))
  let acme = Subject(kind: "organisation", id: RowID(high: 0x0190_0000_0000_7002, low: 0x8000_0000_0000_0002))
  let elsewhere = Reference(incarnation: desktop, seq: 7, hash: 0xFEDC_BA98_7654_3210)
  let notes = "Met at the fair.\nAsked about the role.\nWants a call on Tuesday, and a letter."
  let first = Transaction(
    incarnation: laptop, first: 1, previous: nil, context: [elsewhere], wall: 1_777_000_000_000,
    command: "import notes", batch: "2026-04-24",
    changes: [
      Change(dana, "name", .set(.string("Dana “D” Whitfield\n"))),
      Change(dana, "keep-in-touch", .set(.integer(42))),
      Change(dana, "mail", .set(.boolean(true))),
      Change(dana, "met", .set(.day(try #require(Day("2026-04-21"))))),
      Change(dana, "start", .set(.moment(try #require(Moment("2026-04-21T09:30 Europe/London"))))),
      Change(dana, "salary", .set(.decimal("52000.50"))),
      Change(dana, "organisation", .set(.reference(acme))),
      Change(dana, "photo", .set(.bytes([0xFF, 0xD8, 0xFF]))),
      Change(dana, "place", .set(.unknown(tag: "geo", json: "[51,0]"))),
      Change(dana, "notes", .text(bases: [], whole: notes)),
    ])
  let second = Transaction(
    incarnation: laptop, first: 11, previous: first.hash, context: [elsewhere], wall: 1_777_000_060_000,
    command: "edit dana",
    changes: [
      Change(dana, "title", .set(.string("c")), keep: [elsewhere]),
      Change(dana, "salary", .clear),
      Change(dana, "tags", .add("warm")),
      Change(dana, "tags", .remove("cold"), keep: [elsewhere]),
      Change(
        dana, "notes",
        .text(bases: [first.reference(at: 9)], whole: notes.replacing("Tuesday", with: "Wednesday"))),
      Change(acme, ReservedField.presence, .delete),
      Change(acme, ReservedField.presence, .undelete),
      Change(dana, "name", .restore(dots: [first.reference(at: 0)])),
      Change(dana, "tags", .restore(dots: [], element: "warm")),
      Change(dana, "rank", .unknown(name: "inc", payload: "[1]")),
    ])
  let stream = StreamRange(incarnation: laptop, first: 1, last: 20, before: nil, end: second.hash)
  return (
    BundleHead(kind: .backup, streams: [stream], parents: [Descent(incarnation: laptop, parent: elsewhere)]),
    [first, second]
  )
}

/// The text of a bundle, by zlib itself.
func text(of bundle: [UInt8]) throws -> String {
  var text: [UInt8] = []
  var rest = bundle[...]
  while rest.count > 28 {
    let length = Int(rest[rest.startIndex + 16]) | Int(rest[rest.startIndex + 17]) << 8
    let member = Array(rest.prefix(length + 1))
    var stream = z_stream()
    #expect(inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { inflateEnd(&stream) }
    var plain = [UInt8](repeating: 0, count: 65_536)
    member.withUnsafeBufferPointer { input in
      plain.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        #expect(inflate(&stream, Z_FINISH) == Z_STREAM_END)
      }
    }
    text += plain[..<Int(stream.total_out)]
    rest = rest.dropFirst(length + 1)
  }
  return String(decoding: text, as: UTF8.self)
}

@Suite struct `The format page` {
  @Test func `its example is what is written, byte for byte, and is read`() throws {
    let (head, transactions) = try exampleBundle()
    let bytes = try written(head, transactions).bytes
    let page = try InputFile(repositoryRoot + "/Sources/BundleFile/FORMAT.md")
    let source = String(decoding: try page.prefix(page.size), as: UTF8.self)
    let fences = source.split(separator: "```", omittingEmptySubsequences: false)
    let example = try #require(fences.first { $0.hasPrefix("json-lines\n") }).dropFirst("json-lines\n".count)
    #expect(try text(of: bytes) == String(example))
    #expect(try read(bytes).transactions == transactions)
  }

  @Test func `its signed example is what is written, and its signatures hold`() throws {
    var (head, transactions) = try exampleBundle()
    head.isSealed = true
    let laptop = try #require(SigningKey(random: Array(1...32)))
    let desktop = try #require(SigningKey(random: Array(33...64)))
    var bytes: [UInt8] = []
    let writer = try BundleWriter(head) { bytes.append(contentsOf: $0) }
    try transactions.forEach(writer.append)
    let range = head.streams[0]
    let end = try TipSignature(incarnation: range.incarnation, seq: range.last, hash: range.end, signedBy: laptop)
    let report = try writer.finish { contentID in
      try BundleSeal(
        tips: [.init(stream: 0, key: laptop.machine, signature: end.signature)],
        certificates: [Certificate(.vouch, of: laptop.machine, signedBy: desktop)]
      ).signed(by: laptop, contentID: contentID)
    }
    let page = try InputFile(repositoryRoot + "/Sources/BundleFile/FORMAT.md")
    let source = String(decoding: try page.prefix(page.size), as: UTF8.self)
    let fences = source.split(separator: "```", omittingEmptySubsequences: false)
    let example = try #require(fences.first { $0.hasPrefix("json-line\n") }).dropFirst("json-line\n".count)
    #expect(try text(of: bytes).split(separator: "\n").last.map { $0 + "\n" } == Substring(example))
    #expect(report.seal.maker(of: report.contentID) == laptop.machine)
    #expect(try read(bytes).report == report)
  }
}
