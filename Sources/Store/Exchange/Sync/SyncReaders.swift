import BundleFile

/// Who is to be able to read what is left in a shared folder.
struct SyncReaders {
  /// Nil where anybody is.
  private(set) var lock: AgeLock?
  /// As the mark keeps them.
  private(set) var recipients: [String]?
  /// What those are called who cannot read what was left there before: all of it is left anew for them.
  private(set) var newcomers: [String]?

  /// In the open.
  ///
  /// - Parameter state: what was left there encrypted is left anew: whoever reads from now on needs no key.
  init(inTheOpen state: SyncMark.Folder) {
    if state.recipients?.isEmpty == false { newcomers = [] }
  }

  /// - Parameters:
  ///   - own: this machine's own, which has read everything anyway.
  ///   - state: what was left there before, and for whom.
  init(_ known: [KeyRing.Named], own: [AgeRecipient], _ state: SyncMark.Folder) {
    lock = .recipients(known.map(\.recipient))
    recipients = known.map(\.recipient.description)
    guard state.recipients != nil || state.files.values.contains(where: { $0.ownNumber != nil }) else { return }
    // An older version kept no list: then only this machine is sure to read what lies there.
    let before = Set(state.recipients ?? own.map(\.description))
    let new = known.filter { !before.contains($0.recipient.description) }
    if !new.isEmpty { newcomers = new.filter { !own.contains($0.recipient) }.map(Self.name) }
  }

  private static func name(_ known: KeyRing.Named) -> String {
    known.name.isEmpty ? String(known.recipient.description.prefix(12)) + "…" : known.name
  }
}
