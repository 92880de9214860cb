import Merge

/// Which bundles of a shared folder are of this store's history, and which of a store that it never met.
struct Kinship {
  /// The bundles that have no machine in common with the store, nor with another bundle that has. A store that has met
  /// nobody yet takes whatever is there.
  static func strangers(among bundles: [CheckedBundle], _ session: Session) -> [CheckedBundle] {
    var known = Set(session.streams.all.values.map(\.incarnation))
    guard !known.isEmpty else { return [] }
    var strangers = bundles.filter(\.isNew)
    while let place = strangers.firstIndex(where: { !known.isDisjoint(with: $0.incarnations) }) {
      known.formUnion(strangers.remove(at: place).incarnations)
    }
    return strangers
  }
}
