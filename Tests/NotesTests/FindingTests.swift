import Model
import Notes
import Testing

@Suite struct FindingTests {
  @Test func `a scribble names employer, form, day and person`() {
    let reading = read("Marlow & Finch, zoom w/ Priyanka (talent)\nthurs 12 feb 3pm\nshould hear by weds\n")
    #expect(reading.values(.organisation) == ["Marlow & Finch"] && reading.values(.interviewKind) == ["video"])
    #expect(reading.values(.interviewDate) == ["2026-02-12T15:00"] && reading.values(.promisedDate) == ["2026-03-11"])
    #expect(reading.people.map(\.role) == [.recruiter])
  }

  @Test func `a correction replaces the day said before`() {
    let reading = read("Interview at Acme yesterday\nThey'll ring me on Friday.\nUPDATE: now Monday\n")
    #expect(reading.values(.promisedDate) == ["2026-03-09"])
  }

  @Test(arguments: [
    // The interview is ahead of the note: it is what moves, in its own week.
    ("Interview at Acme Ltd on Tuesday 17 March at 10am", "UPDATE: now Thursday", "2026-03-19", "2026-03-13"),
    (
      "Interview at Acme Ltd on Tuesday 17 March at 10am", "UPDATE: they decide Monday", "2026-03-17T10:00",
      "2026-03-09"
    ),
    (
      "Interview at Acme Ltd on Tuesday 17 March at 10am", "They promised an update by 20 March", "2026-03-17T10:00",
      "2026-03-20"
    ),
    // It is over: the answer moves.
    ("Interview at Acme Ltd on 3 March", "UPDATE: now Thursday", "2026-03-03", "2026-03-12"),
    ("Interview at Acme Ltd on 3 March", "Update: call moved to 11 March", "2026-03-11", "2026-03-13"),
  ])
  func `a correction some lines below says what it corrects by what was said before`(
    meeting: String, update: String, interview: String, answer: String
  ) {
    let note = "\(meeting)\nThey will let me know by 13 March.\nRole: Analyst\nNice office.\n\n\(update)\n"
    let found = read(note)
    #expect(found.values(.interviewDate) == [interview], "\(update)")
    #expect(found.values(.promisedDate) == [answer], "\(update)")
  }

  @Test func `half past six on a weekday looks back as the weekday does`() {
    #expect(read("Interview at Acme Ltd\nWhen: Monday, half past six\n").values(.interviewDate) == ["2026-03-02T18:30"])
  }

  @Test func `preparation, empty fields and questions never asked are no record`() {
    let reading = read(
      "# Acme — phone screen\n\n## Questions to ask\n- What is the budget?\n- [ ] read the report\n\nRole:\nSalary: tbc\n"
    )
    #expect(reading.values(.question).isEmpty && reading.values(.commitment).isEmpty && reading.values(.role).isEmpty)
    #expect(reading.lines.contains { $0.role == .preparation } && reading.lines.contains { $0.role == .template })
  }

  @Test func `a question has its asker and its answer`() {
    let reading = read(
      "# Acme — video\n\n## Questions they asked\n1. \"Why us?\"\n   → rambled\n\n## My questions\n- Who decides? Ana: the board\n"
    )
    let questions = reading.facts.filter { $0.field == .question }
    #expect(questions.map(\.value) == ["Why us?", "Who decides?"])
    #expect(questions.map(\.askedBy) == [.interviewer, .candidate])
    #expect(questions.map { $0.answer?.value } == ["rambled", "the board"])
  }

  @Test func `two applications in one file are two groups`() {
    let reading = read(
      "## Tarrant Steel (Process Engineer) - onsite\n- hear back in a week\n\n## Ivory Foods, Supply Planner, video\n- next: panel with ops\n"
    )
    #expect(reading.values(.organisation) == ["Tarrant Steel", "Ivory Foods"])
    #expect(reading.facts.first { $0.field == .nextStep }?.interview == 2)
  }

  @Test func `worries are doubts about the candidate or troubles of theirs`() {
    let reading = read(
      "Acme, phone, 2 March 2026\nShe is worried about my lack of C++.\nThey are worried about the audit in June.\n")
    #expect(reading.values(.objection).count == 1 && reading.values(.challenge).count == 1)
  }

  @Test func `a French note gives people, day and employer`() {
    let reading = read(
      "Entretien chez Lumière & Cie, le 12 mars 2026 à 14h30, en visio\nAvec : Mme Claire Dubois (Directrice marketing) et Karim Benali, RH\n"
    )
    #expect(
      reading.values(.organisation) == ["Lumière & Cie"] && reading.values(.interviewDate) == ["2026-03-12T14:30"])
    #expect(reading.people.map(\.role) == [.interviewer, .hr])
  }

  @Test(arguments: [
    ("Salary: 65k", "65000/year"), ("Salary: £52.5k", "GBP 52500/year"),
    ("Salary: £52.5-57.5k", "GBP 52500-57500/year"),
    ("Rate: €42.50 an hour", "EUR 42.50/hour"), ("Gehalt: 4.250,00 € im Monat", "EUR 4250/month"),
    ("Salary: £78-88k", "GBP 78000-88000/year"), ("Base $168,000", "USD 168000/year"),
  ])
  func `pay keeps its decimals`(line: String, value: String) {
    #expect(read("Acme, phone, 2 March 2026\n\(line)\n").values(.compensation) == [value])
  }

  @Test func `a note without a date says so`() {
    let reading = readByRules(Array("Acme, phone with Jo (HR)\n".utf8))
    #expect(reading.noteDate == .missing && !reading.remarks.isEmpty)
    #expect(
      readByRules(Array("Acme\n".utf8), name: "2026-03-05 acme.txt").noteDate.day?.description == "2026-03-05")
  }

  @Test func `a day that can be read two ways keeps the other reading`() {
    let reading = read("Acme, phone, 3/4/2026\n", on: "2026-04-04")
    let date = reading.facts.first { $0.field == .interviewDate }
    #expect(date?.value == "2026-04-03" && date?.alternatives == ["2026-03-04"] && !reading.remarks.isEmpty)
  }

  @Test func `a form's dots lead from its labels to their values`() {
    let reading = read(
      "INTERVIEW RECORD\nEmployer ........ Acme Ltd\nVacancy ......... Analyst\nDoubts .......... no SQL\n")
    #expect(reading.values(.organisation) == ["Acme Ltd"] && reading.values(.role) == ["Analyst"])
    #expect(reading.values(.objection) == ["no SQL"])
  }

  @Test func `an outline's first item is its title, items with items below are headings`() {
    let reading = read(
      "- Acme Ltd\n  - Practice Manager\n  - Thu 12 Feb, 4pm\n  - issues they have\n    - no-shows at 14 %\n  - worries re me\n    - no audits\n"
    )
    #expect(reading.values(.organisation) == ["Acme Ltd"] && reading.values(.role) == ["Practice Manager"])
    #expect(reading.values(.interviewDate) == ["2026-02-12T16:00"])
    #expect(reading.values(.challenge) == ["no-shows at 14 %"] && reading.values(.objection) == ["no audits"])
  }

  @Test func `of two days on one line the one that took the other's place holds`() {
    let reading = read("Acme Ltd, Analyst\nMon 9 March 2pm -> moved: now Tue 10 March 11am, Teams\n")
    #expect(reading.values(.interviewDate) == ["2026-03-10T11:00"])
  }

  @Test func `what a label calls the employer goes before the title's guess`() {
    let reading = read("Call notes, Deshawn Pruitt\nClient: Acme Ltd\nRole: Analyst\n")
    #expect(reading.values(.organisation) == ["Acme Ltd"])
  }

  @Test func `names keep their particles and lose addresses in oblique cases`() {
    let reading = read(
      "Interview at Acme Ltd\nWith: Abd al-Rahman bin Saif (CTO), Herrn Wolf Eberle and María del Carmen Ortega Ruiz (HR)\n"
    )
    #expect(
      reading.people.map(\.name.value) == ["Abd al-Rahman bin Saif", "Wolf Eberle", "María del Carmen Ortega Ruiz"])
  }

}
