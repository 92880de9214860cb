/// What a word can mean in a date phrase: a word may be several things ("second", "mon", "sun").
struct WordSense {
  var bits: WordBits = []
  /// The value of a number word, ordinal, month (1...12), weekday (1...7) or unit.
  var value: Int16 = 0
  /// The unit of time, where the word is one.
  var unit: TimeUnit?
  var keyword: Keyword?
  /// Can stand inside a date phrase: any word here but those that only the findings ask for.
  var isOfDates = false

  static let none = WordSense()

  /// A word listed twice means both.
  mutating func merge(_ other: WordSense) {
    bits.formUnion(other.bits)
    if other.value != 0 || value == 0 { value = other.value }
    unit = other.unit ?? unit
    keyword = other.keyword ?? keyword
    isOfDates = isOfDates || other.isOfDates
  }
}

struct WordBits: OptionSet {
  let rawValue: UInt32
  static let month = WordBits(rawValue: 1)
  static let weekday = WordBits(rawValue: 2)
  static let unit = WordBits(rawValue: 4)
  static let cardinal = WordBits(rawValue: 8)
  static let ordinal = WordBits(rawValue: 16)
  /// "today", "morgen", "hier": value is the offset in days.
  static let relativeDay = WordBits(rawValue: 32)
  /// "next", "last", "this", …: value is the step.
  static let step = WordBits(rawValue: 64)
  static let dayPart = WordBits(rawValue: 128)
  static let zone = WordBits(rawValue: 256)
  /// Any other word that can begin a date phrase: "in", "half", "noon", "every", "end", …
  static let opener = WordBits(rawValue: 512)
  /// A weekday in the plural: "Mondays".
  static let plural = WordBits(rawValue: 1024)
  /// Too ambiguous to stand alone: "sun", "sat", "may", "march", "mon".
  static let weak = WordBits(rawValue: 2048)
  /// "am", "pm", "a", "p".
  static let meridiem = WordBits(rawValue: 4096)

  /// An opener that can be a whole phrase: "noon", "EOD", "daily", "date".
  static let whole = WordBits(rawValue: 8192)

  static let solid: WordBits = [.month, .weekday, .unit, .cardinal, .ordinal, .relativeDay, .step, .dayPart, .whole]

  static let startsDate: WordBits = [
    .month, .weekday, .unit, .cardinal, .ordinal, .relativeDay, .step, .dayPart, .opener,
  ]
}

enum TimeUnit: UInt8 {
  case second, minute, hour, day, businessDay, week, weekend, fortnight, month, quarter, year, decade, century
}

/// The words of date phrases by their key.
final class Lexicon: Sendable {
  static let shared = Lexicon()

  private let slots: [UInt64]
  private let senses: [WordSense]
  private static let size = 2048

  private init() {
    var table = (
      slots: Array(repeating: UInt64(0), count: Lexicon.size),
      senses: Array(repeating: WordSense.none, count: Lexicon.size)
    )
    for (words, bits, value, unit) in DateWords.entries {
      for word in words.split(separator: " ") {
        Lexicon.add(
          wordKey(String(word)),
          WordSense(bits: bits, value: Int16(value), unit: unit, isOfDates: true), &table)
      }
    }
    for keyword in Keyword.allCases {
      let isOfDates = !Keyword.ofFindings.contains(keyword)
      Lexicon.add(wordKey(keyword.rawValue), WordSense(keyword: keyword, isOfDates: isOfDates), &table)
    }
    (slots, senses) = table
  }

  private static func add(_ key: UInt64, _ sense: WordSense, _ table: inout (slots: [UInt64], senses: [WordSense])) {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1)
    while table.slots[slot] != 0, table.slots[slot] != key { slot = (slot + 1) & (size - 1) }
    table.slots[slot] = key
    table.senses[slot].merge(sense)
  }

  @inline(__always)
  func sense(of key: UInt64) -> WordSense {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (Lexicon.size - 1)
    while slots[slot] != 0 {
      if slots[slot] == key { return senses[slot] }
      slot = (slot + 1) & (Lexicon.size - 1)
    }
    return .none
  }
}
