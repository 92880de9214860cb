import Formats
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Colours that can be read: WCAG 2.2, 1.4.3 (text, 4.5 : 1) and 1.4.11 (signs, 3 : 1), light and dark.
@Suite struct ContrastTests {
  private func colours(_ list: String) throws -> [String: Double] {
    var colours: [String: Double] = [:]
    for entry in list.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let parts = entry.split(separator: ":").map { $0.filter { $0 != " " } }
      guard parts.count == 2 else { continue }
      let digits = parts[1].dropFirst()
      let value = try #require(Int(digits, radix: 16), "\(entry)")
      #expect(digits.count == 6)
      let parts256 = [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
      let linear = parts256.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      colours[parts[0]] = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    return colours
  }

  private static let texts = [
    ("--ink", ["--bg", "--card", "--line", "--meet-bg", "--offer-bg"]), ("--dim", ["--bg", "--card"]),
    ("--meet", ["--bg", "--card"]), ("--late", ["--bg", "--card"]), ("--in", ["--bg"]), ("--on-fill", ["--meet"]),
    ("--dim", ["--meet-bg"]),
  ]

  private static let signs = [
    ("--meet", "--bg"), ("--out", "--bg"), ("--in", "--bg"), ("--word", "--bg"), ("--late", "--bg"),
    ("--offer", "--bg"),
    ("--word", "--card"), ("--offer", "--card"), ("--out", "--card"),
  ]

  @Test(arguments: [("light", PageStyle.light), ("dark", PageStyle.dark)])
  func `every text and sign stands out from what is behind it`(name: String, list: String) throws {
    let colours = try colours(list)
    func contrast(_ one: String, _ other: String) throws -> Double {
      let pair = [try #require(colours[one], "\(one)"), try #require(colours[other], "\(other)")].sorted()
      return (pair[1] + 0.05) / (pair[0] + 0.05)
    }
    for (text, grounds) in Self.texts {
      for ground in grounds {
        let found = try contrast(text, ground)
        #expect(found >= 4.5, "\(name): \(text) on \(ground) has \(found)")
      }
    }
    for (sign, ground) in Self.signs {
      let found = try contrast(sign, ground)
      #expect(found >= 3, "\(name): \(sign) on \(ground) has \(found)")
    }
  }

  @Test func `light and dark name the same colours, and the rules no others`() throws {
    let names = Set(try colours(PageStyle.light).keys)
    #expect(try Set(colours(PageStyle.dark).keys) == names)
    let used = PageStyle.text.split(separator: "var(").dropFirst().map { String($0.prefix { $0 != ")" }) }
    #expect(Set(used).isSubset(of: names), "\(Set(used).subtracting(names))")
  }
}
