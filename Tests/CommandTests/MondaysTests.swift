import SeededNumbers
import Testing

/// The page of each Monday of a search of six weeks, made from a seed with the events of a real one, as a terminal shows it at three widths.
@Suite struct MondaysTests {
  private static let start = 20_619  // Monday 15 June 2026, in days since 1970.
  private static let firms = [
    ("Hollis & Marr", "Electrical Supervisor", ["Gareth Marr", "Sian Probert"]),
    ("Quillon", "Payroll Officer", ["Farida Nasser"]),
    ("Lumenpay", "Senior Backend Engineer", ["Marcus Oyelaran", "Yuki Tanaka", "Priscilla Hohenzollern-Sigmaringen"]),
    ("Finch Foods", "Line Lead", ["Carla Mendes", "Ed Noakes"]), ("St Mary's", "Ward Clerk", ["Deborah Lim"]),
    ("山田商事", "Übersetzerin", ["山田 太郎"]), ("شركة الأمل", "Accountant", ["محمد الفارسي"]),
    ("Brightwater Analytics and Associates of Northumberland", "Data Engineer", ["Dr. Anika Rao"]),
  ]

  @Test(arguments: [60, 80, 120]) func `six weeks of Mondays`(width: UInt16) throws {
    let shell = Transcript(try Home())
    var random = SplitMix(seed: 2026)
    var open: [Int] = []
    try shell.run("settings name \"Sam Rees\" --quiet --today 2026-06-15")
    for day in 0..<42 {
      let today = Self.iso(Self.start + day)
      if day % 7 == 0 {
        try shell.show("today --today \(today)", columns: width)
        // Whoever opens the page in the morning does the first two things on it.
        if day > 0 { try shell.show("done 1 2 --today \(today)", columns: width) }
      }
      if day % 5 == 1, open.count < Self.firms.count {
        let (firm, role, people) = Self.firms[open.count]
        open.append(open.count)
        let ahead = Int(random.next() % 6)
        let when = Self.iso(Self.start + day + ahead) + "T1\(random.next() % 6):30"
        try shell.run(
          "add interview \"\(firm)\" \"role=\(role)\" \"with=\(people.joined(separator: ", "))\" start=\(when) kind=video "
            + "--quiet --today \(today)")
      }
      guard day % 3 == 2, let known = open.dropLast().last else { continue }
      try event(random.next() % 5, known, Self.start + day, shell)
    }
    try shell.check("mondays-\(width)")
  }

  /// What happens to a search on a day: a promise, a call, an offer, a no, a promise of one's own.
  private func event(_ kind: UInt64, _ index: Int, _ day: Int, _ shell: Transcript) throws {
    let (firm, _, people) = Self.firms[index]
    let end = "--quiet --today \(Self.iso(day))"
    switch kind {
    case 0: try shell.run("heard \"\(firm)\" --next \"second talk with the owner\" --by \(Self.iso(day + 4)) \(end)")
    case 1: try shell.run("log call \"\(people[0])\" \"left a message\" \(end)")
    case 2: try shell.run("heard \"\(firm)\" --offer --deadline \(Self.iso(day + 6)) --from \"\(people[0])\" \(end)")
    case 3: try shell.run("heard \"\(firm)\" --rejected --from \"\(people[0])\" \(end)")
    default:
      try shell.run(
        "add promise \"opportunity=\(firm)\" by=me \"person=\(people[0])\" \"text=send the plan for the first hundred days\" "
          + "due=\(Self.iso(day + 3)) \(end)")
    }
  }

  /// `2026-06-15` of days since 1970, in June to August 2026.
  private static func iso(_ number: Int) -> String {
    let day = number - start + 15
    let (month, date) = day <= 30 ? (6, day) : day <= 61 ? (7, day - 30) : (8, day - 61)
    return "2026-0\(month)-\(date < 10 ? "0" : "")\(date)"
  }
}
