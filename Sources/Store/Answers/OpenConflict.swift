import Crypto
import Merge
package import Model

/// A conflict as it was opened: what a person needs to answer it, and what an answer counts as shown.
package struct OpenConflict: Sendable {
  package enum About: Sendable, Equatable {
    /// More than one value of a field.
    case values
    /// Regions of a long text that were changed differently.
    case text
    /// Deleted by one, edited by another.
    case deletedAndEdited
    /// Deleted, but kept because a row that is shown is a part of it.
    case kept(by: String)
  }

  /// One way to settle it.
  package struct Answer: Sendable {
    /// What `resolve` takes: the same on every machine, and another one as soon as the conflict changes.
    package let code: String
    /// The value in words, "keep it" or "delete it".
    package let text: String
    /// Who said so, and when in milliseconds since 1970; nil where nobody did.
    package let author: (machine: String, wall: Int)?
    /// Whether this is what is shown now.
    package let isShown: Bool
    let choice: Choice
  }

  enum Choice: Sendable {
    case content(FieldContent)
    /// Of several fields, in their order.
    case contents([FieldContent])
    case keep
    case delete
    /// Written by a newer version: cannot be taken here.
    case unreadable

    /// One of each of several fields.
    static func all(_ choices: [Choice]) -> Choice {
      var contents: [FieldContent] = []
      for choice in choices {
        guard case .content(let content) = choice else { return .unreadable }
        contents.append(content)
      }
      return .contents(contents)
    }
  }

  /// A stretch of a contested text as it is shown now.
  package enum Passage: Sendable {
    case same([String])
    /// Lines that do not differ and stand too far from what does.
    case omitted(Int)
    /// Who wrote which lines.
    case differing([(machines: [String], lines: [String])])
  }

  package let subject: Subject
  package let title: String
  /// Empty where the whole row is meant; several where they mean one thing together.
  package let fields: [String]
  package let about: About
  package let answers: [Answer]
  /// Of a contested text all of it, from its beginning.
  package let passages: [Passage]
  let snapshot: RowSnapshot
  /// Those of the fields that differ, for people; empty where the whole row is meant.
  package let field: String
}

/// The codes of answers: from the identity of everything that stands, so that an answer to a conflict that has changed
/// since is refused.
enum AnswerCode {
  static func make(_ subject: Subject, _ field: String, standing: Set<Reference>, answer: String) -> String {
    let names = standing.sorted().map { "\($0.incarnation)/\($0.seq)/\($0.hash)" }
    let text = ([subject.description, field, answer] + names).joined(separator: "|")
    return SHA256.hash(data: Array(text.utf8)).prefix(4).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
