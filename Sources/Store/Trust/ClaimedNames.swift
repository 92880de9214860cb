import Merge

/// What machines are called that the store may not have heard of: such a one never goes by the name of another.
final class ClaimedNames {
  private let session: Session
  private let names: MachineNames
  private var claimed: [Incarnation: String] = [:]
  private var told: [Incarnation: String]?

  init(_ session: Session, _ bundles: [CheckedBundle]) {
    (self.session, names) = (session, MachineNames(session))
    for bundle in bundles { claimed.merge(bundle.contents.names) { min($0, $1) } }
  }

  func name(_ incarnation: Incarnation) throws -> String {
    try given()[incarnation] ?? names.name(of: incarnation)
  }

  private func given() throws -> [Incarnation: String] {
    if let told { return told }
    let held = Set(session.streams.all.values.map(\.incarnation))
    var taken = Set(try held.map { try names.name(of: $0).lowercased() })
    var given: [Incarnation: String] = [:]
    for (incarnation, name) in claimed.sorted(by: { $0.key < $1.key }) where !held.contains(incarnation) {
      given[incarnation] = FreeName.numbered(name, &taken)
    }
    told = given
    return given
  }
}
