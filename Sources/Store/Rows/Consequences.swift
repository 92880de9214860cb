import Merge
import Model

/// What follows from a change by the rules of the practice, written in the same transaction.
struct Consequences {
  let session: Session

  func writes(of request: RowRequest) throws -> [CellWrite] {
    guard let snapshot = request.snapshot else { return [] }
    switch request.subject.kind {
    case Promise.kind: return slip(request, snapshot)
    case Letter.kind: return try freeze(request, snapshot)
    default: return []
    }
  }

  /// A promised day that slips keeps its history.
  private func slip(_ request: RowRequest, _ snapshot: RowSnapshot) -> [CellWrite] {
    guard let part = request.changes.first(where: { $0.field.name == "due" }),
      case .value(.day(let before)) = part.old, part.new != .empty
    else { return [] }
    return Edits(session: session).addElement(snapshot, "slips", before.description)
  }

  /// A letter said to be sent records the text that was sent.
  private func freeze(_ request: RowRequest, _ snapshot: RowSnapshot) throws -> [CellWrite] {
    guard let part = request.changes.first(where: { $0.field.name == "sent" }), part.new != .empty,
      let frozen = Registry.kind(Letter.kind)?.field("frozen"), let body = Registry.kind(Letter.kind)?.field("body"),
      snapshot.content(frozen) == .empty
    else { return [] }
    let texts = snapshot.texts("body")
    guard texts.count <= 1, !texts.contains(where: \.hasConflict) else {
      throw RequestError.contestedText(title: "this letter", field: "body")
    }
    guard case .text(let text) = snapshot.content(body) else { return [] }
    return Edits(session: session).edit(snapshot, frozen, .value(.string(text)))
  }
}
