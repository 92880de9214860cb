import Notes
import SeededNumbers
import Testing

/// Bytes become the characters that the standard library makes of them, whole or broken.
@Suite struct DecodedTextTests {
  @Test func `lines in the charset of another alphabet are kept, told of and not read`() throws {
    func western(_ text: String) -> [UInt8] {
      // Windows-1251: the letters from А on stand in the order of Unicode from 0xC0.
      text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value < 0x80 ? $0.value : $0.value - 0x410 + 0xC0) }
    }
    let notes = western("Компания: Ромашка\nОн: Ян\nMet Anna Smith at Acme Ltd\n")
    let found = readByRules(notes)
    #expect(found.values(.organisation) == ["Acme Ltd"] && found.people.map(\.name.value) == ["Anna Smith"])
    #expect(found.remarks.contains { $0.leavesUnread && $0.line == 1 && $0.text.contains("2 lines") })
    #expect(found.lines.map(\.role) == [.unclaimed, .unclaimed, .fact])
    let table = readByRules(western("Company;Role;Date\nРомашка;Инженер;2026-03-01\nAcme Ltd;Cook;2026-03-02\n"))
    #expect(table.values(.organisation) == ["Acme Ltd"])
  }

  @Test func `accented letters of Latin words are read as they are`() {
    let notes = Array("Gespräch bei Müller GmbH\n".unicodeScalars.map { UInt8($0.value) }) + [0xE9, 0xE0, 0x0A]
    #expect(readByRules(notes).values(.organisation) == ["Müller GmbH"])
  }

  @Test func `UTF-16 with and without halves of characters`() {
    var random = SplitMix(seed: 11)
    for _ in 0..<500 {
      // Half of the units are from the range of surrogates, in any order.
      let units = (0..<Int(random.next() % 12)).map { _ -> UInt16 in
        let unit = UInt16(truncatingIfNeeded: random.next())
        return unit % 2 == 0 ? unit : 0xD800 | unit & 0x7FF
      }
      let expected = Array(String(decoding: units, as: UTF16.self).unicodeScalars)
      let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      #expect(DecodedText(little).scalars == expected, "seed 11: \(units)")
      #expect(DecodedText(big).scalars == expected, "seed 11: \(units)")
      #expect(DecodedText(big + [0x41]).scalars == expected + ["\u{FFFD}"], "seed 11: \(units)")
    }
  }

  @Test(arguments: ["Gespräch am 12.05.2026\n", "Интервью 12.05.2026 с Ольгой\n", "Συνέντευξη 12.05.2026\n"])
  func `UTF-16 without a mark is known in other alphabets, and where it is cut off`(text: String) {
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big] {
      let decoded = DecodedText(bytes)
      #expect(decoded.scalars == Array(text.unicodeScalars) && decoded.undecodable == 0)
      let cut = DecodedText(bytes.dropLast())
      #expect(cut.scalars.starts(with: text.unicodeScalars.dropLast()) && cut.undecodable == 1)
    }
  }

  @Test func `UTF-8 where it is whole, and no UTF-8 where it is not`() {
    var random = SplitMix(seed: 12)
    for _ in 0..<500 {
      let scalars = (0..<Int(random.next() % 12)).map { _ -> Unicode.Scalar in
        Unicode.Scalar(UInt32(truncatingIfNeeded: random.next() % 0x11_0000)) ?? "é"
      }
      var bytes = scalars.flatMap { Array(String(Character($0)).utf8) }
      #expect(DecodedText([0xEF, 0xBB, 0xBF] + bytes).scalars == scalars, "seed 12: \(scalars)")
      guard !bytes.isEmpty else { continue }
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      let expected = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      #expect(DecodedText([0xEF, 0xBB, 0xBF] + bytes).scalars == expected, "seed 12: \(bytes)")
    }
  }
}
