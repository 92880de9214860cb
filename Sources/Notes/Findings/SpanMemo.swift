/// What was found in the stretches of text asked for last: rules look at the same sentence several times.
struct SpanMemo<Value> {
  private var entries: [(span: TextSpan, value: Value)] = []
  private var next = 0
  private static var size: Int { 12 }

  subscript(span: TextSpan) -> Value? {
    get { entries.first { $0.span == span }?.value }
    set {
      guard let newValue else { return }
      if entries.isEmpty { entries.reserveCapacity(Self.size) }
      if entries.count < Self.size {
        entries.append((span, newValue))
      } else {
        entries[next] = (span, newValue)
        next = (next + 1) % Self.size
      }
    }
  }
}
