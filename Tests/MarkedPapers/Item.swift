package import Notes

/// One thing said, gold or read: what the scorer compares.
package struct Item: Sendable {
  package var field: String
  package var group: Int
  package var value: String
  package var text: String
  /// The places that say it, as starts and ends in Unicode scalars.
  package var spans: [TextSpan]
  var askedBy: String?
  package var confidence: Float = 1

  /// The fields that count by their value, and those that count by their place.
  package static let valueFields = [
    "organisation", "role", "stage", "interview.date", "interview.kind", "interview.round", "person.name",
    "person.title", "person.email", "person.phone", "person.role", "promised_date", "compensation",
  ]
  package static let textFields = [
    "topic", "question", "question.answer", "challenge", "objection", "competition", "missed_accomplishment",
    "next_step", "commitment", "connection",
  ]
  package static let allFields = valueFields + textFields
}

extension MarkedPaper {
  /// What the annotations say, further namings gathered with the first.
  package var items: [Item] {
    let scalars = Array(text.unicodeScalars)
    func words(_ mark: Mark) -> String {
      var out = String.UnicodeScalarView()
      out.append(contentsOf: scalars[mark.start..<mark.end])
      return String(out)
    }
    var items: [Item] = []
    var people: [String: [String: Int]] = [:]
    var roles: [String: String] = [:]
    for mark in marks where mark.tag != "ignore" {
      let own = words(mark)
      var item = Item(
        field: "", group: mark.group, value: mark.value ?? own, text: own, spans: [TextSpan(mark.start, mark.end)])
      if Mark.parts.contains(mark.tag) {
        let who = "\(mark.group)#\(mark.person ?? "")"
        item.field = "person." + mark.tag
        item.value = mark.tag == "email" ? own.lowercased() : own
        if mark.tag == "name", let role = mark.value { roles[who] = role }
        if let known = people[who]?[mark.tag] {
          items[known].spans += item.spans
          continue
        }
        people[who, default: [:]][mark.tag] = items.count
      } else {
        item.field = mark.tag == "a" ? "question.answer" : Mark.fields[mark.tag] ?? ""
        if mark.tag == "q" {
          item.value = own
          item.askedBy = mark.value ?? "interviewer"
        }
        let same = items.lastIndex { $0.field == item.field && $0.group == item.group }
        if mark.isFurther, let same {
          items[same].spans += item.spans
          continue
        }
      }
      items.append(item)
    }
    for (who, parts) in people {
      guard let name = parts["name"].map({ items[$0] }) else { continue }
      items.append(
        Item(
          field: "person.role", group: name.group,
          value: NormalForm.name(name.value) + "=" + (roles[who] ?? "interviewer"),
          text: "", spans: Array(name.spans.prefix(1))))
    }
    return items
  }

  /// What counts neither way.
  package var ignored: [TextSpan] { marks.filter { $0.tag == "ignore" }.map { TextSpan($0.start, $0.end) } }
}

extension Reading {
  /// The facts of a reading as the scorer takes them.
  package var items: [Item] { facts.flatMap(\.items) }

  /// Those that are only perhaps facts, too.
  package var allItems: [Item] { (facts + perhaps).flatMap(\.items) }
}

extension Fact {
  fileprivate var items: [Item] {
    parts.map { item in
      var item = item
      item.confidence = confidence
      return item
    }
  }

  private var parts: [Item] {
    guard let person else {
      guard field != .ignore else { return [] }
      var own = Item(
        field: field.rawValue, group: interview, value: value, text: text, spans: [span] + mentions)
      own.askedBy = askedBy?.rawValue
      guard let answer else { return [own] }
      return [own, answer.item("question.answer", interview)]
    }
    var items = [person.name.item("person.name", interview)]
    items += [("person.title", person.title), ("person.email", person.email), ("person.phone", person.phone)]
      .compactMap { $0.1?.item($0.0, interview) }
    items.append(
      Item(
        field: "person.role", group: interview,
        value: NormalForm.name(person.name.value) + "=" + person.role.rawValue, text: "", spans: [person.name.span]))
    return items
  }
}

extension Attribute {
  fileprivate func item(_ field: String, _ group: Int) -> Item {
    Item(field: field, group: group, value: value, text: text, spans: [span] + mentions)
  }
}
