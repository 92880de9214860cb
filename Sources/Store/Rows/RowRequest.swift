package import Model

/// What a person asks of one row's fields, read and checked, with how it stands.
struct RowRequest {
  /// One field of it.
  struct Part {
    let field: FieldInfo
    let typed: String
    let old: FieldContent
    let request: FieldRequest
    /// On which side of today a day typed for it lies.
    let tense: Tense

    /// What the field holds afterwards.
    var new: FieldContent {
      switch request {
      case .content(let content): return content
      case .elements(let added, let removed):
        let words = old.elements.union(added).subtracting(removed)
        return words.isEmpty ? .empty : .words(words)
      }
    }
  }

  let subject: Subject
  /// How the row stood when it was opened; nil for a new one.
  let snapshot: RowSnapshot?
  let parts: [Part]
  /// Whether the row is to be made, or brought back with these contents alone.
  var isNew: Bool { snapshot == nil || isRevived }
  /// A row of fixed identity that was deleted and is added again.
  var isRevived = false

  /// The parts that change something.
  var changes: [Part] { parts.filter { $0.new != $0.old } }
}

/// What became of a request.
package struct RowOutcome: Sendable {
  /// One field's change, in words.
  package struct Difference: Sendable, Equatable {
    package let field: String
    package let old: String
    package let new: String
  }

  package let subject: Subject
  package let title: String
  package let differences: [Difference]
  /// Values that were understood as something else than typed: "next fri" → "Fri 27 Nov".
  package let understood: [(typed: String, meaning: String)]
  /// nil for a rehearsal, and where nothing differed.
  package let receipt: Receipt?
}
