import GRDB

/// The beginning of an id as a person types it.
struct IDPrefix {
  private let digits: [UInt8]

  /// At least four hexadecimal digits, at most an id's 32; nil for anything else.
  init?(_ text: String) {
    let digits = Array(text.lowercased().utf8)
    guard (4...32).contains(digits.count), digits.allSatisfy(IDPrefix.isHexadecimal) else { return nil }
    self.digits = digits
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Local numbers of the rows whose short or whole id begins so.
  func rows(_ db: Database) throws -> [Int64] {
    var found: [Int64] = []
    if digits.count <= 16 {
      let (low, high) = bounds(16)
      let sql = "SELECT id FROM subject WHERE substr(uuid, 9) BETWEEN ? AND ? ORDER BY id LIMIT 100"
      found = try Int64.fetchAll(db, sql: sql, arguments: [Database.blob(low), Database.blob(high)])
    }
    if digits.count >= 8 {
      let (low, high) = bounds(32)
      let sql = "SELECT id FROM subject WHERE uuid BETWEEN ? AND ? ORDER BY id LIMIT 100"
      found += try Int64.fetchAll(db, sql: sql, arguments: [Database.blob(low), Database.blob(high)])
        .filter { !found.contains($0) }
    }
    return found
  }

  /// The first and last byte strings of so many digits that begin with the prefix.
  private func bounds(_ count: Int) -> (low: [UInt8], high: [UInt8]) {
    let rest = count - digits.count
    return (packed(digits + Array(repeating: 0x30, count: rest)), packed(digits + Array(repeating: 0x66, count: rest)))
  }

  private func packed(_ digits: [UInt8]) -> [UInt8] {
    stride(from: 0, to: digits.count, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
  }

  private func value(_ digit: UInt8) -> UInt8 { digit < 0x40 ? digit - 0x30 : digit - 0x57 }
}
