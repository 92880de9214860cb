/// The date phrases of the stretches asked for last: rules look at the same sentence several times.
final class DateMemo {
  private var entries: [(span: TextSpan, matches: [DateMatch])] = []
  private var next = 0
  private static let size = 12

  func matches(of span: TextSpan) -> [DateMatch]? { entries.first { $0.span == span }?.matches }

  func keep(_ matches: [DateMatch], of span: TextSpan) {
    if entries.count < DateMemo.size {
      entries.append((span, matches))
    } else {
      entries[next] = (span, matches)
      next = (next + 1) % DateMemo.size
    }
  }
}
