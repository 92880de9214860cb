package import Model

/// Who got which material, and what fits a topic: nothing goes to one person twice.
package struct Ledger: Sendable {
  private let facts: Facts

  package init(facts: Facts) {
    self.facts = facts
  }

  /// Everything given to a person, oldest first.
  package func given(to person: RowID) -> [Contact] {
    (facts.contactsOfPerson[person] ?? []).filter { $0.isSent && $0.material != nil }
  }

  /// Whether this material already went to this person.
  package func isGiven(_ material: RowID, to person: RowID) -> Bool {
    given(to: person).contains { $0.material == material }
  }

  /// Materials that share a word with one of the topics and that the person does not have, best match first.
  package func suggestions(for person: RowID?, topics: [String]) -> [Material] {
    let wanted = Set(topics.flatMap(topicWords))
    let had = Set(person.map { given(to: $0).compactMap(\.material) } ?? [])
    let scored = facts.materials.values.filter { !had.contains($0.id) }.map { material in
      (
        material,
        Set(topicWords([material.topic, material.title].compactMap { $0 }.joined(separator: " "))).intersection(wanted)
          .count
      )
    }
    return scored.filter { $0.1 > 0 }.sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }.map(\.0)
  }
}

/// The words of a topic that can be matched: lower case, at least three letters, no filler.
func topicWords(_ text: String) -> [String] {
  let filler: Set<String> = [
    "the", "and", "for", "with", "from", "how", "our", "their", "your", "that", "this", "into",
  ]
  return text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
    $0.utf8.count >= 3 && !filler.contains($0)
  }
}

extension Ledger {
  /// The forms of a material that is a résumé.
  private static let resumeForms: Set<String> = ["résumé", "resume", "cv"]

  /// The résumé version a person holds, and since when; nil when none was sent.
  package func resume(heldBy person: RowID) -> (material: Material, since: Day)? {
    let sent = given(to: person).compactMap { contact -> (material: Material, since: Day)? in
      guard let material = contact.material.flatMap({ facts.materials[$0] }),
        Ledger.resumeForms.contains(material.form ?? "")
      else { return nil }
      return (material, contact.day)
    }
    return sent.last
  }
}
