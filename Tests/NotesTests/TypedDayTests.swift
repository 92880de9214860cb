import Foundation
import Model
import Notes
import SeededNumbers
import Testing

/// Laws of days that a person types, over thousands of them: forms × todays × tenses × orders of day and month.
@Suite struct TypedDayTests {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  private static let tenses: [Tense] = [.past, .coming, .nearest]
  private static let orders = DayMonthOrder.allCases

  private struct Form {
    let text: String
    /// The month and day that were said, where they were.
    var month: Int?
    var dayOfMonth: Int?
    var weekday: Int?
  }

  /// Forms that leave the year, the month or the week open.
  private static func forms(_ random: inout SplitMix, _ order: DayMonthOrder) -> [Form] {
    let month = Int.random(in: 1...12, using: &random), day = Int.random(in: 1...28, using: &random)
    let name = months[month - 1], short = String(name.prefix(3))
    let weekday = Int.random(in: 1...7, using: &random)
    let lead = ["", "by ", "on ", "until "].randomElement(using: &random) ?? ""
    let stroke = order == .dayFirst ? "\(day)/\(month)" : "\(month)/\(day)"
    let dates = [
      "\(day) \(name)", "\(name) \(day)", "\(day) \(short)", "\(short) \(day)", "the \(day)\(ending(day)) of \(name)",
      "\(day).\(month < 10 ? "0" : "")\(month).",
    ].filter { !$0.hasSuffix(".") || day > 9 }
    return dates.map { Form(text: lead + $0, month: month, dayOfMonth: day) }
      + [
        Form(text: stroke, month: month, dayOfMonth: day), Form(text: "\(day)\(ending(day))", dayOfMonth: day),
        Form(text: "the \(day)\(ending(day))", dayOfMonth: day),
        Form(text: lead + weekdays[weekday - 1], weekday: weekday),
        Form(text: "\(Int.random(in: 1...40, using: &random))d"),
        Form(text: "\(Int.random(in: 1...9, using: &random))w"),
        Form(text: "\(Int.random(in: 1...9, using: &random))m"),
        Form(text: "\(Int.random(in: 1...9, using: &random))b"),
        Form(text: "fortnight"), Form(text: "today"),
      ]
  }

  private static func ending(_ day: Int) -> String {
    day % 10 == 1 && day != 11 ? "st" : day % 10 == 2 && day != 12 ? "nd" : day % 10 == 3 && day != 13 ? "rd" : "th"
  }

  @Test func `a typed day lies on the side that its tense says, and is the day that was said`() throws {
    let seed: UInt64 = 20_260_615
    var random = SplitMix(seed: seed)
    var tried = 0
    for _ in 0..<150 {
      let today = Day(number: Int.random(in: 19_000...24_000, using: &random))
      for order in Self.orders {
        let reader = TypedDayReader(today: today, order: order)
        for form in Self.forms(&random, order) {
          for tense in Self.tenses {
            let note: Comment = "\(form.text) of \(today), \(tense), \(order.rawValue), seed \(seed)"
            let day = try reader.read(form.text, tense).day
            tried += 1
            #expect(tense != .past || day <= today, note)
            #expect(tense != .coming || day >= today, note)
            #expect(tense != .nearest || form.month == nil || abs(day - today) <= 183, note)
            #expect(form.month == nil || day.month == form.month, note)
            #expect(form.dayOfMonth == nil || day.dayOfMonth == form.dayOfMonth, note)
            #expect(form.weekday == nil || day.weekday.rawValue == form.weekday, note)
          }
        }
      }
    }
    #expect(tried > 10_000)
  }

  /// Days that their month has not, with a year and without one.
  private static let impossible: [(day: Int, month: Int, year: Int?)] =
    [2, 4, 6, 9, 11].flatMap { month in
      [30, 31].filter { $0 > Day.length(ofMonth: month, year: 2000) }.flatMap { day in
        [nil, 2024, 2026, 2027].map { (day, month, $0) }
      }
    } + [2026, 2027, 2100].map { (29, 2, $0) } + [2026, 2027].map { (32, 5, $0) }

  private static func forms(_ day: Int, _ month: Int, _ year: Int?) -> [String] {
    let name = months[month - 1], short = String(name.prefix(3))
    let years = year.map { [" \($0)", ", \($0)"] } ?? [""]
    let named = [
      "\(day) \(name)", "\(name) \(day)", "\(day) \(short)", "\(short) \(day)", "\(day)\(ending(day)) \(name)",
      "the \(day)\(ending(day)) of \(name)", "\(name) \(day)\(ending(day))", "\(day). \(name)",
    ].flatMap { form in years.map { form + $0 } }
    guard let year else { return named + ["\(day)/\(month)", "\(month)/\(day)"] }
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return named + [
      "\(year)-\(two(month))-\(day)", "\(year)/\(two(month))/\(day)", "\(day)/\(two(month))/\(year)",
      "\(month)/\(day)/\(year)", "\(day)-\(two(month))-\(year)", "\(day).\(month).\(year)", "\(day)-\(short)-\(year)",
      "\(year)\(two(month))\(day)",
    ]
  }

  @Test func `a day that its month has not is refused by name, in every form, and never another day`() throws {
    let today = Day(number: 20_619)
    var tried = 0
    for (day, month, year) in Self.impossible {
      for form in Self.forms(day, month, year) {
        for lead in ["", "by "]
        where lead.isEmpty || !form.allSatisfy(\.isNumber) && !(year == nil && form.contains("/")) {
          let text = lead + form
          for order in Self.orders {
            tried += 1
            let found = DatePhrases.find(in: Array(text.unicodeScalars), reference: Moment(day: today), order: order)
            #expect(found.allSatisfy { $0.values.allSatisfy { $0.start?.day == nil } }, "\(text)")
            for tense in Self.tenses {
              #expect("\(text) \(order.rawValue)") {
                _ = try TypedDayReader(today: today, order: order).read(text, tense)
              } throws: { error in
                guard case .impossible(_, let reason)? = error as? TypedDayError else { return false }
                return reason.contains(Self.months[month - 1])
              }
            }
          }
        }
      }
    }
    #expect(tried > 1000)
  }

  @Test func `every day that there is is read in every form`() throws {
    let seed: UInt64 = 31
    var random = SplitMix(seed: seed)
    for _ in 0..<400 {
      let day = Day(number: Int.random(in: 18_000...24_000, using: &random))
      let reader = TypedDayReader(today: Day(number: 20_619), order: .dayFirst)
      let (year, month, number) = day.parts
      for form in Self.forms(number, month, year)
      where !form.hasPrefix("\(month)/") && (number > 9 || !form.contains("-")) {
        guard number > 9 || !form.contains("\(year)/") && !form.allSatisfy(\.isNumber) else { continue }
        #expect(try reader.read(form, .coming).day == day, "\(form), seed \(seed)")
      }
    }
  }

  @Test func `a note tells of a day that there is not and takes no day from it`() {
    for text in ["31 November 2026", "29 Feb 2027", "2026-11-31", "31/02/2026", "November 31st"] {
      let note = "Acme Ltd, 13 November 2026, interview with Ann Lee\nThey will decide by \(text).\n"
      let reading = NoteReader.read(Array(note.utf8))
      #expect(!reading.facts.contains { $0.field == .promisedDate }, "\(text)")
      #expect(reading.remarks.contains { $0.line == 2 && $0.leavesUnread && $0.text.contains(text) }, "\(text)")
    }
    let table =
      "Company,Role,Contact,Interview\nAcme,Cook,Ann Lee,2026-11-31\nBolt,Cook,Bob Ray,4633\nCask,Cook,Cy Orr,2026-11-12\n"
    let reading = NoteReader.read(Array(table.utf8), name: "jobs.csv")
    #expect(reading.facts.filter { $0.field == .interviewDate }.map(\.value) == ["2026-11-12"])
    #expect(reading.remarks.filter(\.leavesUnread).compactMap(\.line) == [2, 3])
  }

  @Test(arguments: [
    // From Monday 15 June 2026.
    ("by friday", Tense.coming, "2026-06-19"), ("3d", .coming, "2026-06-18"), ("2w", .past, "2026-06-01"),
    ("-3d", .coming, "2026-06-12"), ("+1w", .past, "2026-06-22"), ("1m", .coming, "2026-07-15"),
    ("fortnight", .coming, "2026-06-29"), ("15th", .past, "2026-06-15"), ("12th", .nearest, "2026-06-12"),
    ("next business day", .coming, "2026-06-16"), ("5b", .coming, "2026-06-22"), ("eow", .coming, "2026-06-19"),
    ("eom", .coming, "2026-06-30"), ("today+21", .coming, "2026-07-06"), ("march", .past, "2026-03-01"),
    ("march", .coming, "2027-03-01"), ("march", .nearest, "2026-03-01"), ("12 june", .nearest, "2026-06-12"),
    ("12 june", .coming, "2027-06-12"), ("12 june", .past, "2026-06-12"), ("weds 10 june", .coming, "2026-06-10"),
    ("tuesday", .past, "2026-06-09"), ("monday", .past, "2026-06-15"), ("monday", .coming, "2026-06-22"),
    ("yesterday 15:30", .past, "2026-06-14T15:30"), ("this week", .coming, "2026-06-21"),
  ])
  func `short and open forms are known`(_ text: String, _ tense: Tense, _ day: String) throws {
    let reader = TypedDayReader(today: try #require(Day("2026-06-15")), order: .dayFirst)
    #expect(try reader.read(text, tense).moment.description == day)
  }

  @Test(arguments: ["2026-03-24T10:30", "2026-03-24 10:30", "2026-03-24 10:30:00"])
  func `an hour behind a written day is the hour, not the name of a zone`(_ text: String) throws {
    let day = try #require(Day("2026-03-24"))
    #expect(TypedDayReader.written(text) == Moment(day: day, minute: 630))
    #expect(TypedDayReader.written("2026-03-24 10:30 Europe/London")?.zone == "Europe/London")
  }

  @Test func `a weekday that contradicts its day is told`() throws {
    let reader = TypedDayReader(today: try #require(Day("2025-10-14")), order: .dayFirst)
    for text in ["Friday, October 18", "Fri 18 October 2025", "fri 18/10/2025"] {
      let day = try reader.read(text, .coming)
      #expect(day.day.description == "2025-10-18" && day.contradicted == .friday, "\(text)")
    }
    #expect(try reader.read("Saturday, October 18", .coming).contradicted == nil)
  }

  @Test(arguments: ["", "someday", "soon", "31", "friday and monday", "see you friday", "12th of never"])
  func `what is no day is refused`(_ text: String) {
    let reader = TypedDayReader(today: Day(number: 20_619), order: .dayFirst)
    #expect(throws: TypedDayError.noDay(text)) { try reader.read(text, .coming) }
  }

  @Test func `what was a few weeks ago is not next year's`() throws {
    let note = "Acme Ltd, 13 November 2026, interview with Ann Lee\nThank you for the talk on 10 November.\n"
    let reading = NoteReader.read(Array(note.utf8))
    let line = Array("the talk on 10 November".unicodeScalars)
    let reference = try #require(reading.reference)
    for text in ["10 November", "10/11", "10.11.", "Nov 10"] {
      let found = DatePhrases.find(
        in: Array("our talk on \(text)".unicodeScalars), reference: Moment(day: reference)
      ).first?.values.first?.value
      #expect(found == "2026-11-10", "\(text)")
    }
    #expect(!line.isEmpty)
    #expect(DatePhrases.resolve("by 10 November", from: Moment(day: reference)).first?.end?.day?.year == 2027)
    #expect(DatePhrases.resolve("in October", from: Moment(day: reference)).first?.start?.day?.year ?? 2026 == 2026)
  }

  @Test func `a weekday and day in a note's head tell the year near the import`() throws {
    let today = try #require(Day("2026-06-15"))
    let reading = NoteReader.read(
      Array("St Mary's ward 7\nweds 10 june, 2pm, 3 of them on the panel\n".utf8), options: ReadingOptions(near: today))
    #expect(reading.noteDate.day?.description == "2026-06-10")
    let old = NoteReader.read(
      Array("Acme, Tue 9 March 2021\nwill let me know by the 19th\n".utf8), options: ReadingOptions(on: today))
    #expect(old.reference?.description == "2021-03-09")
  }
}
