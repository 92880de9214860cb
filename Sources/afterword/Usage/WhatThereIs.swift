import Model
import Store

/// What could stand where an argument is missing: "You have 24 people and 15 organisations: afterword list people".
enum WhatThereIs {
  private static let rows = ["thing", "one", "other", "person", "opportunity"]
  private static let items = ["item", "what"]

  /// Nil where nothing helps. Opens the store that the typed words name, to look only; a store that cannot be read is none
  /// of this complaint's business.
  static func line(for missing: CommandShape.Parameter, of shape: CommandShape, typed: [String]) -> String? {
    let name = missing.valueName ?? ""
    if shape.path.first == "playbook" { return "`afterword playbook list` names the playbooks." }
    if name == "kind" { return "Kinds: \(Registry.kinds.map(\.name).joined(separator: ", "))." }
    if items.contains(name) { return followUps(typed) ?? "`afterword plan` shows what could be meant." }
    return rows.contains(name) ? counts(typed) : nil
  }

  private static func store(_ typed: [String]) -> Store? {
    let path = typed.firstIndex(of: "--store").flatMap { typed.dropFirst($0 + 1).first }
    return try? Store.reading(ProcessEnvironment.make(store: path))
  }

  private static func followUps(_ typed: [String]) -> String? {
    guard let count = try? store(typed)?.agenda().doable.count, count > 0 else { return nil }
    return "\(Count.text(count, "follow-up")) can be done now: `\(ShellCommand())` shows them by number."
  }

  private static func counts(_ typed: [String]) -> String? {
    guard let store = store(typed), let counts = try? store.status().counts
    else { return nil }
    let named = counts.filter { [Person.kind, Organisation.kind, Opportunity.kind].contains($0.kind) }
    guard let first = named.first else { return "Nothing is recorded yet: `afterword import NOTES` reads notes." }
    let parts = named.map { Count.text($0.count, $0.kind, KindName.plural($0.kind)) }
    return "You have \(parts.joined(separator: ", ")): `afterword list \(KindName.plural(first.kind))`"
  }
}
