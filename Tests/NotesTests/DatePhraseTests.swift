import Foundation
import Model
import Notes
import SeededNumbers
import Testing

@Suite struct DatePhraseTests {
  /// Thursday.
  private let thursday = Moment(day: Day(number: 20517))

  private func first(_ phrase: String) -> String? { DatePhrases.resolve(phrase, from: thursday).first?.value }

  /// Rules are left out where a text has no word of the kinds they need: that may never cost a phrase.
  @Test func `words of every kind further on change no phrase before them`() throws {
    let others =
      " ;; ;; ;; every weekend, Mondays, twice a week, noon, half past 3, 5 March, next week, tomorrow, 3 days"
    let lines = try GoldNote.all(in: "MoreNotes").flatMap { note in
      note.reading.lines.map { note.reading.text($0.span) }
    }
    #expect(lines.count > 1000)
    for line in lines {
      let alone = DatePhrases.find(in: Array(line.unicodeScalars), reference: thursday)
      let among = DatePhrases.find(in: Array((line + others).unicodeScalars), reference: thursday)
        .prefix { $0.span.start < line.unicodeScalars.count }
      #expect(alone.map(\.values) == among.map(\.values), "\(line)")
    }
  }

  @Test func `the reference is a Thursday`() {
    #expect(thursday.description == "2026-03-05" && thursday.day.weekday == .thursday)
  }

  @Test(arguments: [
    ("friday", "2026-03-06"), ("thursday", "2026-03-12"), ("next wednesday", "2026-03-11"),
    ("friday week", "2026-03-13"),
    ("tomorrow", "2026-03-06"), ("the day after tomorrow", "2026-03-07"), ("in two weeks", "2026-03-19"),
    ("in a week", "2026-03-12"),
    ("3 days ago", "2026-03-02"), ("20260312", "2026-03-12"), ("12 March", "2026-03-12"),
    ("March the 3rd", "2026-03-03"),
    ("1. Oktober", "2026-10-01"), ("17.09.2025", "2025-09-17"), ("le 20 mars", "2026-03-20"),
    ("the end of the month", "2026-03-31"),
    ("end of this week", "2026-03-06"), ("end of next week", "2026-03-13"), ("3–5 business days", "432000"),
    ("1h30", "5400"),
    ("half past two", "02:30:00"), ("noon", "12:00:00"), ("1430h", "14:30:00"),
    ("w/c 9 March", "2026-03-09/2026-03-16"),
    ("early next week", "2026-03-09/2026-03-12"), ("next week", "2026-03-09/2026-03-16"),
    ("first week of April", "2026-03-30/2026-04-06"),
    ("every other Friday", "XXXX-WXX-5"), ("twice a week", "P1W"), ("every 4 to 6 weeks", "P4W/P6W"),
    ("each quarter", "P3M"),
    ("tomorrow at 5pm", "2026-03-06T17:00:00"), ("Tue 10 Mar, 09:30", "2026-03-10T09:30:00"),
    ("from 5 to 6pm", "17:00:00/18:00:00"),
    ("EOW", "2026-03-06"),
    ("in 3 business days", "2026-03-10"), ("within five working days", "2026-03-12"),
    ("Thursday fortnight", "2026-03-26"),
    ("tomorrow week", "2026-03-13"), ("a week from tomorrow", "2026-03-13"), ("3 weeks from Tuesday", "2026-03-31"),
    ("last Thursday in May", "2026-05-28"), ("2nd half of 2026", "2026-07-01/2027-01-01"),
    ("Q3 2026", "2026-07-01/2026-10-01"),
    ("fiscal year 2027", "2027-01-01/2028-01-01"), ("KW 12", "2026-03-16/2026-03-23"),
    ("2026-W12", "2026-03-16/2026-03-23"),
    ("mid-March", "2026-03-11/2026-03-21"), ("12–14 Mar 2026", "2026-03-12/2026-03-14"),
    ("9am PST", "09:00:00"), ("3pm BST tomorrow", "2026-03-06T15:00:00"), ("halb drei", "02:30:00"),
    ("übermorgen", "2026-03-07"), ("Anfang nächster Woche", "2026-03-09/2026-03-12"), ("in 14 Tagen", "2026-03-19"),
    ("la semaine prochaine", "2026-03-09/2026-03-16"), ("vendredi prochain", "2026-03-06"),
    ("après-demain", "2026-03-07"), ("dans deux semaines", "2026-03-19"),
    ("three weeks today", "2026-03-26"), ("a week tomorrow", "2026-03-13"), ("Tuesday just gone", "2026-03-03"),
    ("the next fortnight", "2026-03-05/2026-03-19"), ("il y a deux jours", "2026-03-03"), ("hier", "2026-03-04"),
    ("übernächste Woche", "2026-03-16/2026-03-23"), ("kommender Freitag", "2026-03-06"),
    ("Good Friday", "2026-04-03"), ("Easter Monday 2027", "2027-03-29"), ("Boxing Day", "2026-12-26"),
    ("first half of May", "2026-05-01/2026-05-16"), ("second half of the year", "2026-07-01/2027-01-01"),
    ("the second half of next week", "2026-03-12/2026-03-16"), ("erste Hälfte Mai", "2026-05-01/2026-05-16"),
    ("zweite Hälfte des Jahres", "2026-07-01/2027-01-01"), ("première moitié de mai", "2026-05-01/2026-05-16"),
    ("3-5 March", "2026-03-03/2026-03-05"), ("March 5-9", "2026-03-05/2026-03-09"),
    ("2-4 March", "2026-03-02/2026-03-04"), ("Mitte des Monats", "2026-03-11/2026-03-21"),
    ("Thanksgiving", "2026-11-26"), ("2 days after Christmas", "2026-12-27"), ("Pfingstmontag", "2026-05-25"),
  ])
  func `a phrase means a value`(phrase: String, value: String) { #expect(first(phrase) == value) }

  @Test(arguments: [
    "it may be so", "call 0161 496 0345", "version 2.10.3", "it cost £12", "100%", "3 candidates",
    "the second interview", "192.168.0.1", "ref 12-345-6789", "24/7", "1/2 cup of sugar", "ref 2026/114",
    "extension 2024", "mon ami", "we march on", "room 12", "page 12-14", "the sun was out", "entry 21 of the book",
    "31 Feb", "30. Februar", "31st of April", "31-Jun",
  ])
  func `what only looks like a date is none`(text: String) {
    #expect(DatePhrases.find(in: Array(text.unicodeScalars), reference: thursday).isEmpty)
  }

  @Test func `both orders of day and month are kept, the set one first`() {
    let text = Array("3/4/2026".unicodeScalars)
    let dayFirst = DatePhrases.find(in: text, reference: thursday).first?.values.map(\.value)
    let monthFirst = DatePhrases.find(in: text, reference: thursday, order: .monthFirst).first?.values.map(\.value)
    #expect(dayFirst == ["2026-04-03", "2026-03-04"])
    #expect(monthFirst == ["2026-03-04", "2026-04-03"])
  }

  @Test func `hier is yesterday in French and here in German`() {
    let french = Array("Entretien hier avec la DRH".unicodeScalars)
    #expect(DatePhrases.find(in: french, reference: thursday).first?.values.first?.value == "2026-03-04")
    #expect(DatePhrases.find(in: Array("Ich bin hier".unicodeScalars), reference: thursday).isEmpty)
  }

  @Test func `a zone beside a time is kept as written, the time as wall time`() {
    let found = DatePhrases.resolve("Tue 10 Mar, 14:00 (UTC+2)", from: thursday).first
    #expect(found?.value == "2026-03-10T14:00:00" && found?.zone == "UTC+2")
    #expect(DatePhrases.resolve("10am Eastern Time", from: thursday).first?.zone == "Eastern Time")
    #expect(
      DatePhrases.find(in: Array("10am est arrivé".unicodeScalars), reference: thursday).first?.values[0].zone == nil)
  }

  @Test func `Easter falls where the church has it`() {
    let known = [
      (1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2038, "2038-04-25"),
    ]
    for (year, day) in known {
      #expect(DatePhrases.resolve("Easter \(year)", from: thursday).first?.value == day)
    }
  }

  @Test func `by and before are no part of the day itself`() throws {
    let text = Array("answer by Friday".unicodeScalars)
    let match = try #require(DatePhrases.find(in: text, reference: thursday).first)
    #expect(match.core == TextSpan(10, 16) && match.coreValues.first?.value == "2026-03-06")
    #expect(match.values.first?.value == "../2026-03-06")
  }

  @Test func `what lasts since a day has begun, and what comes after it may still be ahead`() {
    for (phrase, day) in [
      ("since Monday", "2026-03-02"), ("since Thursday", "2026-02-26"), ("seit Montag", "2026-03-02"),
      ("depuis lundi", "2026-03-02"), ("since 12 March", "2025-03-12"), ("since tomorrow", "2026-03-06"),
      ("after Monday", "2026-03-09"), ("starting Monday", "2026-03-09"),
    ] {
      #expect(first(phrase) == day + "/..", "\(phrase)")
    }
    // Direction does not turn day and month round.
    #expect(first("since 3/4") == "2025-04-03/..")
  }

  @Test func `a phrase alone is an argument and a sentence is none`() {
    #expect(first("next friday") == "2026-03-13")
    #expect(first("see you next friday") == nil)
  }

  @Test func `matches are in order and do not overlap, whatever the words`() {
    let words = [
      "3", "may", "to", "5pm", "next", "week", "of", "every", "the", "2nd", "10:30", "-", "in", "half", "past", "and",
      "between", "2026", "/", "fri", "march",
    ]
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      let text = Array(
        (0..<12).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ").unicodeScalars)
      var end = 0
      for match in DatePhrases.find(in: text, reference: thursday) {
        #expect(match.span.start >= end && match.span.end <= text.count && !match.values.isEmpty, "seed \(seed)")
        end = match.span.end
      }
    }
  }
}
