import Model
import Notes
import Testing

/// Wordings that say the same matter in other ways, one rule a test.
@Suite struct WordingTests {
  private let header = "Acme Ltd, Analyst, phone, 2 March 2026\n"

  @Test func `ornaments around a line make it a title of its own application`() {
    let reading = read(
      "*** Acme Foods ***\ntel Tue 20 Jan 4pm\n\n*** Ottery Seeds ***\nZoom yesterday\n- hear back in a week\n")
    #expect(reading.container != .org && reading.values(.organisation) == ["Acme Foods", "Ottery Seeds"])
    #expect(reading.facts.last?.interview == 2)
  }

  @Test(arguments: [
    ("Rosa Marsh, who is the director of operations, led it.", "director of operations"),
    ("Spoke to Rosa Marsh. She's the head of buying.", "head of buying"),
    ("Spoke to Rosa Marsh. Rosa is their sales director.", "sales director"),
  ])
  func `a title told of a person is that person's`(line: String, title: String) {
    #expect(read(header + line).people.first?.title?.value == title)
  }

  @Test func `two questions joined by and are two, those only quoted are asked by the interviewer`() {
    let joined = read(header + "They asked what I would change first and how I keep my skills up.\n")
    #expect(joined.values(.question) == ["what I would change first", "how I keep my skills up"])
    let quoted = read(header + "Long silence. \"Would you say you give up early?\" Honestly.\n")
    #expect(quoted.facts.first { $0.field == .question }?.askedBy == .interviewer)
  }

  @Test func `a full stop after Q and A marks question and answer, no initial`() {
    let reading = read(header + "Q. How do you unblock a port?\nA. call the broker first\nA. Smith rang later\n")
    let question = reading.facts.first { $0.field == .question }
    #expect(question?.value == "How do you unblock a port?" && question?.answer?.value == "call the broker first")
  }

  @Test func `troubles on both sides of and are two`() {
    let reading = read(header + "Audits eat half of every release and the rigs are booked solid.\n")
    #expect(reading.values(.challenge) == ["Audits eat half of every release", "the rigs are booked solid"])
    #expect(
      read(header + "They missed two releases because design and delivery don't talk.\n").values(.challenge).count == 1)
  }

  @Test func `what is thought of the candidate is a doubt unless it is praise`() {
    #expect(read(header + "The director found me quiet.\n").values(.objection).count == 1)
    #expect(
      read(header + "She isn't sure I'd cope with the travel.\n").values(.objection) == ["I'd cope with the travel"])
    #expect(read(header + "She thought I was a great fit.\n").values(.objection).isEmpty)
  }

  @Test func `a label may be somebody's, and named without a colon's usual words`() {
    let reading = read(
      header + "Rosa's concern: no export licence\nPain area - alerts nobody reads\nPromised: language certificate\n")
    #expect(
      reading.values(.objection) == ["no export licence"] && reading.values(.challenge) == ["alerts nobody reads"])
    #expect(reading.values(.commitment) == ["language certificate"] && reading.values(.promisedDate).isEmpty)
  }

  @Test func `a short line below the header names the step to come`() {
    let reading = read(header + "Interviewer: Rosa Marsh\nhalf day trial on the yard\nlunch with the team was nice\n")
    #expect(reading.values(.nextStep) == ["half day trial on the yard"])
  }

  @Test func `a step before the day of the answer is a step, its condition is none of it`() {
    let before = read(header + "Next is a call with the founders, they decide by 19 March.\n")
    #expect(before.values(.nextStep).count == 1 && before.values(.promisedDate) == ["2026-03-19"])
    let condition = read(header + "If you are successful, the next step would be a visit to the works.\n")
    #expect(condition.values(.nextStep) == ["the next step would be a visit to the works"])
  }

  @Test func `a weekday due on the same weekday is the next one, until it the offer stands`() {
    #expect(read(header + "They answer by Monday.\n").values(.promisedDate) == ["2026-03-09"])
    #expect(read(header + "I have until Thursday to accept.\n").values(.promisedDate) == ["2026-03-05"])
  }

  @Test func `a table of labels and entries is a form, whatever its header says`() {
    let reading = read(
      "| Field | Entry |\n|---|---|\n| Employer | Acme Ltd |\n| Role | Analyst |\n| Answer | 11 March |\n")
    #expect(reading.values(.organisation) == ["Acme Ltd"] && reading.values(.competition).isEmpty)
    #expect(reading.values(.promisedDate) == ["2026-03-11"])
  }

  @Test func `headings of an org file below an application are read, another application may be the next`() {
    let reading = read("* DONE Acme Rail\n** They answer by 13 March\n* NEXT Stone Buses\n  - phone on 6 March\n")
    #expect(reading.values(.promisedDate) == ["2026-03-13"])
    #expect(reading.values(.organisation) == ["Acme Rail", "Stone Buses"] && reading.values(.nextStep).isEmpty)
  }

  @Test func `a mail's title and number belong to who signs it`() {
    let reading = read(
      "From: Talent Team <talent@acme.example>\nTo: m@mail.example\nSubject: Analyst\nDate: Wed, 4 Mar 2026 08:00:00 +0000\n\nThank you for the time you spent with Kofi Larbi on 2 March.\n\nBest,\nSimone Hartley\nTalent Partner\n"
    )
    #expect(reading.people.first { $0.name.value == "Simone Hartley" }?.role == .recruiter)
    #expect(reading.people.first { $0.name.value == "Kofi Larbi" }?.role == .interviewer)
  }

  @Test(arguments: [
    ("Role: Safety Adviser, client is Acme Minerals", "Safety Adviser"),
    ("There's an opening for a customs compliance manager.", "customs compliance manager"),
    ("It is Facilities Coordinator, £34-36k.", "Facilities Coordinator"), ("duty scheduler", "duty scheduler"),
  ])
  func `a role is told in a sentence, a label or a line of its own`(line: String, role: String) {
    let reading = read("Phone call on 2 March 2026 with Rosa Marsh\n\(line)\n")
    #expect(reading.values(.role).first == role)
  }

  @Test func `prices and fines are no pay, a rate by the hour needs no currency`() {
    #expect(read(header + "I guessed £5.20 a loaf. They paid $90k in fines.\n").values(.compensation).isEmpty)
    #expect(read(header + "Pay: 14 an hour\n").values(.compensation) == ["14/hour"])
    #expect(read(header + "Salaire proposé : 46 000 € brut\n").values(.compensation) == ["EUR 46000/year"])
  }

  @Test func `R2 is the second round and no employer`() {
    let reading = read("R2 with Vayu Cloud, 2 March, Teams\n")
    #expect(reading.values(.interviewRound) == ["2"] && reading.values(.organisation) == ["Vayu Cloud"])
  }

  @Test(arguments: [
    ("half 3", "time:03:30:00"), ("9.30-11.00", "timerange:09:30:00/11:00:00"),
    ("mi-avril", "daterange:2026-04-11/2026-04-21"),
    ("Tue 9.30-11.00", "datetimerange:2026-03-03T09:30:00/2026-03-03T11:00:00"),
    ("cet après-midi", "datetimerange:2026-03-02T12:00:00/2026-03-02T16:00:00"),
  ])
  func `hours and days as the British, Germans and French write them`(phrase: String, value: String) {
    let found = DatePhrases.find(
      in: Array(phrase.unicodeScalars), reference: Moment(day: Day("2026-03-02") ?? Day(number: 0)))
    #expect(found.count == 1 && found.first?.values.first.map { "\($0.kind):\($0.value)" } == value)
  }

  @Test(arguments: ["half 12 people", "the first half 3 times", "half 3.5", "v9.30-11.00", "9.10-11.10"])
  func `halves and points that are no hours stay text`(phrase: String) {
    #expect(
      DatePhrases.find(in: Array(phrase.unicodeScalars), reference: Moment(day: Day(number: 20000))).allSatisfy {
        !$0.values.contains { $0.kind == .time || $0.kind == .timerange }
      })
  }
}
