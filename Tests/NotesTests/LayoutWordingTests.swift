import Model
import Notes
import Testing

/// What layout says where words do not: pictures, columns, check boxes, brackets; and who reports what.
@Suite struct LayoutWordingTests {
  private let header = "Acme Ltd, Analyst, phone, 2 March 2026\n"

  @Test func `a picture in front says what a line without telling words is`() {
    let reading = read(header + "👎 my Dutch\n👍 the tour\n❓ why now?\n🚩 seven jobs in nine years\n")
    #expect(reading.values(.objection) == ["my Dutch", "seven jobs in nine years"])
    #expect(reading.values(.question) == ["why now?"])
  }

  @Test func `columns of plain text set apart by wide gaps are a table of people`() {
    let reading = read(
      header + "\nName             Job                  Remarks\nPrudence Alleyne    Chief Executive      cold\n"
        + "Graham Tolley       Chair of Trustees    late\n")
    #expect(reading.people.map(\.name.value) == ["Prudence Alleyne", "Graham Tolley"])
    #expect(reading.people.map { $0.title?.value } == ["Chief Executive", "Chair of Trustees"])
  }

  @Test func `a ticked question in quotes was asked, an open one was not`() {
    let reading = read(header + "- [x] \"Tell me about a case you lost\" - the Laredo one\n- [x] send the form\n")
    #expect(reading.values(.question) == ["Tell me about a case you lost"])
  }

  @Test(arguments: [
    ("Acme Ltd - train driver, regional lines", "train driver, regional lines"),
    ("Acme Ltd, Fleet Mechanic (HGV)", "Fleet Mechanic (HGV)"),
    ("Acme Ltd, Fleet Mechanic (Leeds)", "Fleet Mechanic"),
    ("Acme Ltd - Designer, remote", "Designer"),
  ])
  func `what a title says of its field belongs to it, what it says of the place does not`(line: String, role: String) {
    #expect(read(line + "\n2 March 2026, phone\n").values(.role) == [role])
  }

  @Test func `what somebody reports is a trouble of theirs or a doubt about me, praise and weather are neither`() {
    let reading = read(
      header + "Rosa Marsh told me frankly that a quarter of the drivers retire soon.\n"
        + "Rosa said my slides had too many words.\nRosa said the team is lovely.\nWeather: not a cloud in the sky\n")
    #expect(reading.values(.challenge) == ["a quarter of the drivers retire soon"])
    #expect(reading.values(.objection) == ["my slides had too many words"])
  }

  @Test func `what one is asked to do on the spot is a question, what to send is none`() {
    let reading = read(header + "Asked me to sketch a cooling path on paper.\nShe asked me to send the deeds.\n")
    #expect(reading.values(.question) == ["sketch a cooling path on paper"])
  }

  @Test func `somebody else's doing for me up to a day is an answer promised`() {
    let reading = read(header + "Rosa to drop me a note on or before Thursday 12th.\n")
    #expect(reading.values(.promisedDate) == ["2026-03-12"])
    #expect(read(header + "She asked me to have it done by Friday.\n").values(.promisedDate).isEmpty)
  }

  @Test func `a note mailed to oneself speaks of the candidate, who is nobody it meets`() {
    let reading = read(
      "From: Kaya Demir <kaya@post.example>\nTo: Kaya Demir <kaya@post.example>\nSubject: debrief\n"
        + "Date: Wed, 25 Feb 2026 21:10:05 +0100\n\nI will send Milena the repo.\n")
    #expect(reading.people.isEmpty && reading.values(.commitment) == ["send Milena the repo"])
  }

  @Test(arguments: [
    ("₹9,00,000 per annum", "INR 900000/year"), ("S$5,200/mth", "SGD 5200/month"),
    ("41 500 SEK a month", "SEK 41500/month"),
  ])
  func `pay is read as other countries write it`(said: String, value: String) {
    #expect(read(header + "Salary: " + said + "\n").values(.compensation) == [value])
  }
}
