import Model
import Playbook
import Testing

/// How letters begin, in which language, and what of an answer they use.
@Suite struct GreetingTests {
  private func body(_ person: String, _ others: [String] = [], kind: DraftKind = .thankYou) throws -> String {
    var rows = ScenarioRows()
    for line in ["organisation acme", "person dana organisation=acme \(person)", "opportunity job organisation=acme"] {
      try rows.execute(words(line))
    }
    for line in ["interview i1 opportunity=job start=2026-03-10 with=dana"] + others { try rows.execute(words(line)) }
    let writer = LetterWriter(facts: rows.facts, preferences: Preferences(), today: try day("2026-03-11"), zones: .utc)
    return try writer.draft(kind, to: rows.id("dana"), opportunity: rows.id("job")).body
  }

  @Test(arguments: [
    ("name=\"Dana Reyes\"", "Dear Dana Reyes,"), ("name=\"Nadia\"", "Dear Nadia,"),
    ("name=\"Dr Omar Lindqvist\"", "Dear Dr Lindqvist,"), ("name=\"Anna Vogt\" salutation=Ms", "Dear Ms Vogt,"),
    ("name=\"Anna Vogt\" salutation=Ms language=en-US", "Dear Ms. Vogt,"),
    ("name=\"Nadia Okafor\" salutation=Ms first_name=Nadia", "Dear Nadia,"),
    ("name=\"Herr Klaus Schmidt\"", "Dear Mr Schmidt,"), ("name=\"Frau Dr. Anna Vogt\"", "Dear Dr Vogt,"),
    ("name=\"Jan van der Berg\" salutation=Mr", "Dear Mr van der Berg,"), ("name=\"王小明\"", "Dear 王小明,"),
    ("name=\"Frau Dr. Anna Vogt\" language=de", "Sehr geehrte Frau Dr. Vogt,"),
    ("name=\"Jens Krüger\" salutation=Herr language=deutsch", "Sehr geehrter Herr Krüger,"),
    ("name=\"Jens Krüger\" language=de-AT", "Guten Tag Jens Krüger,"),
    ("name=\"Mme Élodie D'Arcy-O'Neill\" language=fr", "Madame,"),
    ("name=\"Élodie D'Arcy\" language=fr", "Madame, Monsieur,"),
    ("name=\"Élodie D'Arcy\" first_name=Élodie language=fr", "Bonjour Élodie,"),
    ("name=\"Ana García Márquez\" salutation=Sra. language=es", "Estimada Sra. García Márquez:"),
  ])
  func `a greeting follows the conventions of its language`(person: String, greeting: String) throws {
    let body = try body(person)
    #expect(body.split(separator: "\n").first.map(String.init) == greeting)
  }

  @Test func `an organisation's language holds for its people, and a title's where notes are in it too`() throws {
    #expect(try body("name=\"Anna Vogt\"", ["organisation acme language=de"]).hasPrefix("Guten Tag Anna Vogt"))
    let german = "finding t interview=i1 kind=topic text=\"Zusammenführung der Zählerdaten\""
    let learnt = try body("name=\"Frau Anna Vogt\"", [german])
    #expect(learnt.hasPrefix("Sehr geehrte Frau Vogt,"))
    #expect(learnt.contains("am 10. März") && learnt.contains("„Zusammenführung der Zählerdaten“"))
    #expect(try body("name=\"Anna Vogt\"", [german]).hasPrefix("Dear Anna Vogt,"))
  }

  @Test func `what a language has no letter for is in English from the first word to the last`() throws {
    let body = try body("name=\"Frau Dr. Anna Vogt\" language=de", kind: .proposal)
    #expect(body.hasPrefix("Dear Dr Vogt,") && body.contains("Tuesday, 10 March"))
  }

  @Test func `a weak answer is never paraded, a strong one is a qualification`() throws {
    let asked = "finding q interview=i1 kind=question text=\"how big was your team?\" answer=\"I led 24 people\""
    #expect(try !body("name=Dana", [asked], kind: .executiveLetter).contains("24 people"))
    #expect(try !body("name=Dana", [asked + " strength=weak"], kind: .executiveLetter).contains("24 people"))
    #expect(try body("name=Dana", [asked + " strength=strong"], kind: .executiveLetter).contains("I led 24 people"))
    let fit = "finding q interview=i1 kind=qualification text=\"ten years in health care\""
    #expect(try body("name=Dana", [fit], kind: .executiveLetter).contains("ten years in health care"))
  }
}
