package import Model

/// What a change says a register holds.
package enum Content: Hashable, Sendable {
  case value(Value)
  case cleared
  /// Written by an operation that this version does not know for a register; carries the operation's name and payload.
  case newer(Value)
}

/// One value of a shown cell, with the change that wrote it.
package struct Entry: Sendable {
  package let event: CellEvent
  package let content: Content

  init(_ event: CellEvent) {
    self.event = event
    content = Content(event.operation)
  }
}

extension Entry {
  /// The values of a shown cell in display order (MERGE.md, *display order*): those that no other has seen; then those with
  /// a value; then by wall time, incarnation, sequence number and hash, greatest first. A restored value ranks as the
  /// change that wrote it. Several cells are those of the members of a joined row.
  package static func list(_ cells: [CellHistory]) -> [Entry] {
    var known: Set<Reference> = []
    let origins = cells.flatMap { $0.origins(of: $0.heads) }.filter { known.insert($0.reference).inserted }
    guard origins.count > 1 else { return origins.map(Entry.init) }
    let outlived = Supersession.outlived(origins)
    let ranked = origins.indices.map { (entry: Entry(origins[$0]), isOutlived: outlived[$0]) }
    return ranked.sorted { left, right in
      if left.isOutlived != right.isOutlived { return right.isOutlived }
      let (leftCleared, rightCleared) = (left.entry.content == .cleared, right.entry.content == .cleared)
      if leftCleared != rightCleared { return rightCleared }
      return (left.entry.event.wall, left.entry.event.reference) > (right.entry.event.wall, right.entry.event.reference)
    }.map(\.entry)
  }

  /// The distinct contents in display order, each once. More than one is a conflict.
  package static func distinct(_ entries: [Entry]) -> [Content] {
    var known: Set<Content> = []
    return entries.map(\.content).filter { known.insert($0).inserted }
  }
}

extension Content {
  /// What an operation says of a register; a restore holds nothing itself.
  package init(_ operation: Operation) {
    self =
      switch operation {
      case .set(let value): .value(value)
      case .clear, .restore, .forget, .erased: .cleared
      case .unknown(let name, let payload): .newer(.unknown(tag: name, json: payload))
      case .add(let element): .newer(.unknown(tag: "add", json: element))
      case .remove(let element): .newer(.unknown(tag: "remove", json: element))
      case .text(_, let whole): .newer(.unknown(tag: "text", json: whole))
      case .delete: .newer(.unknown(tag: "delete", json: ""))
      case .undelete: .newer(.unknown(tag: "undelete", json: ""))
      }
  }
}
