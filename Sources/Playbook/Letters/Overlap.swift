package import Model

/// A sentence that several people of one organisation would receive.
package struct SharedSentence: Hashable, Sendable {
  package let sentence: String
  /// In order of their ids.
  package let people: [RowID]
}

/// The overlap check: people of one organisation compare their mail.
package enum Overlap {
  /// The sentences that two or more people of one organisation would receive, in the order of the first letter.
  /// Greetings and closing lines are left out, as are gaps.
  package static func shared(_ letters: [(person: RowID, text: String)], facts: Facts) -> [SharedSentence] {
    var receivers: [String: (first: Int, sentence: String, people: Set<RowID>)] = [:]
    var position = 0
    for letter in letters.sorted(by: { $0.person < $1.person }) {
      for sentence in sentences(letter.text) {
        position += 1
        receivers[folded(sentence), default: (position, sentence, [])].people.insert(letter.person)
      }
    }
    return receivers.values.sorted { $0.first < $1.first }.flatMap { found in
      byOrganisation(found.people, facts).map { SharedSentence(sentence: found.sentence, people: $0) }
    }
  }

  /// Groups of two or more people with the same organisation.
  private static func byOrganisation(_ people: Set<RowID>, _ facts: Facts) -> [[RowID]] {
    let groups = Dictionary(grouping: people.sorted()) { facts.people[$0]?.organisation }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// The sentences of a letter that carry something: at least five words.
  package static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        sentences.append(current)
        current = ""
      } else {
        current.unicodeScalars.append(scalar)
        if scalar == "." || scalar == "!" || scalar == "?" {
          sentences.append(current)
          current = ""
        }
      }
    }
    return (sentences + [current]).map(trimmed).filter { wordsOf($0).count >= 5 && !$0.contains("[gap:") }
  }

  private static func folded(_ sentence: String) -> String {
    wordsOf(sentence).joined(separator: " ")
  }
}

private func wordsOf(_ text: String) -> [String] {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}

private func trimmed(_ text: String) -> String {
  String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}
