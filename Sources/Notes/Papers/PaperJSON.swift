import Model

extension Paper {
  /// `{"span":[0,120],"form":"message","subject":"…"}`.
  var json: String {
    var out = JSONText()
    out.object {
      $0.member("span", raw: "[\(span.start),\(span.end)]")
      switch form {
      case .note: $0.member("form", "note")
      case .entry: $0.member("form", "entry")
      case .row: $0.member("form", "row")
      case .message(let head):
        $0.member("form", "message")
        if let subject = head.subject { $0.member("subject", subject) }
        if let date = head.date { $0.member("date", date.description) }
        if let bulk = head.bulk { $0.member("bulk", bulk) }
      }
    }
    return out.text
  }
}
