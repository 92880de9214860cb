import Testing

/// The practice at the command line, compared with what it printed when somebody last looked at it.
@Suite struct SearchTranscriptTests {
  /// A search at Acme: an interview on 10 March 2026 with Dana, who hires, and Omar.
  private func search() throws -> Transcript {
    let shell = Transcript(try Home())
    let day = "--quiet --today 2026-03-10"
    try shell.run("add setting name value=\"Jo Vance\" \(day)")
    try shell.run("add organisation Acme \(day)")
    try shell.run("add person \"Dana Reyes\" organisation=acme email=dana@acme.example phone=+49301234 \(day)")
    try shell.run("add person \"Omar Idris\" organisation=acme email=omar@acme.example \(day)")
    try shell.run("add opportunity \"Head of Sales\" organisation=acme \(day)")
    try shell.run("add interview opportunity=acme start=2026-03-10T10:00 kind=onsite \(day)")
    try shell.run("add participation interview=acme person=dana part=hiring-manager \(day)")
    try shell.run("add participation interview=acme person=omar part=interviewer \(day)")
    return shell
  }

  @Test func `a whole search, from the first interview to the second wind`() throws {
    let shell = try search()
    try shell.run("today --today 2026-03-10")
    try shell.run(
      "reflect acme --today 2026-03-10",
      input:
        "They sell to banks only\n\n\nfishing\n\nHow I forecast\nThe partner programme\nThey decide by 2026-03-17\n")
    try shell.run("plan --today 2026-03-10")
    try shell.run("letter dana --show --today 2026-03-11")
    let letter = "Subject: Thank you\n\nDear Dana,\n\nthank you for the conversation about banks.\n\nJo Vance\n"
    try shell.run("letter dana --text - --today 2026-03-11", input: letter)
    try shell.run("letter sent dana --today 2026-03-11")
    try shell.run("log email omar \"thanks\" --kind thank-you --today 2026-03-11")
    try shell.run("today --today 2026-03-18")
    try shell.run("today --today 2026-03-21")
    try shell.run("log call dana \"asked how it goes\" --kind status --today 2026-03-21")
    try shell.run("heard acme --next \"second round\" --by 2026-03-27 --from dana --today 2026-03-23")
    try shell.run("add interview opportunity=acme start=2026-03-27T14:00 round=2 --quiet --today 2026-03-23")
    try shell.run(
      "add participation interview=\"acme 27 mar\" person=dana part=hiring-manager --quiet --today 2026-03-23")
    try shell.run("prepare acme --today 2026-03-26")
    try shell.run("plan --today 2026-03-27")
    try shell.run("log email dana \"thanks again\" --kind thank-you --today 2026-03-28")
    try shell.run("heard acme --rejected --from dana --feedback \"no budget of this size yet\" --today 2026-04-03")
    try shell.run("today --today 2026-04-03")
    try shell.run("letter dana --show --today 2026-04-03")
    try shell.run("log email dana --kind rejection-thanks --today 2026-04-03")
    try shell.run("playbook borrow persistent second-wind --from value-added --today 2026-04-03")
    try shell.run("set acme interest=high runner_up=yes --today 2026-04-03")
    try shell.run("plan acme --today 2026-04-03")
    try shell.run("today --today 2026-05-04")
    try shell.check("search")
  }

  @Test func `a follow-up is explained, put off, skipped and done`() throws {
    let shell = try search()
    try shell.run("plan --plain --today 2026-03-11")
    try shell.run("why id000001 --today 2026-03-11")
    try shell.run("snooze id000001 friday --today 2026-03-11")
    try shell.run("skip id000002 --today 2026-03-11")
    try shell.run("plan --today 2026-03-11")
    try shell.run("done id000001 yesterday --today 2026-03-14")
    try shell.run("plan --today 2026-03-14")
    try shell.run("done id000001 --today 2026-03-14")
    try shell.check("follow-up")
  }

  @Test func `playbooks are chosen, compared, changed and added`() throws {
    let shell = try search()
    try shell.run("playbook --today 2026-03-10")
    try shell.run("playbook use executive acme --today 2026-03-10")
    try shell.run("playbook set value-added letter.within 24h --today 2026-03-10")
    try shell.run("playbook show value-added --today 2026-03-10")
    try shell.run("playbook compare acme --today 2026-03-10")
    let own = "playbook mine\nabout Two days, then a nudge.\n\nuse persistent.thank-you-note\n  after 2d\n"
    try shell.run("playbook add - --today 2026-03-10", input: own)
    try shell.run("playbook use mine --today 2026-03-10")
    try shell.run("playbook add - --today 2026-03-10", input: own + "rule nudge\n  anchor promise\n  after -3d\n")
    try shell.run("playbook set persistent letter.within 3 --today 2026-03-10")
    try shell.run("playbook use nobody --today 2026-03-10")
    try shell.check("playbooks")
  }

  @Test func `offers, promises, materials and references are looked up`() throws {
    let shell = try search()
    try shell.run("add organisation Globex --quiet --today 2026-03-10")
    try shell.run("add opportunity \"Sales Lead\" organisation=globex --quiet --today 2026-03-10")
    try shell.run("heard acme --offer --deadline 2026-03-20 --from dana --today 2026-03-12")
    try shell.run("heard globex --next \"a decision\" --by 2026-03-24 --today 2026-03-12")
    try shell.run("heard globex --by 2026-03-26 --today 2026-03-13")
    try shell.run("offers --today 2026-03-13")
    try shell.run("log email omar \"will call\" --announced 2026-03-16 --today 2026-03-13")
    try shell.run("promises --today 2026-03-13")
    try shell.run("log call omar --today 2026-03-16")
    try shell.run("add material \"Budget first\" kind=article topic=budgets --quiet --today 2026-03-10")
    try shell.run("log email dana --material budget --kind value --today 2026-03-16")
    try shell.run("log email dana --material budget --kind value --today 2026-03-17")
    try shell.run("materials --today 2026-03-17")
    try shell.run("log call omar \"may I name you?\" --kind reference-asked --today 2026-03-17")
    try shell.run("references --today 2026-03-17")
    try shell.check("ledgers")
  }

  @Test func `mistakes about follow-ups and letters leave everything as it was`() throws {
    let shell = try search()
    try shell.run("done zz --today 2026-03-11")
    try shell.run("snooze id000001 --today 2026-03-11")
    try shell.run("heard acme --today 2026-03-11")
    try shell.run("heard acme --offer --rejected --today 2026-03-11")
    try shell.run("heard nowhere --offer --today 2026-03-11")
    try shell.run("log fax dana --today 2026-03-11")
    try shell.run("log email dana --on someday --today 2026-03-11")
    try shell.run("log email nobody --today 2026-03-11")
    try shell.run("letter dana --kind thanks --today 2026-03-11")
    try shell.run("letter sent dana --today 2026-03-11")
    try shell.run("letter dana --today 2026-03-11", variables: ["EDITOR": "false"])
    try shell.run("letter dana --today 2026-03-11", variables: ["EDITOR": "true"])
    try shell.run("letter dana --keep --today 2026-03-11")
    try shell.run("letter sent dana --today 2026-03-11")
    try shell.run("prepare --today 2026-03-11")
    try shell.run("offers --today 2026-03-11")
    try shell.run("plan acme --today 2026-03-11")
    try shell.check("practice-mistakes")
  }
}
