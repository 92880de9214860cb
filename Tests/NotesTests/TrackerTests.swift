import Model
import Notes
import Testing

/// Tables as spreadsheets and job trackers export them.
@Suite struct TrackerTests {
  private func meanings(_ reading: Reading) -> [String: String] {
    Dictionary(reading.columns.map { ($0.name, $0.field ?? "text") }, uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: ["sep=;\n", "My job search 2026;;;;\n;;;;\n", "Exported on 1 May 2026\n\n"])
  func `the names of the columns may stand below other lines`(above: String) {
    let reading = read(
      above
        + "Company;Role;Date;Status;Contact\nGorse;Chef;13/04/2026;Interview;Al Fry\nHeath;Cook;14/04/2026;Interview;\n"
    )
    #expect(reading.container == .csv)
    #expect(reading.values(.organisation) == ["Gorse", "Heath"])
    #expect(reading.values(.interviewDate) == ["2026-04-13", "2026-04-14"])
  }

  @Test func `the columns of common trackers are known`() {
    let huntr = read(
      "Job Title,Company,List,Date Applied,Notes,Contact Name\nDesigner,Willow & Ash,Phone screen,2026-04-02,,Greta Thule\n"
    )
    #expect(
      meanings(huntr) == [
        "Job Title": "role", "Company": "organisation", "List": "stage", "Date Applied": "applied", "Notes": "general",
        "Contact Name": "contact",
      ])
    #expect(huntr.values(.interviewKind) == ["phone"])
    let teal = read(
      "Company,Job Position,Status,Date Saved,Max. Salary,Notes\nOak,Engineer,Applied,04/13/2026,180000,\n")
    #expect(teal.values(.role) == ["Engineer"])
    let german = read("Firma;Stelle;Gespräch am;Bemerkung\nKöhler & Partner;Buchhalter;12.05.2026;\n")
    #expect(german.values(.interviewDate) == ["2026-05-12"])
    let notion = read(
      "Name,Stage,Position,Interview Date,Contact\nQuill,First interview,Editor,\"May 12, 2026\",Max Born\n")
    #expect(notion.values(.organisation) == ["Quill"] && notion.people.map(\.name.value) == ["Max Born"])
  }

  @Test func `a day in a column of steps or tasks is neither`() {
    let reading = read(
      "Company,Role,Status,Next Step,Next Step Date,Follow up\nRowan,SRE,On-site,Take home,5/20/2026,5/22/2026\n")
    #expect(reading.values(.nextStep) == ["Take home"] && reading.values(.commitment).isEmpty)
    #expect(reading.values(.promisedDate) == ["2026-05-20"])
  }

  @Test(arguments: [
    "Date,Item,Amount,Category\n2026-01-01,Milk,1.20,Food\n2026-01-02,Bus,2.40,Travel\n",
    "Betrieb,Funktion,Wann,Mit wem\nZimmerei Holz,Schreiner,12.05.2026,Hans Balk\n",
  ])
  func `a table of something else says nothing, and that it was left`(table: String) {
    let reading = read(table)
    #expect(reading.container == .csv && reading.facts.isEmpty)
    #expect(reading.remarks.contains { $0.leavesUnread })
  }

  @Test func `a table of contacts tells of people, and of no search`() {
    let reading = read(
      "Notes:\n\"Some of the addresses are missing.\"\n\nFirst Name,Last Name,Company,Position\nRosa,Parkin,Thistle Ltd,Recruiter\n"
    )
    #expect(reading.container == .csv && reading.paper == .other)
    #expect(reading.people.map(\.name.value) == ["Rosa Parkin"])
    #expect(reading.facts.allSatisfy { $0.field == .person || $0.field == .organisation })
  }

  @Test func `such a table is read where its columns are told`() {
    let table = "Betrieb,Funktion,Wann,Mit wem\nZimmerei Holz,Schreiner,12.05.2026,Hans Balk\n"
    let reading = readByRules(
      Array(table.utf8),
      options: ReadingOptions(columns: ["betrieb": "organisation", "mit wem": "contact", "wann": "date"]))
    #expect(reading.values(.organisation) == ["Zimmerei Holz"] && reading.values(.interviewDate) == ["2026-05-12"])
  }

  @Test func `lines with commas in a note make no table`() {
    for note in [
      "Acme, Analyst, London\nDana, HR, nice\nasked about SQL, Excel, Python\n",
      "Met Dana, Priya, Tom.\nGood, bad, ugly.\nOne, two, three.\n", "a,b,c\n",
    ] {
      #expect(read(note).container == .plain)
    }
  }
}
