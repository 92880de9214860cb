import Notes

/// The scoring of the annotated notes, in short: value fields by value, text fields by an overlap of at least half.
struct Score {
  private struct Item {
    var field: String
    var value: String
    var alternatives: [String] = []
    var spans: [[Int]]
  }

  private(set) var gold = 0
  private(set) var predicted = 0
  private(set) var hits = 0

  var precision: Double { predicted == 0 ? 0 : Double(hits) / Double(predicted) }
  var recall: Double { gold == 0 ? 0 : Double(hits) / Double(gold) }
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  private static let textFields: Set<String> = [
    "topic", "question", "answer", "challenge", "objection", "competition", "missed_accomplishment", "next_step",
    "commitment", "connection",
  ]

  mutating func add(_ note: GoldNote) {
    let expected = note.gold.facts.flatMap(Self.items)
    let ignored = note.gold.facts.filter { $0.field == "ignore" }.compactMap(\.span)
    var found = note.reading.facts.flatMap(Self.items)
    gold += expected.count
    for item in expected {
      guard let place = found.firstIndex(where: { Self.matches(item, $0) }) else { continue }
      hits += 1
      predicted += 1
      found.remove(at: place)
    }
    predicted += found.count { item in
      !item.spans.contains { span in ignored.contains { Self.overlap(span, $0) * 2 >= span[1] - span[0] } }
    }
  }

  private static func items(_ fact: Gold.Fact) -> [Item] {
    if fact.field == "ignore" { return [] }
    if fact.field == "person" {
      let parts = [("name", fact.name), ("title", fact.title), ("email", fact.email), ("phone", fact.phone)]
      return parts.compactMap { name, part in
        part.map { Item(field: "person." + name, value: $0.value ?? "", spans: [$0.span ?? [0, 0]]) }
      }
    }
    let own = Item(
      field: fact.field, value: fact.value ?? "", alternatives: fact.alternatives ?? [],
      spans: [fact.span ?? [0, 0]] + (fact.mentions ?? []))
    return [own] + (fact.answer.map { [Item(field: "answer", value: "", spans: [$0.span ?? [0, 0]])] } ?? [])
  }

  private static func items(_ fact: Fact) -> [Item] {
    if fact.field == .ignore { return [] }
    if let person = fact.person {
      let parts =
        [("name", person.name), ("title", person.title), ("email", person.email), ("phone", person.phone)]
        as [(String, Attribute?)]
      return parts.compactMap { name, part in
        part.map { Item(field: "person." + name, value: $0.value, spans: [[$0.span.start, $0.span.end]]) }
      }
    }
    let own = Item(field: fact.field.rawValue, value: fact.value, spans: [[fact.span.start, fact.span.end]])
    return [own]
      + (fact.answer.map { [Item(field: "answer", value: "", spans: [[$0.span.start, $0.span.end]])] } ?? [])
  }

  private static func matches(_ gold: Item, _ found: Item) -> Bool {
    guard gold.field == found.field else { return false }
    if textFields.contains(gold.field) {
      return gold.spans.contains { a in
        found.spans.contains { b in overlap(a, b) * 2 >= max(a[1], b[1]) - min(a[0], b[0]) && overlap(a, b) > 0 }
      }
    }
    return ([gold.value] + gold.alternatives).contains { plain($0, gold.field) == plain(found.value, gold.field) }
  }

  private static func overlap(_ a: [Int], _ b: [Int]) -> Int { max(0, min(a[1], b[1]) - max(a[0], b[0])) }

  private static func plain(_ value: String, _ field: String) -> String {
    switch field {
    case "interview.date": String(value.prefix(10))
    case "person.phone": String(value.filter(\.isNumber).suffix(9))
    case "compensation": value.split(separator: " ").last.map(String.init) ?? value
    default: value.lowercased().filter { !"\"“”".contains($0) }
    }
  }
}
