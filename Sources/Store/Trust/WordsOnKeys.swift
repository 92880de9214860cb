import BundleFile

/// What an older backup must not take back: who was revoked since.
struct WordsOnKeys {
  let certificates: [Certificate]
  /// Whether there is a store that cannot be asked.
  let isUnknown: Bool

  /// Of the store at this path; none where there is no store.
  init(at environment: Environment) {
    let isThere = (try? StoreFile.isMissingOrEmpty(environment.storePath)) == false
    let store = isThere ? try? Store.reading(environment) : nil
    let found = try? store?.read { try Certificates($0.db).sound() }
    certificates = found ?? []
    isUnknown = isThere && found == nil
    try? store?.close()
  }
}
