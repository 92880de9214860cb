/// What a word can mean in a date phrase: a word may be several things ("second", "mon", "sun").
struct WordSense {
  var bits: WordBits = []
  /// The value of a number word, ordinal, month (1...12), weekday (1...7) or unit.
  var value: Int16 = 0
  /// The unit of time, where the word is one.
  var unit: TimeUnit?
  var keyword: Keyword?

  static let none = WordSense()
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

  static let startsDate: WordBits = [
    .month, .weekday, .unit, .cardinal, .ordinal, .relativeDay, .step, .dayPart, .opener,
  ]
}

enum TimeUnit: UInt8 {
  case second, minute, hour, day, businessDay, week, weekend, fortnight, month, quarter, year, decade, century
}

/// The words of date phrases by their key.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  private var slots: [UInt64]
  private var senses: [WordSense]
  private let mask: UInt64

  private init() {
    let size = 2048
    slots = Array(repeating: 0, count: size)
    senses = Array(repeating: .none, count: size)
    mask = UInt64(size - 1)
    for (words, bits, value, unit) in DateWords.entries {
      for word in words.split(separator: " ") {
        add(wordKey(String(word)), WordSense(bits: bits, value: Int16(value), unit: unit))
      }
    }
    for keyword in Keyword.allCases { add(wordKey(keyword.rawValue), WordSense(keyword: keyword)) }
  }

  private mutating func add(_ key: UInt64, _ sense: WordSense) {
    var slot = Int((key ^ key >> 32) & mask)
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & Int(mask) }
    var merged = senses[slot]
    merged.bits.formUnion(sense.bits)
    if sense.value != 0 || merged.value == 0 { merged.value = sense.value }
    if let unit = sense.unit { merged.unit = unit }
    if let keyword = sense.keyword { merged.keyword = keyword }
    slots[slot] = key
    senses[slot] = merged
  }

  @inline(__always)
  func sense(of key: UInt64) -> WordSense {
    var slot = Int((key ^ key >> 32) & mask)
    while slots[slot] != 0 {
      if slots[slot] == key { return senses[slot] }
      slot = (slot + 1) & Int(mask)
    }
    return .none
  }
}
