/// One change of a cell as the store holds it, with what deciding about supersession needs.
package struct CellEvent: Sendable {
  /// The store's own number for the change; orders nothing.
  package let id: Int64
  /// Local ordinal of the linear stream it is in.
  package let stream: Int
  package let seq: Int
  /// The closed context of its transaction; its own stream up to `seq - 1` is implied.
  package let seen: SeenVector
  package let reference: Reference
  /// Milliseconds since 1970 on the author's clock.
  package let wall: Int
  /// For texts the whole text may be left empty here and be loaded when a view is asked for.
  package let operation: Operation
  /// What the author held and had not been shown, so that this change does not supersede it.
  package let keep: [Reference]

  package init(
    id: Int64, stream: Int, seq: Int, seen: SeenVector, reference: Reference, wall: Int, operation: Operation,
    keep: [Reference] = []
  ) {
    self.id = id
    self.stream = stream
    self.seq = seq
    self.seen = seen
    self.reference = reference
    self.wall = wall
    self.operation = operation
    self.keep = keep
  }

  /// Whether the other is earlier in this change's stream or within its context (MERGE.md, *seen*).
  package func hasSeen(_ other: CellEvent) -> Bool {
    other.stream == stream ? other.seq < seq : other.seq <= seen.last(of: other.stream)
  }

  /// Whether this change was made knowing the other and leaves it no standing: seen and not kept.
  package func counts(_ other: CellEvent) -> Bool {
    hasSeen(other) && !keep.contains(other.reference)
  }
}
