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

  @Test func `a heading that no list knows is told by what stands below, unless the items speak of several matters`() {
    let told = read("# Acme Ltd\n\n## What might come of it\n- I've never managed volunteers\n- Rosa's dog\n")
    #expect(told.values(.objection) == ["I've never managed volunteers", "Rosa's dog"])
    let mixed = read(
      "# Acme Ltd\n\n## This and that\n- I've never managed volunteers\n- nobody owns the payments module\n")
    #expect(mixed.values(.objection).count == 1 && mixed.values(.challenge).count == 1)
  }

  @Test func `plain text below a question is its answer, another bidding is none`() {
    let reading = read(
      header
        + "\n## What they asked\n\nWhy leave Corning?\nNo room to grow there.\n\nHow so?\ntell me about a bad buy\n")
    let questions = reading.facts.filter { $0.field == .question }
    #expect(questions.map(\.value) == ["Why leave Corning?", "How so?", "tell me about a bad buy"])
    #expect(questions.map { $0.answer?.value } == ["No room to grow there.", nil, nil])
  }

  @Test func `several indirect questions behind one asking are each one`() {
    let reading = read(
      header
        + "They asked so many things: what I do when a server is down, how I chart it and would I work Saturdays.\n")
    #expect(
      reading.values(.question) == [
        "what I do when a server is down", "how I chart it", "would I work Saturdays",
      ])
  }

  @Test func `what two people doubt is two doubts, and Also goes on with the last`() {
    let reading = read(
      header
        + "Met Rosa Marsh and Dev Pillai. Rosa reckons I'm too academic and Dev wasn't sure about my notice period.\n"
        + "One worry is that I'd be bored. Also the long drive.\n")
    #expect(
      reading.values(.objection) == [
        "Rosa reckons I'm too academic", "my notice period", "I'd be bored", "the long drive",
      ])
  }

  @Test func `a firm named for its trade is the employer, the title beside it the role`() {
    let reading = read("# Harlan & Boyle Engineers | Senior Bridge Engineer\n2 March 2026, phone\n")
    #expect(reading.values(.organisation) == ["Harlan & Boyle Engineers"])
    #expect(reading.values(.role) == ["Senior Bridge Engineer"])
  }

  @Test func `where a coffee was drunk is no employer`() {
    #expect(read("Coffee with Naomi Birch yesterday, Costa by the station\n").values(.organisation).isEmpty)
  }

  @Test func `org's own time of an interview is its day, that of closing an entry is not`() {
    let reading = read(
      "#+TITLE: Search\n* OFFER Acme Ltd\n  CLOSED: [2026-05-22 Fri 18:02]\n  - Rosa Marsh phoned [2026-05-21 Thu 16:30], phone\n"
    )
    #expect(reading.values(.interviewDate) == ["2026-05-21T16:30"])
  }

  @Test func `dictated text is cut where somebody else begins to speak`() {
    let reading = read(
      "# voice note 7 may\n\nok so that was Zanele from Baobab Labs and it was on Google Meet this afternoon she said nobody reads the reports "
        + "they just sit in Drive and she worries i've been freelance too long they've got three more people to see "
        + "and i never said that my last study cut no-shows by a third\n")
    #expect(reading.people.map(\.name.value) == ["Zanele"] && reading.values(.organisation) == ["Baobab Labs"])
    #expect(reading.values(.challenge).count == 1 && reading.values(.objection).count == 1)
    #expect(reading.values(.competition).count == 1 && reading.values(.missedAccomplishment).count == 1)
  }

  @Test func `a label Also goes on with the label above`() {
    let reading = read(header + "Problem:: one server\nAlso:: two suits\n")
    #expect(reading.values(.challenge) == ["one server", "two suits"])
  }

  @Test func `numbered questions in bold have their answers below`() {
    let reading = read("# Acme Ltd\n\n**Q1. What is wrong with our report?**\nSaid it was old.\n")
    let question = reading.facts.first { $0.field == .question }
    #expect(question?.value == "What is wrong with our report?" && question?.answer?.value == "Said it was old.")
  }

  @Test func `a remark above a blank line is no employer, and a second employer with form and day is another one`() {
    let reading = read(
      "Two in one week, God help me.\n\nMulcahy Reid Architects, on site, Tuesday 21 July 2026\nnice place\n\n"
        + "Studio Lir, Zoom, Thursday 23 July 2026\nnice people\n")
    #expect(reading.values(.organisation) == ["Mulcahy Reid Architects", "Studio Lir"])
    #expect(reading.values(.interviewDate) == ["2026-07-21", "2026-07-23"])
  }

  @Test(arguments: [
    ("Rate $52 an hour + super", "AUD 52/hour"), ("Pay: $61,000, office in Toronto", "CAD 61000/year"),
    ("Pay: $61,000, office in Boston", "USD 61000/year"), ("Pay: R65k a month", "ZAR 65000/month"),
    ("Pay: R48 000 a month", "ZAR 48000/month"),
    ("Gehalt: 58–62 T€", "EUR 58000-62000/year"),
    ("CTC: ₹14 LPA", "INR 1400000/year"),
  ])
  func `a currency's sign means that of the country the note speaks of`(line: String, value: String) {
    #expect(read(header + line + "\n").values(.compensation) == [value])
  }

  @Test func `who speaks below a question answers it, unless another question`() {
    let reading = read(
      header + "Met Pauline Adair.\n**Pauline: How do you look after yourself?**\nMe: allotment\n"
        + "**Pauline: Tell me about a case that stayed.**\nMe: the twins\n")
    let questions = reading.facts.filter { $0.field == .question }
    #expect(questions.map(\.value) == ["How do you look after yourself?", "Tell me about a case that stayed"])
    #expect(questions.map { $0.answer?.value } == ["allotment", "the twins"] && reading.values(.commitment).isEmpty)
  }

  @Test func `what comes behind then is a step of its own, a trial morning stays whole`() {
    let reading = read(header + "Rosa Marsh was there.\nRosa calls Monday, then a trial morning.\n")
    #expect(reading.values(.promisedDate) == ["2026-03-09"] && reading.values(.nextStep) == ["a trial morning"])
  }

  @Test func `a drug screen is no round, and dec before a day of March no month`() {
    let reading = read(header + "Drug screen if yes.\ndec 20 Mar\n")
    #expect(reading.values(.interviewRound).isEmpty && reading.values(.promisedDate) == ["2026-03-20"])
  }

  @Test func `the head of a form's two columns is no field of it`() {
    let reading = read("| What | Detail |\n|---|---|\n| Employer | Acme |\n| Position | ATC Planner |\n")
    #expect(reading.values(.role) == ["ATC Planner"] && reading.values(.organisation) == ["Acme"])
  }

  @Test func `dec behind a number is the month, before by the decision`() {
    let reading = read("Acme Ltd\nAnalyst\nthu 3 dec, webex\ndec by 11/12\n")
    #expect(reading.values(.interviewDate).first?.hasSuffix("-12-03") ?? false)
    #expect(reading.values(.promisedDate).first?.hasSuffix("-12-11") ?? false)
  }
}
