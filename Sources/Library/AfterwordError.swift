/// What went wrong, as values: a code to decide by, and what it is about. It holds no sentence; what a person is told is the
/// caller's to word.
public struct AfterwordError: Error, Hashable, Sendable {
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The store was closed.
    case closed
    /// No place for a store: none was named, and `HOME` is not set.
    case noPlace = "no_place"
    /// There is no store at `path`.
    case missing
    /// This machine wrote in a store at `path`, which is gone or empty now.
    case lost
    /// The file at `path` is no store.
    case notAStore = "not_a_store"
    /// A newer version made the store or the file at `path`.
    case newerVersion = "newer_version"
    /// Somebody else writes in the store, has put another in its place, or this call came from within another one's closure.
    case busy
    /// The disk or the file system refused: full, read-only, not permitted, not there. `path` says where.
    case disk
    /// The store's file or its log is broken.
    case damaged
    /// The store can be read and not be written.
    case readOnly = "read_only"
    /// No such kind of row.
    case unknownKind = "unknown_kind"
    /// The kind has no such field, or there is no such setting.
    case unknownField = "unknown_field"
    /// Nothing is called so. `suggestion` is the nearest name.
    case notFound = "not_found"
    /// Several things are called so: `candidates`.
    case ambiguous
    /// The row was deleted.
    case deleted
    /// A value that the field does not take; `expected` says what it takes.
    case badValue = "bad_value"
    /// Only an import or another call writes this.
    case notWritable = "not_writable"
    /// Nothing was asked for.
    case nothingAsked = "nothing_asked"
    /// Two machines say different things here, which must be settled first.
    case contested
    /// What was opened, listed or followed has changed since.
    case outdated
    /// The letter was sent already.
    case sent
    /// What would be taken in changes much, comes from a store never met, or the folder is unexpectedly empty: somebody
    /// must say yes first.
    case needsConsent = "needs_consent"
    /// On first use of a folder somebody must say whether to encrypt.
    case needsEncryptionChoice = "needs_encryption_choice"
    /// There is no key here that opens the file, or none to encrypt for.
    case noKey = "no_key"
    /// The file at `path` is no sound bundle, or not one for this.
    case badBundle = "bad_bundle"
    /// There is a file at `path` already.
    case exists
    /// An outside limit was reached.
    case tooLarge = "too_large"
    /// The task was cancelled; what was committed before stays.
    case cancelled
    /// A text of the user's own, a template or a playbook, has a mistake.
    case badSource = "bad_source"
    /// A fault of this library.
    case unforeseen
  }

  public let code: Code
  /// The file or folder it is about.
  public var path: String?
  /// The name, kind, field or code it is about, as it was given.
  public var name: String?
  /// What is near to `name` and exists.
  public var suggestion: String?
  /// What a field takes: its choices, or its type in a word.
  public var expected: [String] = []
  /// What an ambiguous name may have meant.
  public var candidates: [RowReference] = []

  init(
    _ code: Code, path: String? = nil, name: String? = nil, suggestion: String? = nil, expected: [String] = [],
    candidates: [RowReference] = []
  ) {
    self.code = code
    self.path = path
    self.name = name
    self.suggestion = suggestion
    self.expected = expected
    self.candidates = candidates
  }
}
