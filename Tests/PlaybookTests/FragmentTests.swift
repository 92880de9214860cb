import Playbook
import Testing

/// What a note's words grammatically are, and where in a letter they fit.
@Suite struct FragmentTests {
  @Test(
    arguments: [
      ("storage tariffs", .noun), ("merging SCADA feeds", .noun), ("how you merge feeds", .noun),
      ("a boy who bolts out of assembly most days", .noun), ("the outage model they use", .noun),
      ("no experience in health care", .noun), ("too many spreadsheets", .noun),
      ("reps struggle with discovery calls", .clause), ("nobody owns data quality", .clause),
      ("freelancers miss deadlines", .clause), ("HR sends contract", .clause),
      ("Tom and I both know Petra Lang", .clause),
      ("they are behind on smart-meter rollout", .clause), ("releases slip because QA is one person", .clause),
      ("built the outage model at Oxera", .deed), ("both rowed at Durham", .deed), ("never run a night shift", .deed),
      ("rambled when the talk came to budgets", .deed), ("blanked on the SQL window function question", .deed),
      ("hasn't worked in an agency", .state), ("lacks agency experience", .state),
      ("untangle their billing spreadsheets", .task), ("to rebuild the pricing model", .task),
      ("too junior", .quality), ("overqualified", .quality), ("managed budgets of two million", .participial),
      ("where would a regulator look first?", .question), ("how big was the biggest team", .question),
      ("Petra Lang", .person), ("“you would be bored here”", .quotation),
      ("Zusammenführung der Zählerdaten", .foreign), ("mi hueco de 2019", .foreign),
      ("l'archivio del comune", .foreign),
      ("I said the deck. Then the serious answer", .unknown), ("she laughed", .unknown),
      ("4 yrs exp -> senior", .unknown),
      ("Dev added a fourth: the contract ends", .unknown), ("", .unknown), ("x", .unknown),
    ] as [(String, FragmentForm)])
  func `a fragment is known by its words alone`(text: String, form: FragmentForm) {
    #expect(Fragment(text).form == form)
  }

  @Test(
    arguments: [
      (.noun, .theirs, "their billing spreadsheets", "your billing spreadsheets"),
      (.noun, .theirs, "technical test", "the technical test"), (.noun, .theirs, "storage tariffs", "storage tariffs"),
      (.noun, .theirs, "untangle their billing", "untangling your billing"),
      (.noun, .theirs, "Where would you look?", "the question “Where would you look?”"),
      (.task, .theirs, "untangle their billing", "untangle your billing"),
      (.clause, .theirs, "they can't fill the post", "you can't fill the post"),
      (.clause, .theirs, "can't fill the analyst post", "you can't fill the analyst post"),
      (.clause, .theirs, "no owner for data quality", "there is no owner for data quality"),
      (.doubt, .doubt, "hasn't worked in an agency", "the point that I haven't worked in an agency"),
      (.doubt, .doubt, "you haven't used SQL since 2012", "the point that I haven't used SQL since 2012"),
      (.doubt, .doubt, "I would commute to Harwich", "the question whether I would commute to Harwich"),
      (.doubt, .doubt, "no health care background", "the point that I have no health care background"),
      (.doubt, .doubt, "too junior", "the point that I am too junior"),
      (.doubt, .doubt, "my gap in 2020", "my gap in 2020"),
      (.statement, .mine, "built the outage model", "I built the outage model"),
      (.statement, .mine, "the 2024 award", "the 2024 award"),
      (.statement, .mine, "show the Oxera model", "I can show the Oxera model"),
      (.clause, .shared(reader: nil), "both rowed at Durham", "we both rowed at Durham"),
      (.clause, .shared(reader: "Nadia"), "Nadia also rowed at Durham", "you also rowed at Durham"),
      (.clause, .shared(reader: "Tom"), "Tom and I both know Petra Lang", "you and I both know Petra Lang"),
      (.clause, .shared(reader: "Ada"), "she was at school with my cousin", "you were at school with my cousin"),
      (.step, .theirs, "a second round with the board", "the second round with the board"),
      (.step, .theirs, "trial shift Saturday", "the trial shift on Saturday"),
      // A first word that could be a noun, and what follows says that it is a verb.
      (.task, .theirs, "sort out the rota", "sort out the rota"), (.task, .theirs, "find drivers", "find drivers"),
      (.task, .theirs, "hold on to good nurses", "hold on to good nurses"),
      (.task, .theirs, "stop drivers leaving", "stop drivers leaving"),
      (.task, .theirs, "hire 12 welders by June", "hire 12 welders by June"),
      (.task, .theirs, "run freelancers on a fixed budget", "run freelancers on a fixed budget"),
      (.task, .theirs, "cut waste in the bakery", "cut waste in the bakery"),
      (.statement, .mine, "set up the first scheme", "I set up the first scheme"),
      (.clause, .theirs, "need a head chef by August", "you need a head chef by August"),
      (.clause, .theirs, "boiler needs replacing", "the boiler needs replacing"),
      // Articles that a note leaves out.
      (.clause, .theirs, "supplier in Poland went bust", "the supplier in Poland went bust"),
      (.clause, .theirs, "seed funding runs out in March", "seed funding runs out in March"),
      (.matter, .theirs, "waiting list of 9 months", "the waiting list of 9 months"),
      (.statement, .mine, "clean licence", "a clean licence"),
      (.statement, .mine, "rota app I wrote", "the rota app I wrote"),
      // What somebody is like, and what it takes after it.
      (.statement, .mine, "fluent in Welsh", "I am fluent in Welsh"),
      (.statement, .mine, "willing to travel", "I am willing to travel"),
      (.statement, .mine, "speaks to engineers and to the board", "I speak to engineers and to the board"),
      (.doubt, .doubt, "unsure about shifts", "the point that I am unsure about shifts"),
      (.doubt, .doubt, "not used to shifts", "the point that I am not used to shifts"),
      (.doubt, .doubt, "more strategic than hands-on", "the point that I am more strategic than hands-on"),
      (.doubt, .doubt, "seemed nervous about heights", "the point that I seemed nervous about heights"),
      (.clause, .shared(reader: nil), "both hate golf", "we both hate golf"),
      (.clause, .shared(reader: nil), "neither of us drives", "neither of us drives"),
      (.noun, .shared(reader: nil), "Open University", "Open University"),
      (.quote, .theirs, "how big was your team?", "“how big was your team?”"),
    ] as [(SentencePlace, Perspective, String, String)])
  func `a place takes words in its form, said to the reader`(
    place: SentencePlace, perspective: Perspective, text: String, words: String
  ) {
    #expect(Fragment(text).words(for: place, perspective) == words)
  }

  @Test(
    arguments: [
      (.noun, .theirs, "reps struggle with discovery calls"), (.noun, .theirs, "rambled when she asked about budgets"),
      (.noun, .theirs, "hasn't worked in an agency"), (.noun, .theirs, "no owner for data quality"),
      (.task, .theirs, "storage tariffs"), (.clause, .theirs, "storage tariffs"), (.step, .theirs, "a decision"),
      // Nobody can tell whether "they" are the reader, or who "she" is.
      (.clause, .theirs, "apprentices leave the moment they can sew"),
      (.clause, .theirs, "she is behind on the rollout"),
      (.clause, .shared(reader: nil), "she also rowed at Durham"),
      (.statement, .mine, "never mentioned the Hull depot"),
      (.matter, .theirs, "lead times too long"),
      (.matter, .theirs, "manager keeps quitting"), (.clause, .theirs, "volunteers over 70"),
      // The reader thinks and prefers, not the writer.
      (.doubt, .doubt, "thinks I'm too expensive"), (.doubt, .doubt, "prefers internal"),
      (.noun, .shared(reader: nil), "friends with Moira"), (.noun, .shared(reader: nil), "both ex-teachers"),
      (.statement, .mine, "team leader for 5 years"), (.step, .theirs, "decision by end of month"),
      (.step, .theirs, "offer or no offer Friday"),
      (.noun, .theirs, "Zusammenführung der Zählerdaten"), (.quote, .theirs, "storage tariffs"),
    ] as [(SentencePlace, Perspective, String)])
  func `words that do not fit a place are not put there`(place: SentencePlace, perspective: Perspective, text: String) {
    #expect(Fragment(text).words(for: place, perspective) == nil)
  }

  @Test func `other languages take a phrase in their quotation marks`() {
    #expect(Fragment("Zusammenführung der Zählerdaten").quoted(in: .german) == "„Zusammenführung der Zählerdaten“")
    #expect(Fragment("tarifs de stockage").quoted(in: .french) == "« tarifs de stockage »")
    #expect(Fragment("She said that they are late, then: no").quoted(in: .german) == nil)
  }
}
