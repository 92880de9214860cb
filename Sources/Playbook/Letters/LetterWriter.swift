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
    return try draft(kind, to: item.person, opportunity: item.opportunity)
  }

  /// A draft of a kind for a person, as far as the facts go. Throws where the user's own template is wrong.
  package func draft(_ kind: DraftKind, to person: RowID?, opportunity: RowID?) throws(SourceError) -> Draft {
    let template = try Template(preferences.templates[kind.rawValue] ?? kind.template)
    return template.fill(
      context(person: person, opportunity: opportunity), kind: kind,
      variant: variant(person: person, opportunity: opportunity))
  }

  /// Which wording a person gets: interviewers of one opportunity get different ones.
  func variant(person: RowID?, opportunity: RowID?) -> Int {
    guard let person, let process = process(opportunity) else { return 0 }
    return process.everybody.firstIndex(of: person) ?? 0
  }

  func process(_ opportunity: RowID?) -> Process? {
    opportunity.flatMap { facts.opportunities[$0] }.map { Process($0, facts: facts, today: today, zones: zones) }
  }

  /// The rows that the placeholders of a letter to a person stand for.
  package func context(person: RowID?, opportunity: RowID?) -> LetterContext {
    var context = LetterContext()
    context.people["person"] = person.flatMap { facts.people[$0] }
    context.settings = settings
    guard let process = process(opportunity) else { return context }
    let row = process.opportunity
    context.opportunities["opportunity"] = row
    context.organisation = row.organisation.flatMap { facts.organisations[$0] }
    context.people["recruiter"] = process.recruiter.flatMap { facts.people[$0] }
    let interview = person.flatMap { process.lastInterview(with: $0) } ?? process.held.last
    context.interviews["interview"] = interview?.row
    context.interviews["interview:next"] = process.ahead.first?.row
    context.findings = findings(process, interview: interview, person: person)
    context.promises["promise:them"] = process.theirPromise
    context.promises["promise:me"] = process.promises.first { $0.by == .me && $0.kept == nil }
    context.promises["promise:call"] = announcedCall(process, to: person)
    context.material = material(process, for: person)
    context.opportunities["opportunity:extended"] = extended(process)
    return context
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

  /// One finding a kind: what this person said first, then what nobody in particular said. The members of a panel get
  /// different ones as far as they reach.
  private func findings(_ process: Process, interview: DatedInterview?, person: RowID?) -> [String: Finding] {
    guard let interview else { return [:] }
    let all = facts.findingsOfInterview[interview.row.id] ?? []
    let position = person.flatMap { process.interviewers(of: interview.row).firstIndex(of: $0) } ?? 0
    var chosen: [String: Finding] = [:]
    for kind in FindingKind.allCases {
      let ofKind = all.filter {
        $0.about == kind && $0.text != nil && !($0.about == .concern && $0.judgement == .trifle)
      }
      let own = ofKind.filter { $0.person == person && person != nil }
      let shared = ofKind.filter { $0.person == nil }
      let pool = own.isEmpty ? shared : own
      if !pool.isEmpty { chosen["finding:" + kind.rawValue] = pool[position % pool.count] }
    }
    return chosen
  }

  /// The best material on what was discussed that the person does not have yet.
  private func material(_ process: Process, for person: RowID?) -> Material? {
    Ledger(facts: facts).suggestions(for: person, topics: process.topics).first
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
