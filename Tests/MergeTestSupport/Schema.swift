package import Model

/// What a version of the program knows: kinds, their fields and rules. Older versions know less.
package struct Schema: Sendable {
  private var kinds: [String: [String: FieldInfo]]

  package static let current = Schema(
    kinds: Dictionary(
      uniqueKeysWithValues: Registry.kinds.map { kind in
        (kind.name, Dictionary(uniqueKeysWithValues: kind.fields.map { ($0.name, $0) }))
      }))

  /// Lacks a register, a long text and a kind.
  package static let withoutTwoFieldsAndAKind = current.without(kind: Material.kind)
    .without(field: "website", of: Organisation.kind).without(field: "notes", of: Organisation.kind)

  package func without(kind: String) -> Schema {
    var older = self
    older.kinds[kind] = nil
    return older
  }

  package func without(field: String, of kind: String) -> Schema {
    var older = self
    older.kinds[kind]?[field] = nil
    return older
  }

  /// The same as a store is opened with.
  package var registry: Registry {
    Registry(
      Registry.kinds.compactMap { kind in
        kinds[kind.name].map { known in KindInfo(kind.name, kind.fields.filter { known[$0.name] != nil }, kind.manner) }
      })
  }

  /// Whether nothing was taken away.
  package var isCurrent: Bool {
    kinds.mapValues { Set($0.keys) } == Schema.current.kinds.mapValues { Set($0.keys) }
  }

  package func knows(kind: String) -> Bool { kinds[kind] != nil }

  package func rule(of field: String, in kind: String) -> MergeRule? { kinds[kind]?[field]?.rule }

  /// The registers of a kind, in no particular order but always the same.
  package func registers(of kind: String) -> [String] {
    (kinds[kind] ?? [:]).values.filter { $0.rule == .register }.map(\.name).sorted()
  }

  /// The field and kind of the parent reference.
  package func parent(of kind: String) -> (field: String, kind: String)? {
    guard let field = kinds[kind]?.values.first(where: \.isParent), case .reference(let target) = field.type else {
      return nil
    }
    return (field.name, target)
  }
}
