import BundleFile
import GRDB

/// What an older backup must not take back: who was revoked since.
struct WordsOnKeys {
  private let certificates: [Certificate]

  /// Of the store at this path; none where there is no store that can be read.
  init(at environment: Environment) {
    let store = try? Store.reading(environment)
    certificates = (try? store?.read { try Certificates($0.db).sound() }) ?? []
    try? store?.close()
  }

  func keep(in environment: Environment) throws {
    guard !certificates.isEmpty else { return }
    let store = try Store.existing(environment)
    try store.alone { try Certificates($0).keep(certificates) }
    try store.close()
  }
}
