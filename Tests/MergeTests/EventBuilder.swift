import Merge
import Model

/// Makes changes of one cell for tests: streams by ordinal, contexts as pairs of stream and last sequence number.
func event(
  _ stream: Int, _ seq: Int, _ operation: Operation, seen: [(Int, Int)] = [], wall: Int = 0, keep: [Reference] = []
) -> CellEvent {
  CellEvent(
    id: Int64(stream) << 32 | Int64(truncatingIfNeeded: seq), stream: stream, seq: seq,
    seen: SeenVector(seen.map { StreamPosition(stream: $0.0, seq: $0.1) }), reference: reference(stream, seq),
    wall: wall, operation: operation, keep: keep)
}

func reference(_ stream: Int, _ seq: Int) -> Reference {
  Reference(incarnation: Incarnation(RowID(high: 1, low: UInt64(stream))), seq: seq, hash: UInt64(stream))
}

func value(_ text: String) -> Operation { .set(.string(text)) }
