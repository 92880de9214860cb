import Merge
import Model

/// What follows from a change by the rules of the practice, written in the same transaction.
struct Consequences {
  let session: Session
  let today: Day

  func writes(of request: RowRequest) throws -> [CellWrite] {
    if request.subject.kind == Interview.kind { return try revive(request) }
    guard let snapshot = request.snapshot, !request.isRevived else { return [] }
    switch request.subject.kind {
    case Promise.kind: return try slip(request, snapshot)
    case Letter.kind: return try freeze(request, snapshot)
    default: return []
    }
  }

  /// A promised day that slips keeps its history; their new one was given today, where nothing else is said.
  private func slip(_ request: RowRequest, _ snapshot: RowSnapshot) throws -> [CellWrite] {
    guard let part = request.changes.first(where: { $0.field.name == "due" }),
      case .value(.day(let before)) = part.old, part.new != .empty
    else { return [] }
    let edits = Edits(session: session)
    let slip = edits.addElement(snapshot, "slips", before.description)
    guard !request.parts.contains(where: { $0.field.name == "given" }),
      let given = Registry.kind(Promise.kind)?.field("given"),
      try session.record(Promise.self, request.subject.id)?.by == .them
    else { return slip }
    return slip + (try edits.set(request.subject, given, .day(today)))
  }

  /// An interview recorded for an archived opportunity, or a new day for one, makes it live again.
  private func revive(_ request: RowRequest) throws -> [CellWrite] {
    let old = try session.record(Interview.self, request.subject.id)
    func value(_ field: String) -> Value? { request.changes.first { $0.field.name == field }?.new.value }
    guard request.changes.contains(where: { ["opportunity", "start"].contains($0.field.name) }) else { return [] }
    var (opportunity, day) = (old?.opportunity, old?.start?.day)
    if case .reference(let subject) = value("opportunity") { opportunity = subject.id }
    if case .moment(let moment) = value("start") { day = moment.day }
    let revival = Revival(session: session, today: today, archiveAfter: try session.archiveAfter())
    return try opportunity.map { try revival.writes(opportunity: $0, day: day) } ?? []
  }

  /// A letter said to be sent records the text that was sent.
  private func freeze(_ request: RowRequest, _ snapshot: RowSnapshot) throws -> [CellWrite] {
    guard let part = request.changes.first(where: { $0.field.name == "sent" }), part.new != .empty,
      let frozen = Registry.kind(Letter.kind)?.field("frozen"), let body = Registry.kind(Letter.kind)?.field("body"),
      snapshot.content(frozen) == .empty
    else { return [] }
    try session.checkSettled(snapshot, body.name)
    guard case .text(let text) = snapshot.content(body) else { return [] }
    return Edits(session: session).edit(snapshot, frozen, .value(.string(text)))
  }
}
