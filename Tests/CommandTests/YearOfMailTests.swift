import Foundation
import SeededNumbers
import Testing

/// A made-up year of a search as a mailbox: processes with invitations, moves, delays, nos and offers, my replies,
/// newsletters and private mail.
struct YearOfMail {
  /// What a person of a process was told last.
  enum End: CaseIterable { case no, offer, delayed, silent, applied }

  private(set) var mails: [(day: Int, text: String)] = []
  private(set) var ended: [(person: String, end: End)] = []

  private static let firsts = ["Anna", "Bela", "Cora", "Dora", "Elias", "Finn", "Greta", "Hugo", "Ines", "Jonas"]
  private static let lasts = [
    "Abbott", "Brandt", "Carver", "Dunne", "Ekholm", "Farrow", "Grieve", "Holt", "Ivers", "Jarvis",
  ]
  private static let firms = ["Alder", "Birch", "Cedar", "Drumlin", "Elmfield", "Fernley", "Gorse", "Hazelwood"]
  private static let kinds = ["Foods", "Energy", "Hotels", "Glass", "Logistics"]
  private static let roles = ["Grid Analyst", "Line Lead", "Site Planner", "Data Engineer", "Buyer", "Shift Manager"]

  /// - Parameter count: how many mails at least; what no process sends is newsletters and private mail.
  init(seed: UInt64, processes: Int, mails count: Int) {
    var random = SplitMix(seed: seed)
    for number in 0..<processes {
      let person = "\(Self.firsts[number % 10]) \(Self.lasts[(number / 10 + number) % 10])"
      let firm = "\(Self.firms[number % 8]) \(Self.kinds[(number / 8 + number) % 5])"
      let role = Self.roles[Int(random.next() % 6)]
      add(person, firm, role, from: 2 + Int(random.next() % 300), End.allCases[Int(random.next() % 5)], &random)
    }
    for number in 0..<max(0, count - mails.count) { addOther(number, on: Int(random.next() % 340)) }
    mails.sort { $0.day < $1.day }
  }

  private static let start = DateComponents(
    calendar: Calendar(identifier: .gregorian), timeZone: TimeZone(identifier: "UTC"), year: 2026, month: 1, day: 5)

  /// "Mon, 5 Jan" or "Monday 5 January" of a day of the year of search.
  private static func text(_ day: Int, _ format: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_GB")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = format
    return formatter.string(from: (start.date ?? .distantPast).addingTimeInterval(Double(day) * 86_400))
  }

  static func iso(_ day: Int) -> String { text(day, "yyyy-MM-dd") }

  private mutating func mail(_ day: Int, from: String, to: String = Papers.me, _ subject: String, _ words: String) {
    let id = "m\(mails.count)@year.example"
    mails.append(
      (
        day,
        Papers.mail(from: from, to: to, subject, on: Self.text(day, "EEE, d MMM"), id: id, words).replacing(
          " 2026 10:", with: " \(Self.text(day, "yyyy")) 10:")
      ))
  }

  private mutating func add(
    _ person: String, _ firm: String, _ role: String, from day: Int, _ end: End, _ random: inout SplitMix
  ) {
    let address = "\(person.lowercased().replacing(" ", with: "."))@\(firm.lowercased().filter(\.isLetter)).example"
    let them = "\(person) <\(address)>"
    let sign = "\n\nKind regards,\n\(person)\n\(firm)\n"
    ended.append((person, end))
    if end == .applied {
      return mail(
        day, from: them, "Your application for \(role) at \(firm)",
        "Dear Sam,\n\nThank you for applying for the position of \(role) at \(firm). We have received your application and will review it.\(sign)"
      )
    }
    let held = day + 5 + Int(random.next() % 4)
    let when = Self.text(held, "EEEE d MMMM")
    mail(
      day, from: them, "Interview for the \(role) position at \(firm)",
      "Dear Sam,\n\nWe would like to invite you to an interview for the \(role) position at \(firm) on \(when) at 10:30. You will meet \(person).\(sign)"
    )
    var last = held
    if random.next() % 3 == 0 {
      last = held + 2
      mail(
        day + 2, from: them, "Re: Interview for the \(role) position at \(firm)",
        "Dear Sam,\n\nI am afraid we have to move your interview from \(when) to \(Self.text(last, "EEEE d MMMM")) at 14:00.\(sign)"
      )
    }
    mail(
      last + 1, from: Papers.me, to: them, "Thank you",
      "Dear \(person.prefix { $0 != " " }),\n\nThank you for the time you gave me. I enjoyed our talk and am very interested in the role.\n\nBest regards,\nSam Field\n"
    )
    if end == .silent { return }
    mail(
      last + 6, from: them, "\(role) at \(firm)",
      "Dear Sam,\n\nI am sorry, this takes a little longer. We need until \(Self.text(last + 14, "EEEE d MMMM")) to decide.\(sign)"
    )
    switch end {
    case .no:
      mail(
        last + 13, from: them, "\(role) at \(firm)",
        "Dear Sam,\n\nThank you for coming in to talk about the \(role) position. Unfortunately we have decided to go with another candidate.\(sign)"
      )
    case .offer:
      mail(
        last + 13, from: them, "Your offer: \(role) at \(firm)",
        "Dear Sam,\n\nWe are delighted to offer you the position of \(role) at \(firm), at a salary of £38,000 a year. Please let us have your answer by \(Self.text(last + 20, "EEEE d MMMM")).\(sign)"
      )
    case .delayed, .silent, .applied: break
    }
  }

  private mutating func addOther(_ number: Int, on day: Int) {
    if number % 2 == 0 {
      mail(
        day, from: "Weekly Deals <news@deals.example>", "This week: interview suits at half price",
        "Dear customer,\n\nour best offers of the week.\n")
      mails[mails.count - 1].text = "List-Unsubscribe: <https://deals.example/u>\n" + mails[mails.count - 1].text
    } else {
      mail(
        day, from: "Aunt May <may\(number)@family.example>", "Sunday",
        "Hello dear,\n\ncome for lunch on Sunday, there will be cake and your cousins will be there too.\n\nLove,\nMay\n"
      )
    }
  }

  /// The mailbox of what was sent from one day of the year on and before another.
  func mailbox(_ days: Range<Int>) -> String {
    mails.filter { days.contains($0.day) }.map { "From sender Mon Jan  5 10:00:00 2026\n\($0.text)\n\n" }.joined()
  }
}

@Suite struct YearOfMailTests {
  private static let seed: UInt64 = 20_261_130

  private func shown(_ papers: Papers, _ kind: String, _ day: String) throws -> [String] {
    try papers.home.run("list", kind, "--all", "--plain", "--today", day).output.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().joined(separator: "\t")
    }.sorted()
  }

  private func search() throws -> Papers {
    let papers = try Papers(Home(), interview: false)
    _ = try papers.home.run("settings", "import.archive-after", "36500")
    return papers
  }

  @Test func `a year of mail at once and month by month ends alike, and chases nobody who answered`() throws {
    let year = YearOfMail(seed: Self.seed, processes: 40, mails: 2_000)
    let day = YearOfMail.iso(360)
    let (once, monthly) = (try search(), try search())
    try once.take("jobs.mbox", year.mailbox(0..<400), on: day)
    for start in stride(from: 0, to: 360, by: 30) {
      let box = year.mailbox(start..<start + 30)
      if !box.isEmpty { try monthly.take("month\(start).mbox", box, on: YearOfMail.iso(start + 30)) }
    }
    for kind in ["touches", "interviews", "opportunities", "people", "promises"] {
      #expect(try shown(once, kind, day) == shown(monthly, kind, day), "\(kind), seed \(Self.seed)")
    }
    let plan = try once.plan(on: day)
    for (person, end) in year.ended where end == .no || end == .offer {
      #expect(
        !plan.contains("silence: \(person)") && !plan.contains("again: \(person)"), "\(person), seed \(Self.seed)")
    }
    let people = try shown(once, "people", day).joined()
    #expect(!people.contains("May") && !people.contains("Deals") && !people.contains("Sam"), "seed \(Self.seed)")
  }
}
