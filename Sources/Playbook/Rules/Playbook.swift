/// A way of following up: its rules in the order they are shown.
package struct Playbook: Hashable, Sendable {
  package let name: String
  package let about: String
  package var rules: [Rule]

  package func rule(row: String) -> Rule? {
    rules.first { $0.name.row == row }
  }

  /// The five built-in playbooks, in the order of their source texts.
  package static let builtIn: [Playbook] = [executive, valueAdded, recruiter, reflective, persistent]

  /// Used where the user chose none.
  package static let defaultName = "persistent"

  package static func builtIn(_ name: String) -> Playbook? {
    builtIn.first { $0.name == name }
  }

  private static let purposes = Dictionary(
    (builtIn + [practice]).flatMap(\.rules).map { ($0.name.description, $0.purpose) },
    uniquingKeysWith: { first, _ in first })

  /// The purpose of a built-in rule by its full name.
  static func purpose(ofRule name: String?) -> Purpose? {
    name.flatMap { purposes[$0] }
  }
}
