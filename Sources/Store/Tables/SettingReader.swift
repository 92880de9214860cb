import Model

extension Store {
  /// The value of a setting; nil where it is not set.
  package func setting(_ name: String) throws -> String? { try one(Setting.self, StableID.setting(name))?.value }
}
