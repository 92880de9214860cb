import Model

/// The fields that a redacted copy carries; all others are left out, those of later versions too. Notes as they came,
/// settings, decisions, contact details, places, links, tags and compensation are never among them.
enum RedactedFields {
  static let carried: [String: Set<String>] = [
    Organisation.kind: ["name", "sector", "language", "country", "notes"],
    Person.kind: [
      "name", "salutation", "first_name", "language", "country", "title", "organisation", "how_met", "keep_ideal",
      "keep_maximum", "notes",
    ],
    Opportunity.kind: [
      "organisation", "role", "stage", "recruiter", "source", "playbook", "interest", "runner_up", "archived",
      "deadline", "paused_until", "told_by", "closed_on", "told_at", "notes",
    ],
    Interview.kind: ["opportunity", "start", "kind", "round", "impression", "archived", "cancelled", "missed_by"],
    Participation.kind: ["interview", "person", "part", "write_by"],
    Finding.kind: [
      "interview", "kind", "text", "answer", "reaction", "strength", "asked_by", "person", "judgement", "remedy",
    ],
    Promise.kind: [
      "opportunity", "by", "person", "interview", "text", "kind", "given", "due", "due_end", "kept",
    ],
    Material.kind: ["title", "kind", "topic", "notes"],
    Letter.kind: ["opportunity", "person", "kind", "subject", "body", "drafted", "sent", "frozen"],
    Touch.kind: ["person", "opportunity", "channel", "direction", "day", "kind", "summary", "material", "letter"],
  ]

  /// Whether a row is left out as a whole: what was said about pay.
  static func isLeftOut(_ row: ShownRow) -> Bool {
    row.subject.kind == Finding.kind && row.string("kind") == FindingKind.pay.rawValue
  }
}
