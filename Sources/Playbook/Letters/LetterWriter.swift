package import Model

/// Drafts letters from templates and facts.
package struct LetterWriter: Sendable {
  package let facts: Facts
  package let preferences: Preferences
  package let today: Day
  package let zones: ZoneData

  package init(facts: Facts, preferences: Preferences, today: Day, zones: ZoneData) {
    self.facts = facts
    self.preferences = preferences
    self.today = today
    self.zones = zones
  }

  /// The draft that a follow-up asks for; nil when it asks for none. Throws where the user's own template is wrong.
  package func draft(for item: PlanItem) throws(SourceError) -> Draft? {
    guard let kind = item.draft else { return nil }
    var others: [(key: ItemKey, draft: Draft)] = []
    for rider in item.riders {
      others.append((rider.key, try draft(rider.draft, to: item.person, opportunity: item.opportunity)))
    }
    return try draft(kind, to: item.person, opportunity: item.opportunity).carrying(others)
  }

  /// A draft of a kind for a person, as far as the facts go. Throws where the user's own template is wrong.
  package func draft(_ kind: DraftKind, to person: RowID?, opportunity: RowID?) throws(SourceError) -> Draft {
    let process = process(opportunity)
    var context = context(person: person, opportunity: opportunity)
    let addressee = Addressee(person, process, facts)
    // Thanks of the same day are thanks: the user's own wording of those serves for both.
    let thanks = kind == .sameDayThanks ? preferences.templates[DraftKind.thankYou.rawValue] : nil
    let own = preferences.templates[kind.rawValue] ?? thanks
    let translated = TranslatedTemplates.template(kind, addressee, context.tongue)
    // What has no wording in the reader's language is in English altogether.
    if own == nil, translated == nil, !context.tongue.isEnglish { context.tongue = .british }
    let template = try Template(own ?? translated ?? kind.template(to: addressee))
    if kind.bringsSomething, context.material == nil, let process { suitTopic(&context, process, person) }
    // What was put before is not put in the same words again.
    let earlier = kind == .silenceAgain ? asked(kind, person, process) : nil
    return template.fill(
      context, kind: kind, variant: earlier ?? variant(person: person, opportunity: opportunity))
  }

  /// How often a kind of letter went to a person in a process.
  private func asked(_ kind: DraftKind, _ person: RowID?, _ process: Process?) -> Int {
    process?.contacts.count { $0.person == person && $0.isSent && $0.form == kind.rawValue } ?? 0
  }

  /// Takes the topic that there is material on, where the one that was chosen has none.
  private func suitTopic(_ context: inout LetterContext, _ process: Process, _ person: RowID?) {
    guard let interview = context.interviews["interview"] else { return }
    let topics = (facts.findingsOfInterview[interview.id] ?? []).filter {
      $0.about == .topic && ($0.person == nil || $0.person == person)
    }
    for topic in topics {
      guard let material = material(process, for: person, topic: topic) else { continue }
      (context.findings["finding:topic"], context.material) = (topic, material)
      return
    }
  }

  /// The rank of a person among those met: each gets wordings, topics and an order of their own.
  func variant(person: RowID?, opportunity: RowID?) -> Int {
    guard let person, let process = process(opportunity) else { return 0 }
    return process.panel.firstIndex(of: person) ?? 0
  }

  func process(_ opportunity: RowID?) -> Process? {
    opportunity.flatMap { facts.opportunities[$0] }.map { Process($0, facts: facts, today: today, zones: zones) }
  }

  /// The rows that the placeholders of a letter to a person stand for.
  package func context(person: RowID?, opportunity: RowID?) -> LetterContext {
    var context = LetterContext()
    let row = person.flatMap { facts.people[$0] }
    context.people["person"] = row
    context.settings = settings
    context.tongue = Tongue.of(row, row?.organisation.flatMap { facts.organisations[$0] })
    guard let process = process(opportunity) else { return context }
    var written = process.opportunity
    // An answer is promised by a day that is still to come.
    if let deadline = written.deadline, deadline < today { written.deadline = nil }
    context.opportunities["opportunity"] = written
    context.organisation = process.opportunity.organisation.flatMap { facts.organisations[$0] }
    if row?.language == nil { context.tongue = tongue(of: row, context.organisation, process) }
    context.people["recruiter"] = process.recruiter.flatMap { facts.people[$0] }
    let interview = interview(with: person, process)
    context.interviews["interview"] = interview?.row
    context.interviews["interview:next"] = process.ahead.first?.row
    context.findings = findings(process, interview: interview, person: person)
    context.reader = reader(row, context.findings["finding:connection"], process)
    context.promises["promise:them"] = theirPromise(process)
    context.promises["promise:me"] = process.promises.first { $0.by == .me && $0.kept == nil }
    context.promises["promise:call"] = announcedCall(process, to: person)
    context.material = material(process, for: person, topic: context.findings["finding:topic"])
    context.opportunities["opportunity:extended"] = extended(process)
    context.opportunities["opportunity:other"] = otherOffer(process)
    context.interviews["interview:missed"] = process.missed.last?.row
    context.terms["term:all"] = Term(summing: facts.terms(of: process.opportunity), context.tongue)
    return context
  }

  /// As set for the person or their organisation; else the language of their title, where notes are in it as well.
  private func tongue(of person: Person?, _ organisation: Organisation?, _ process: Process) -> Tongue {
    let home = person?.organisation.flatMap { facts.organisations[$0] } ?? organisation
    guard home?.language == nil, let titled = Greeting.tongue(of: person) else { return Tongue.of(person, home) }
    let findings = process.held.flatMap { facts.findingsOfInterview[$0.row.id] ?? [] }
    return findings.contains { Fragment($0.text ?? "").form == .foreign } ? titled : .british
  }

  /// Their promise while its day has not passed, by the last day of its period.
  private func theirPromise(_ process: Process) -> Promise? {
    guard var promise = process.theirPromise, let last = promise.lastDay, last >= today else { return nil }
    promise.due = last
    return promise
  }

  /// The interview a letter speaks of: the last one with this person; to a recruiter the last one that others held; none to
  /// somebody who was not met.
  private func interview(with person: RowID?, _ process: Process) -> DatedInterview? {
    guard let person else { return process.held.last }
    if Addressee(person, process, facts) == .recruiter, let client = process.held.last(where: { process.isClients($0) })
    {
      return client
    }
    return process.lastInterview(with: person)
  }

  /// The first name by which a note calls the reader, where what connects is surely about them.
  private func reader(_ person: Person?, _ connection: Finding?, _ process: Process) -> String? {
    guard let person, let connection, connection.person == person.id || process.everybody == [person.id] else {
      return nil
    }
    return person.firstName ?? person.name?.split(separator: " ").first.map(String.init) ?? ""
  }

  private var settings: [String: Setting] {
    var settings: [String: Setting] = [:]
    for (name, value) in [("name", preferences.name), ("signature", preferences.signature ?? preferences.name)] {
      var setting = Setting(id: RowID(high: 0, low: 0))
      (setting.name, setting.value) = (name, value)
      settings["setting:" + name] = setting
    }
    return settings
  }

  /// One finding a kind: what this person said first, then what nobody in particular said. Topics and challenges go round
  /// among the members of a panel; of everything else each gets what no other does, the first of them first.
  private func findings(_ process: Process, interview: DatedInterview?, person: RowID?) -> [String: Finding] {
    guard let interview else { return [:] }
    let all = (facts.findingsOfInterview[interview.row.id] ?? []).filter(LetterWriter.isFit)
    let position = person.flatMap { process.panel(of: interview.row).firstIndex(of: $0) } ?? 0
    var chosen: [String: Finding] = [:]
    for kind in FindingKind.allCases {
      let ofKind = all.filter { $0.about == kind }
      let own = ofKind.filter { $0.person == person && person != nil }
      let shared = ofKind.filter { $0.person == nil }
      let goesRound = kind == .topic || kind == .challenge
      if !own.isEmpty {
        chosen["finding:" + kind.rawValue] = own[position % own.count]
      } else if goesRound || position < shared.count, !shared.isEmpty {
        chosen["finding:" + kind.rawValue] = shared[position % shared.count]
      }
    }
    return chosen
  }

  /// Whether a letter may use it: no trifle, and no question that was answered badly or nobody judged.
  private static func isFit(_ finding: Finding) -> Bool {
    guard finding.text != nil else { return false }
    switch finding.about {
    case .concern, .rivals: return finding.judgement != .trifle
    case .question: return finding.strength == .strong || finding.strength == .solid
    default: return true
    }
  }

  /// The best material on the letter's topic, else on what was discussed, that the person does not have yet.
  private func material(_ process: Process, for person: RowID?, topic: Finding?) -> Material? {
    let ledger = Ledger(facts: facts)
    guard let topic = topic?.text else { return ledger.suggestions(for: person, topics: process.topics).first }
    return ledger.suggestions(for: person, topics: [topic]).first
  }

  /// The call a letter announces: as promised already, else in the window its rule would give it from today.
  package func announcedCall(_ process: Process, to person: RowID?) -> Promise? {
    let promised = process.promises.last { $0.by == .me && $0.kept == nil && $0.announcesCall && $0.person == person }
    if let promised { return promised }
    guard let timing = preferences.playbook("executive")?.rule(row: "call")?.timing, let after = timing.after else {
      return nil
    }
    var promise = Promise(id: RowID(high: 0, low: 0))
    (promise.by, promise.form, promise.text) = (.me, "call", "call")
    (promise.person, promise.opportunity, promise.given) = (person, process.opportunity.id, today)
    promise.due = preferences.calendar.day(today, plus: after)
    promise.dueEnd = timing.until.map { preferences.calendar.day(today, plus: $0) }
    return promise
  }

  /// Another offer that must be answered, the first to be: what another firm is told about.
  private func otherOffer(_ process: Process) -> Opportunity? {
    let offers = facts.opportunities.values.filter {
      $0.id != process.opportunity.id && $0.archived != true && $0.stage == .offer && $0.deadline != nil
    }
    return offers.min { ($0.deadline ?? .last, $0.id) < ($1.deadline ?? .last, $1.id) }
  }

  /// The opportunity with the deadline to ask for: the business day after another process decides, else five business
  /// days on.
  private func extended(_ process: Process) -> Opportunity? {
    guard let deadline = process.opportunity.deadline else { return nil }
    let others = facts.opportunities.values.filter { $0.id != process.opportunity.id && $0.archived != true }
    let decided: [Day] = others.compactMap { self.process($0.id)?.openPromise?.lastDay }
    let later: Day? = decided.filter { $0 > deadline }.min()
    var asked = process.opportunity
    let calendar = preferences.calendar
    if let later {
      asked.deadline = calendar.businessDay(onOrAfter: later + 1)
    } else {
      asked.deadline = calendar.day(deadline, plus: .businessDays(5))
    }
    return asked
  }
}
