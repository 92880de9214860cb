import Model

extension Session {
  /// The conflicts as they are asked about: those of fields that mean one thing together are one question, which its first
  /// field stands for. What follows from the rest of a row, as a note's hash from its bytes, is asked about with that alone.
  func questions() throws -> [[Conflict]] {
    var questions: [[Conflict]] = []
    var places: [Facts: Int] = [:]
    for conflict in try conflicts() {
      guard let facts = facts(of: conflict) else {
        questions.append([conflict])
        continue
      }
      if let place = places[facts] {
        questions[place].append(conflict)
      } else {
        places[facts] = questions.count
        questions.append([conflict])
      }
    }
    return questions.filter { !$0.allSatisfy(follows) }.map { $0.count > 1 ? inOrder($0) : $0 }
  }

  private struct Facts: Hashable {
    let subject: Subject
    let fields: [String]
  }

  private func facts(of conflict: Conflict) -> Facts? {
    guard case .values = conflict.about, let kind = registry.kind(conflict.subject.kind),
      let fields = kind.facts(with: conflict.field)
    else { return nil }
    return Facts(subject: conflict.subject, fields: fields)
  }

  private func follows(_ conflict: Conflict) -> Bool {
    registry.kind(conflict.subject.kind)?.field(conflict.field)?.followsFromText ?? false
  }

  /// As the kind's list has the fields.
  private func inOrder(_ conflicts: [Conflict]) -> [Conflict] {
    let fields = registry.kind(conflicts[0].subject.kind)?.facts(with: conflicts[0].field) ?? []
    return fields.flatMap { field in conflicts.filter { $0.field == field } }
  }
}

extension KindInfo {
  /// The fields that mean one thing together with this one; nil where it stands for itself.
  func facts(with field: String) -> [String]? { manner.facts.first { $0.contains(field) } }
}
