import Model

/// A reading as JSON text, in the schema of the gold notes.
extension Reading {
  /// `{"file":…,"encoding":…,"container":…,"facts":[…],…}`, one line. `name` is the file's name as given.
  package func json(name: String?) -> String {
    var out = JSONText()
    out.object {
      if let name { $0.member("file", name) }
      $0.member("encoding", encoding.rawValue)
      $0.member("bom", raw: hasByteOrderMark ? "true" : "false")
      $0.member("newline", newline.rawValue)
      $0.member("container", container.rawValue)
      if let paper {
        $0.member("paper", paper.rawValue)
        $0.member("paper_confidence", raw: percent(paperProbability))
      }
      if let reference { $0.member("reference_date", reference.description) }
      $0.member("note_date", raw: noteDate.json)
      $0.member("date_order", raw: dateOrder.json)
      $0.member("scalar_count", raw: String(text.count))
      $0.member("documents", raw: list(documents.map(\.json)))
      if !papers.isEmpty { $0.member("papers", raw: list(papers.map(\.json))) }
      if !columns.isEmpty { $0.member("columns", raw: list(columns.map(\.json))) }
      $0.member("remarks", raw: list(remarks.map(\.json)))
      $0.member("facts", raw: list(facts.map(\.json)))
      if !perhaps.isEmpty { $0.member("perhaps", raw: list(perhaps.map(\.json))) }
    }
    return out.text
  }
}

extension DateOrder {
  /// `{"order":"day-first","because":"note","text":"13/4"}`.
  fileprivate var json: String {
    var out = JSONText()
    out.object {
      $0.member("order", order.rawValue)
      switch source {
      case .asked: $0.member("because", "asked")
      case .setting: $0.member("because", "setting")
      case .undecided: $0.member("because", "nothing")
      case .note(let text):
        $0.member("because", "note")
        $0.member("text", text)
      case .locale(let name):
        $0.member("because", "locale")
        $0.member("text", name)
      }
    }
    return out.text
  }
}

extension NoteDate {
  fileprivate var json: String {
    var out = JSONText()
    out.object {
      switch self {
      case .text(let moment, let span):
        $0.member("value", moment.description)
        $0.member("from", "text")
        $0.member("span", raw: span.json)
      case .name(let moment):
        $0.member("value", moment.description)
        $0.member("from", "name")
      case .option(let day):
        $0.member("value", day.description)
        $0.member("from", "option")
      case .missing: $0.member("from", "none")
      }
    }
    return out.text
  }
}

extension Document {
  fileprivate var json: String {
    var out = JSONText()
    out.object {
      $0.member("span", raw: span.json)
      if let messageID { $0.member("message_id", messageID) }
      if let subject { $0.member("subject", subject) }
      if let date { $0.member("date", date.description) }
    }
    return out.text
  }
}

extension Column {
  fileprivate var json: String {
    var out = JSONText()
    out.object {
      $0.member("name", name)
      $0.member("field", raw: field.map(JSONText.quoted) ?? "null")
    }
    return out.text
  }
}

extension Remark {
  fileprivate var json: String {
    var out = JSONText()
    out.object {
      if let line { $0.member("line", raw: String(line)) }
      $0.member("text", text)
    }
    return out.text
  }
}

extension Fact {
  fileprivate var json: String {
    var out = JSONText()
    out.object {
      $0.member("field", field.rawValue)
      $0.member("interview", raw: String(interview))
      if let person {
        $0.member("role", person.role.rawValue)
        $0.member("name", raw: person.name.json)
        if let title = person.title { $0.member("title", raw: title.json) }
        if let email = person.email { $0.member("email", raw: email.json) }
        if let phone = person.phone { $0.member("phone", raw: phone.json) }
      } else {
        $0.member("value", value)
      }
      $0.member("span", raw: span.json)
      $0.member("text", text)
      $0.member("confidence", raw: percent(Double(confidence)))
      if !alternatives.isEmpty { $0.member("alternatives", raw: list(alternatives.map(JSONText.quoted))) }
      if !mentions.isEmpty { $0.member("mentions", raw: list(mentions.map(\.json))) }
      if let askedBy { $0.member("asked_by", askedBy.rawValue) }
      if let answer { $0.member("answer", raw: answer.json) }
      if let day { $0.member("day", raw: day.json) }
      if let applied { $0.member("applied", raw: applied.json) }
    }
    return out.text
  }
}

extension Attribute {
  fileprivate var json: String {
    var out = JSONText()
    out.object {
      $0.member("value", value)
      $0.member("span", raw: span.json)
      $0.member("text", text)
      if !mentions.isEmpty { $0.member("mentions", raw: list(mentions.map(\.json))) }
    }
    return out.text
  }
}

extension TextSpan {
  fileprivate var json: String { "[\(start),\(end)]" }
}

/// A probability with two digits.
private func percent(_ probability: Double) -> String {
  let hundredths = Int((probability * 100).rounded())
  return "\(hundredths / 100).\(twoDigits(hundredths % 100))"
}

private func list(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }
