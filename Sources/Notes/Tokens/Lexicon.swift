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
  /// The lists with a phrase that begins with the word.
  var opens: PhraseLists = []

  static let none = WordSense()

  /// A word listed twice means both.
  mutating func merge(_ other: WordSense) {
    bits.formUnion(other.bits)
    if other.value != 0 || value == 0 { value = other.value }
    unit = other.unit ?? unit
    keyword = other.keyword ?? keyword
    isOfDates = isOfDates || other.isOfDates
    opens.formUnion(other.opens)
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
  /// A number in digits.
  static let digits = WordBits(rawValue: 16384)
  /// What no recurrence is said without: "every", "daily", "twice", "evenings"; or a weekday in the plural.
  static let recurring = WordBits(rawValue: 32768)
  /// Begins a time of day said without a number in front: "noon", "half past", "a quarter to".
  static let clock = WordBits(rawValue: 65536)

  static let solid: WordBits = [.month, .weekday, .unit, .cardinal, .ordinal, .relativeDay, .step, .dayPart, .whole]

  static let startsDate: WordBits = [
    .month, .weekday, .unit, .cardinal, .ordinal, .relativeDay, .step, .dayPart, .opener,
  ]
}

enum TimeUnit: UInt8 {
  case second, minute, hour, day, businessDay, week, weekend, fortnight, month, quarter, year, decade, century
}

/// What words mean, by their key.
final class Lexicon: Sendable {
  static let shared = Lexicon(lists: PhraseList.allCases)
  /// Knows no word: for what only the words' keys are asked of.
  static let empty = Lexicon()

  /// Open addressing, as many as a power of two.
  private let slots: [UInt64]
  private let senses: [WordSense]
  private let mask: Int
  /// The sense of numbers in digits.
  let number: WordSense

  private init() {
    (slots, senses, mask, number) = ([0], [.none], 0, .none)
  }

  private init(lists: [PhraseList]) {
    var words = [UInt64: WordSense]()
    for (texts, bits, value, unit) in DateWords.entries {
      for word in texts.split(separator: " ") {
        words[wordKey(String(word)), default: .none].merge(
          WordSense(bits: bits, value: Int16(value), unit: unit, isOfDates: true))
      }
    }
    for keyword in Keyword.allCases {
      let isOfDates = !Keyword.ofFindings.contains(keyword)
      words[wordKey(keyword.rawValue), default: .none].merge(WordSense(keyword: keyword, isOfDates: isOfDates))
    }
    for list in lists {
      for key in list.table.firstWords { words[key, default: .none].merge(WordSense(opens: PhraseLists(list))) }
    }
    // A number in words begins what a number in digits begins.
    let opens = words[anyNumber]?.opens ?? []
    for (key, sense) in words where sense.bits.contains(.cardinal) { words[key]?.opens.formUnion(opens) }
    number = WordSense(bits: .digits, opens: opens)
    (slots, senses, mask) = Lexicon.table(words)
  }

  private static func table(_ words: [UInt64: WordSense]) -> ([UInt64], [WordSense], Int) {
    var size = 1024
    while size < words.count * 3 { size *= 2 }
    var slots = Array(repeating: UInt64(0), count: size)
    var senses = Array(repeating: WordSense.none, count: size)
    for (key, sense) in words {
      var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      (slots[slot], senses[slot]) = (key, sense)
    }
    return (slots, senses, size - 1)
  }

  @inline(__always)
  func sense(of key: UInt64) -> WordSense {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return senses[slot] }
      slot = (slot + 1) & mask
    }
    return .none
  }
}
