import Model

/// Notes that programs keep as JSON.
enum JSONNotes {
  /// Google Keep: a title, and a text or a list of boxes.
  static func keep(_ text: [Unicode.Scalar]) -> TextView {
    var reader = JSONReader(text)
    var out = TextView()
    guard let note = reader.value() else { return out }
    if let title = note["title"]?.text, !title.scalars.isEmpty {
      out.insert("# ", at: Int(title.starts[0]))
      add(title, to: &out)
    }
    if case .number(let stamp) = note["createdTimestampUsec"], let micros = Int(stamp) {
      let day = Day(number: micros / 86_400_000_000)
      out.insert("created: \(day)\n", at: out.ends.last.map(Int.init) ?? 0)
    }
    if let body = note["textContent"]?.text { add(body, to: &out) }
    for item in note["listContent"]?.elements ?? [] {
      guard let body = item["text"]?.text, let at = body.starts.first else { continue }
      out.insert("- [ ] ", at: Int(at))
      add(body, to: &out)
    }
    return out
  }

  /// jrnl: entries with a day, a time, a title and a body.
  static func journal(_ text: [Unicode.Scalar]) -> TextView {
    var reader = JSONReader(text)
    var out = TextView()
    for entry in reader.value()?["entries"]?.elements ?? [] {
      if let day = entry["date"]?.text {
        out.insert("[", at: day.starts.first.map(Int.init) ?? 0)
        out.append(day)
        if let time = entry["time"]?.text {
          out.insert(" " + string(time.scalars[...]), at: time.starts.first.map(Int.init) ?? 0)
        }
        out.insert("] ", at: day.ends.last.map(Int.init) ?? 0)
      }
      if let title = entry["title"]?.text { add(title, to: &out) }
      if let body = entry["body"]?.text { add(body, to: &out) }
    }
    return out
  }

  private static func add(_ view: TextView, to out: inout TextView) {
    out.append(view)
    out.insert("\n", at: view.ends.last.map(Int.init) ?? 0)
  }
}
