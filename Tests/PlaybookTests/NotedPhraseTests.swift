import Playbook
import Testing

/// What of a note may stand in a letter.
@Suite struct NotedPhraseTests {
  @Test(arguments: [
    ("reporting lines", "reporting lines"),
    (
      "Three policy systems that do not share a customer number",
      "three policy systems that do not share a customer number"
    ),
    ("their billing spreadsheets", "your billing spreadsheets"),
    ("Merrow matter", "Merrow matter"),
    ("Where would a regulator look first?", "“Where would a regulator look first?”"),
  ])
  func `a phrase stands in a letter, said to its reader`(note: String, phrase: String) {
    #expect(NotedPhrase(note) == .fits(phrase))
  }

  @Test(arguments: [
    "they are behind on smart-meter rollout", "worried I've never managed more than 3 people",
    "She started her career at the same call centre", "never said that I speak Spanish",
    "two engineers left in the autumn",
    "untangle their billing spreadsheets", "I said the deck. Then the serious answer", "their rollout is late",
    "Dev added a fourth: the contract ends", String(repeating: "word ", count: 40),
  ])
  func `a sentence, a remark or a verb is a gap that shows the note`(note: String) {
    #expect(NotedPhrase(note) == .note(note))
  }

  @Test func `a step has no capital, an answer may be a sentence but no story`() {
    #expect(NotedPhrase("Technical test", as: .step) == .fits("technical test"))
    #expect(NotedPhrase("CEO chat", as: .step) == .fits("CEO chat"))
    #expect(NotedPhrase("I led 24 people at Globex", as: .answer) == .fits("I led 24 people at Globex"))
    #expect(NotedPhrase("Complaints data, and she nodded", as: .answer) == .note("Complaints data, and she nodded"))
  }

  @Test func `a bracket in a note cannot end its gap`() {
    #expect(NotedPhrase("they are [late]") == .note("they are [late)"))
  }
}
