import Notes

/// What sort of paper a file is, in words.
enum PaperText {
  static func of(_ reading: Reading) -> String? {
    guard let paper = reading.paper else { return nil }
    let doubt = reading.paperProbability < 0.6 ? "perhaps " : ""
    guard paper != .other else { return doubt + "not a record of a search: kept as text" }
    return doubt + name(paper) + (sender(reading, paper).map { ", from \($0)" } ?? "")
  }

  private static func name(_ paper: PaperKind) -> String {
    switch paper {
    case .debrief: "notes of an interview"
    case .invitation: "an invitation"
    case .update: "word of how it goes on"
    case .rejection: "a rejection"
    case .offer: "an offer"
    case .sent: "a message of your own"
    case .application: "an application"
    case .log: "a log of applications"
    case .other: ""
    }
  }

  /// Who writes for the firm; else the firm.
  private static func sender(_ reading: Reading, _ paper: PaperKind) -> String? {
    guard [.invitation, .update, .rejection, .offer].contains(paper) else { return nil }
    let people = reading.facts.compactMap(\.person)
    // Who signs stands last.
    let writer = people.first { $0.role == .recruiter || $0.role == .hr || $0.email != nil } ?? people.last
    return writer?.name.value ?? reading.facts.first { $0.field == .organisation }?.value
  }
}
