import HostileCorpus
import Merge
import Model
import SeededNumbers
import Testing

@testable import BundleFile

@Suite struct `Seals` {
  private func key(_ random: inout SplitMix) throws -> SigningKey {
    try #require(SigningKey(random: (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }))
  }

  /// A bundle of several streams with signatures by several machines.
  private func sealed(seed: UInt64) throws -> (bytes: [UInt8], report: BundleReport, keys: [SigningKey]) {
    var maker = HistoryMaker(seed: seed)
    for _ in 0..<4 { maker.addStream(transactions: 5) }
    let (plain, transactions) = maker.bundle()
    var random = SplitMix(seed: seed)
    let keys = try (0..<3).map { _ in try key(&random) }
    var head = plain
    head.isSealed = true
    var bytes: [UInt8] = []
    let writer = try BundleWriter(head) { bytes.append(contentsOf: $0) }
    try transactions.forEach(writer.append)
    let report = try writer.finish { contentID in
      let tips = try head.streams.enumerated().dropLast().map { ordinal, range in
        let signer = keys[ordinal % 3]
        let end = try TipSignature(
          incarnation: range.incarnation, seq: range.last, hash: range.end, signedBy: signer)
        return BundleSeal.Tip(stream: ordinal, key: signer.machine, signature: end.signature)
      }
      let words = try [
        Certificate(.vouch, of: keys[1].machine, signedBy: keys[0]),
        Certificate(.revoke, of: keys[2].machine, signedBy: keys[0]),
      ]
      return try BundleSeal(tips: tips, certificates: words).signed(by: keys[0], contentID: contentID)
    }
    return (bytes, report, keys)
  }

  @Test(arguments: 1...10) func `come back as they were written, and hold`(seed: UInt64) throws {
    let (bytes, report, keys) = try sealed(seed: seed)
    let back = try read(bytes).report
    #expect(back == report, "seed \(seed)")
    #expect(back.seal.maker(of: back.contentID) == keys[0].machine)
    for (ordinal, range) in back.head.streams.enumerated() {
      let signer = back.seal.signer(ofStream: ordinal, range)
      #expect(signer?.key == (ordinal == 3 ? nil : keys[ordinal % 3].machine), "seed \(seed)")
    }
    #expect(back.seal.certificates.count == 2 && back.seal.certificates.allSatisfy(\.isSound))
  }

  @Test func `are of one content, one end and one key alone`() throws {
    let (_, report, keys) = try sealed(seed: 3)
    let (_, other, _) = try sealed(seed: 4)
    let seal = report.seal
    #expect(seal.maker(of: other.contentID) == nil)
    #expect(seal.signer(ofStream: 0, report.head.streams[1]) == nil)
    var earlier = report.head.streams[0]
    earlier.last -= 1
    #expect(seal.signer(ofStream: 0, earlier) == nil)
    let word = seal.certificates[0]
    let turned: Certificate.Kind = word.kind == .vouch ? .revoke : .vouch
    #expect(Certificate(checking: turned, of: word.key, by: word.by, signature: word.signature) == nil)
    for key in keys where key.machine != word.key {
      #expect(Certificate(checking: word.kind, of: key.machine, by: word.by, signature: word.signature) == nil)
    }
  }

  @Test func `leave the content id as it is`() throws {
    var maker = HistoryMaker(seed: 8)
    maker.addStream(transactions: 5)
    var (head, transactions) = maker.bundle()
    head.isSealed = true
    let bare = try written(head, transactions)
    let (_, report, _) = try sealed(seed: 8)
    #expect(bare.report.seal.isEmpty && !report.seal.isEmpty)
    #expect(try BundleWriter(summing: head).contentID(of: transactions) == bare.report.contentID)
  }

  @Test func `are read in the one form that is written, and where the head announces them`() throws {
    let (bytes, report, _) = try sealed(seed: 5)
    let lines = try text(of: bytes).split(separator: "\n").map { Array($0.utf8) }
    let end = String(decoding: try #require(lines.last), as: UTF8.self)
    func refused(_ change: (String) -> String) throws -> Bool {
      let changed = change(end)
      #expect(changed != end)
      let file = try TextBundle(bytes: lines.dropLast() + [Array(changed.utf8)]).file(end: nil)
      return (try? read(file)) == nil
    }
    #expect(try read(TextBundle(bytes: lines).file(end: nil)).report == report)
    #expect(try refused { $0.replacing("\"by\":", with: "\"by\":1") })
    #expect(try refused { $0.replacing("[\"v\",", with: "[\"x\",") })
    #expect(try refused { $0.replacing("\"tips\":[[0,", with: "\"tips\":[[9,") })
    #expect(try refused { $0.replacing("\"tips\":[[0,", with: "\"tips\":[[1,") })
    #expect(try refused { $0.replacing("\"keys\":[", with: "\"keys\":[\"\(String(repeating: "A", count: 43))\",") })
    var unannounced = lines
    unannounced[0] = Array(String(decoding: lines[0], as: UTF8.self).replacing("\"sealed\"", with: "").utf8)
    #expect(throws: BundleError.self) { try read(TextBundle(bytes: unannounced).file(end: nil)) }
  }

  @Test func `every bit of one counts`() throws {
    let (bytes, report, _) = try sealed(seed: 6)
    let lines = try text(of: bytes).split(separator: "\n").map { Array($0.utf8) }
    let end = try #require(lines.last)
    var random = SplitMix(seed: 6)
    for _ in 0..<200 {
      var changed = end
      changed[Int.random(in: 0..<end.count, using: &random)] ^= 1 << UInt8.random(in: 0..<7, using: &random)
      let file = try TextBundle(bytes: lines.dropLast() + [changed]).file(end: nil)
      guard let back = try? read(file).report else { continue }
      let sound = { (report: BundleReport) in
        (report.seal.maker(of: report.contentID) == nil ? 0 : 1) + report.seal.certificates.count(where: \.isSound)
          + report.head.streams.enumerated().count { report.seal.signer(ofStream: $0.offset, $0.element) != nil }
      }
      #expect(sound(back) < sound(report), "a signature holds of something else")
    }
  }

  @Test func `keys are told by six words that can be read aloud`() throws {
    var random = SplitMix(seed: 1)
    var known: Set<String> = []
    for _ in 0..<100 {
      let words = try key(&random).machine.words
      #expect(words.split(separator: " ").count == 6 && words.utf8.count == 35)
      #expect(known.insert(words).inserted)
    }
  }
}

extension BundleWriter {
  fileprivate func contentID(of transactions: [Transaction]) throws -> String {
    try transactions.forEach(append)
    return try finish().contentID
  }
}
