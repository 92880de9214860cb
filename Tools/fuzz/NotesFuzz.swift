import Foundation
import Model
import Notes
import NotesTestSupport
import SeededNumbers

/// Feeds the notes reader with what nobody would write: mutated notes, random bytes, random tokens.
struct NotesFuzz {
  private let seeds: [[UInt8]]
  /// Few in most folders, so that every fourth input comes from these.
  private static let containers = FuzzSeeds.containers.map { Array($0.utf8) }
  /// The seeds' words, as written.
  private let vocabulary: [[UInt8]]
  private var random: SplitMix
  private let options = ReadingOptions(on: Day(number: 20_000))

  init(seeds: [[UInt8]], seed: UInt64) {
    self.seeds = seeds
    let words = (seeds + Self.containers).flatMap { $0.split { $0 <= 0x20 } }.map(Array.init)
    vocabulary = words + Self.pool.map { Array($0.utf8) }
    random = SplitMix(seed: seed)
  }

  /// - Throws: `FuzzFailure` at the first input that breaks a law of the reader.
  mutating func run(_ count: Int, progress: (Int) -> Void) throws {
    for number in 0..<count {
      let input = next()
      let reading = NoteReader.read(input, name: "note.txt", options: options)
      if let law = ReadingLaws.broken(by: reading) { throw FuzzFailure(number: number, law: law, input: input) }
      if number % 10000 == 9999 { progress(number + 1) }
    }
  }

  private mutating func next() -> [UInt8] {
    switch random.next() % 8 {
    case 0: return (0..<Int(random.next() % 200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    case 1: return words()
    case 2: return characters()
    default: return mutated()
    }
  }

  private static let pool = [
    "Q:", "A:", "- ", "|", "\n", "\r\n", " ", "  ", "next", "friday", "5/6", "2026-03-05", "10:30", "pm", "€", "£50k",
    "w/", "Sam", "(HR)", ",",
    "BEGIN:VCARD\n", "From: a@b.c\nTo: d@e.f\nSubject: x\n\n", "=?UTF-8?Q?=E9?=", "---", "* ", "** TODO ", "\"", "“",
    "every", "half past", "twenty",
    "of", "in", "to", "between", "and", "I promised", "?", "→", "+44 20 7946 0123", "k", "#", ">", "=",
    "Questions they asked:", "two thousand",
    "99999999999999", "\u{0}", "\u{202E}", "é", "🙂", "\u{1B}]0;", "\u{1B}[31m", "\u{7}",
    "BEGIN:VEVENT\n", "DTSTART:20260317T100000\n", "Content-Transfer-Encoding: base64\n", "=3D", "\n ", "\\,", "\"\"",
    "charset=windows-1251", "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
  ]

  private mutating func words() -> [UInt8] {
    let most = random.next() % 2 == 0 ? UInt64(vocabulary.count) : UInt64(Self.pool.count)
    return (0..<Int(random.next() % 60)).flatMap { _ in
      vocabulary[vocabulary.count - 1 - Int(random.next() % most)] + [0x20]
    }
  }

  /// A few characters of any script beside each other and at the end.
  private mutating func characters() -> [UInt8] {
    let most: [UInt64] = [0x80, 0x600, 0x2100, 0x3100, 0x11_0000]
    return (0..<1 + random.next() % 24).flatMap { _ in
      let value = UInt32(random.next() % most[Int(random.next() % UInt64(most.count))])
      return Array(String(Character(Unicode.Scalar(value) ?? "ʼ")).utf8)
    }
  }

  /// A seed with bytes flipped, pieces cut out, repeated or taken from another seed.
  private mutating func mutated() -> [UInt8] {
    let from = seeds.isEmpty || random.next() % 4 == 0 ? Self.containers : seeds
    var bytes = from[Int(random.next() % UInt64(from.count))]
    for _ in 0..<(1 + random.next() % 4) where !bytes.isEmpty {
      let place = Int(random.next() % UInt64(bytes.count))
      let length = min(bytes.count - place, Int(random.next() % 64))
      switch random.next() % 5 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.removeSubrange(place..<place + length)
      case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
      case 3: bytes.insert(contentsOf: Self.pool[Int(random.next() % UInt64(Self.pool.count))].utf8, at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}

/// An input that broke a law.
struct FuzzFailure: Error {
  var number: Int
  var law: String
  var input: [UInt8]
}
