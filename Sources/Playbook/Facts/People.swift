package import Model

/// Who is who in a process.
extension Process {
  /// Who took part in an interview as an interviewer or hiring manager; where nobody did, HR; where nobody from HR did
  /// either, the recruiter who held it.
  package func interviewers(of interview: Interview) -> [RowID] {
    let present = participants[interview.id] ?? []
    for rank in 0...2 {
      let found = present.filter { $0.person != nil && Process.rank($0.part) == rank }
      if !found.isEmpty { return unique(found.compactMap(\.person)) }
    }
    return []
  }

  /// Who counts as the interviewer first.
  private static func rank(_ part: Part?) -> Int? {
    switch part {
    case .interviewer, .hiringManager, nil: 0
    case .hr: 1
    case .recruiter: 2
    case .referrer: nil
    }
  }

  /// The hiring manager, latest interview first; else the only interviewer of the latest interview, else the one whose
  /// title says so, else the first recorded. Never a recruiter.
  package var boss: RowID? {
    for interview in (held + ahead).reversed() {
      let manager = participants[interview.row.id]?.first { $0.part == .hiringManager && $0.person != nil }
      if let manager { return manager.person }
    }
    return mainInterviewer.flatMap { isRecruiter($0) ? nil : $0 }
  }

  func isRecruiter(_ person: RowID) -> Bool {
    person == recruiter || participants.values.joined().contains { $0.person == person && $0.part == .recruiter }
  }

  /// Whether the boss is on record or sure, rather than the best guess. HR alone is no boss.
  var bossIsKnown: Bool {
    let everybody = participants.values.joined()
    if everybody.contains(where: { $0.part == .hiringManager && $0.person != nil }) { return true }
    let latest = latestWithPeople.map { interviewers(of: $0.row) } ?? []
    return latest.count == 1 && !everybody.contains { $0.person == latest[0] && $0.part == .hr }
  }

  /// The person to turn to among the interviewers of the latest interview.
  package var mainInterviewer: RowID? {
    latestWithPeople.flatMap { mainInterviewer(of: $0.row) }
  }

  /// The hiring manager of an interview, else its leading interviewer.
  package func mainInterviewer(of interview: Interview) -> RowID? {
    let manager = participants[interview.id]?.first { $0.part == .hiringManager && $0.person != nil }
    if let manager { return manager.person }
    // By what the title says, else by name: never by chance.
    return interviewers(of: interview).min { left, right in
      let (one, other) = (authority(facts.people[left]?.title), authority(facts.people[right]?.title))
      return one == other ? (facts.name(left), left) < (facts.name(right), right) : one > other
    }
  }

  private var latestWithPeople: DatedInterview? {
    held.last { !interviewers(of: $0.row).isEmpty } ?? ahead.first { !interviewers(of: $0.row).isEmpty }
  }

  /// Who was in the room for HR.
  func hr(in interview: Interview) -> [RowID] {
    (participants[interview.id] ?? []).filter { $0.part == .hr }.compactMap(\.person)
  }

  /// Everybody met as HR, in order of first meeting.
  var hrMet: [RowID] { unique(held.flatMap { hr(in: $0.row) }) }

  /// Met as HR, the latest interview first; else who told the outcome without having interviewed; else who is known to
  /// work there in HR.
  package var hr: RowID? {
    for interview in held.reversed() {
      if let person = participants[interview.row.id]?.first(where: { $0.part == .hr })?.person { return person }
    }
    if let told = opportunity.toldBy, told != recruiter, !allInterviewers.contains(told) { return told }
    guard let organisation = opportunity.organisation else { return nil }
    let colleagues = facts.people.values.filter { $0.organisation == organisation && $0.soundsLikeHR }
    return colleagues.map(\.id).filter { $0 != recruiter && !allInterviewers.contains($0) }.min()
  }

  /// The recruiter of an interview: in charge of the opportunity, else present in it.
  func recruiter(of interview: Interview) -> RowID? {
    recruiter ?? participants[interview.id]?.first { $0.part == .recruiter }?.person
  }

  /// Every interviewer of every interview held, in order of first meeting.
  var allInterviewers: [RowID] {
    unique(held.flatMap { interviewers(of: $0.row) })
  }

  /// The last interview held that this person took part in.
  func lastInterview(with person: RowID) -> DatedInterview? {
    held.last { tookPart(person, in: $0) }
  }

  func tookPart(_ person: RowID, in interview: DatedInterview) -> Bool {
    participants[interview.row.id]?.contains { $0.person == person } ?? false
  }
}

extension Person {
  /// Whether the title names personnel work.
  fileprivate var soundsLikeHR: Bool {
    guard let title = title?.lowercased() else { return false }
    let words = title.split { !$0.isLetter }
    return ["hr", "human", "personnel", "people", "talent"].contains { mark in words.contains { $0 == mark } }
  }
}

/// How much a title decides: who is called hiring manager first, then who leads a firm, a division, a team.
private func authority(_ title: String?) -> Int {
  guard let title = title?.lowercased() else { return 0 }
  if title.contains("hiring manager") { return 9 }
  let words = Set(title.split { !$0.isLetter }.map(String.init))
  let ranks: [(Int, Set<String>)] = [
    (
      6, ["chief", "ceo", "cto", "cfo", "coo", "cio", "cmo", "cpo", "president", "founder", "owner", "geschäftsführer"]
    ),
    (
      5,
      ["vp", "svp", "evp", "director", "head", "leiter", "leiterin", "directeur", "directrice", "principal", "partner"]
    ),
    (4, ["manager", "managing", "supervisor", "dean", "matron"]), (3, ["lead", "leads", "captain", "foreman"]),
  ]
  return ranks.first { !$0.1.isDisjoint(with: words) }?.0 ?? 0
}

/// The elements in order, each once.
func unique<Element: Hashable>(_ elements: some Sequence<Element>) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
