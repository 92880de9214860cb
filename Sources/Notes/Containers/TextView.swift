/// A text as the finding rules read it, with the way back to the file: quoted-printable and base64 bodies and encoded
/// header words are decoded, each scalar knowing which scalars of the file it stands for.
struct TextView {
  var scalars: [Unicode.Scalar] = []
  /// Where in the file each scalar starts and ends.
  var starts: [Int32] = []
  var ends: [Int32] = []

  mutating func append(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
    scalars.append(scalar)
    starts.append(Int32(start))
    ends.append(Int32(end))
  }

  mutating func removeLast() {
    scalars.removeLast()
    starts.removeLast()
    ends.removeLast()
  }

  /// A stretch of the file as it stands.
  mutating func append(_ text: [Unicode.Scalar], _ span: TextSpan) {
    for place in span.start..<span.end { append(text[place], place, place + 1) }
  }

  mutating func append(_ other: TextView) {
    scalars += other.scalars
    starts += other.starts
    ends += other.ends
  }

  /// Text that stands nowhere in the file, at a place of it.
  mutating func insert(_ text: String, at place: Int) {
    for scalar in text.unicodeScalars { append(scalar, place, place) }
  }

  subscript(range: Range<Int>) -> TextView {
    TextView(scalars: Array(scalars[range]), starts: Array(starts[range]), ends: Array(ends[range]))
  }

  /// A view of this view's scalars as one of the file.
  func composed(with inner: TextView) -> TextView {
    TextView(
      scalars: inner.scalars, starts: inner.starts.map { starts[Int($0)] }, ends: inner.ends.map { ends[Int($0) - 1] })
  }

  /// The span of the file that a span of the view stands for; where parts were put in another order, all of it.
  func source(_ span: TextSpan) -> TextSpan {
    guard span.start < starts.count, span.end > 0, !span.isEmpty else {
      let place = span.start < starts.count ? Int(starts[span.start]) : ends.last.map(Int.init) ?? 0
      return TextSpan(place, place)
    }
    let end = min(span.end, ends.count)
    let (first, last) = (starts[span.start], ends[end - 1])
    guard first >= last else { return TextSpan(Int(first), Int(last)) }
    let all = (starts[span.start..<end].min() ?? first, ends[span.start..<end].max() ?? last)
    return TextSpan(Int(all.0), Int(all.1))
  }
}
