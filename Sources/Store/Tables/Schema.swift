import GRDB
import Model

/// The tables. Those of `truth` are the log and are never dropped; all others are caches of F (MERGE.md) and are dropped
/// and rebuilt from the log whenever the list of kinds changes.
enum Schema {
  /// "AFTW": tells our files from other SQLite files (SQLite header, offset 68).
  static let applicationID = 0x4146_5457
  /// Rises with every table that is never dropped: an older version of the program would drop what it does not know.
  static let version = 2

  /// A change's id orders arrival, nothing else. A transaction's id is the id of its first change; its changes have
  /// consecutive ids, so neither transaction nor sequence number is repeated in each change.
  static let truth = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE name(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE subject(
      id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, uuid BLOB NOT NULL, flags INTEGER NOT NULL DEFAULT 0);
    CREATE UNIQUE INDEX subject_uuid ON subject(uuid, kind);
    CREATE INDEX subject_joined ON subject(id) WHERE flags & 2;
    CREATE TABLE stream(
      id INTEGER PRIMARY KEY, incarnation BLOB NOT NULL, parent INTEGER, start INTEGER NOT NULL, last INTEGER NOT NULL,
      hash BLOB NOT NULL, machine TEXT);
    CREATE INDEX stream_incarnation ON stream(incarnation);
    CREATE TABLE context(id INTEGER PRIMARY KEY, refs BLOB NOT NULL, seen BLOB NOT NULL);
    CREATE TABLE tx(
      id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
      wall INTEGER NOT NULL, context INTEGER NOT NULL, hash BLOB NOT NULL, command TEXT NOT NULL, batch TEXT);
    CREATE UNIQUE INDEX tx_position ON tx(stream, last);
    CREATE TABLE change(id INTEGER PRIMARY KEY, cell INTEGER NOT NULL, op INTEGER NOT NULL, payload, keep BLOB);
    CREATE TABLE pending(
      hash BLOB PRIMARY KEY, incarnation BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
      previous BLOB, body BLOB NOT NULL);
    CREATE INDEX pending_position ON pending(incarnation, first);
    """ + later

  /// Transactions from which something was erased, by number, with the hash of what is left; ends of streams that their
  /// authors signed, the newest of each stream; machines' words on one another's keys. A store of before them gets them with
  /// its derived tables.
  private static let later = """
    CREATE TABLE IF NOT EXISTS erased(tx INTEGER PRIMARY KEY, remainder BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS signature(
      incarnation BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, key BLOB NOT NULL, signature BLOB NOT NULL,
      PRIMARY KEY(incarnation, seq, hash)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS certificate(
      key BLOB NOT NULL, signer BLOB NOT NULL, kind TEXT NOT NULL, signature BLOB NOT NULL,
      PRIMARY KEY(key, signer, kind)) WITHOUT ROWID;
    """

  static let derived = """
    CREATE TABLE contested(cell INTEGER PRIMARY KEY);
    CREATE TABLE alias(member INTEGER PRIMARY KEY, canonical INTEGER NOT NULL);
    CREATE INDEX alias_canonical ON alias(canonical);
    CREATE VIRTUAL TABLE found USING fts5(words, spelt, tokenize = 'ascii');
    CREATE VIRTUAL TABLE found_word USING fts5vocab(found, row);
    CREATE TABLE cell_change(cell INTEGER NOT NULL, change INTEGER NOT NULL, PRIMARY KEY(cell, change)) WITHOUT ROWID;
    CREATE TABLE followed(follower TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE forgotten(change INTEGER PRIMARY KEY);
    """

  /// Over rows that were ever deleted, and over kind tables: what a plan is made from is found without reading what is not.
  private static func indexes(_ registry: Registry) -> String {
    [
      ("", "CREATE INDEX IF NOT EXISTS subject_presence ON subject(id) WHERE flags & 1;"),
      (Opportunity.kind, "CREATE INDEX opportunity_live ON opportunity(_row) WHERE archived IS NOT 1;"),
      (Touch.kind, "CREATE INDEX touch_reference ON touch(person) WHERE kind = 'reference-used';"),
      (
        Person.kind,
        "CREATE INDEX person_kept ON person(_row) WHERE keep_ideal IS NOT NULL OR keep_maximum IS NOT NULL;"
      ),
    ].filter { $0.0.isEmpty || registry.kind($0.0) != nil }.map(\.1).joined()
  }

  static func create(_ db: Database, _ registry: Registry) throws {
    try db.execute(sql: truth)
    try createDerived(db, registry)
    try db.execute(sql: "PRAGMA application_id = \(applicationID);")
  }

  static func createDerived(_ db: Database, _ registry: Registry) throws {
    try db.execute(sql: later + derived + "PRAGMA user_version = \(version);")
    for kind in registry.kinds { try db.execute(sql: KindTable(kind).ddl) }
    try db.execute(sql: indexes(registry))
    try Meta.set(db, "kinds", fingerprint(registry))
  }

  static func dropDerived(_ db: Database) throws {
    let kept = "('meta','name','subject','stream','context','tx','change','pending','erased','signature','certificate')"
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN \(kept)
        AND name NOT LIKE 'sqlite_%' AND (name = 'found_word' OR name NOT LIKE 'found_%') ORDER BY name DESC
        """)
    for table in tables { try db.execute(sql: "DROP TABLE \"\(table)\"") }
    try db.execute(sql: "DROP INDEX IF EXISTS change_cell")
  }

  /// Changes with every table, kind and field, and with the way texts are folded: a store whose fingerprint differs has its
  /// derived tables rebuilt.
  static func fingerprint(_ registry: Registry) -> String {
    "version \(version); texts without marks; signatures; fold \(Fold.version);" + derived + indexes(registry)
      + registry.kinds.map(description).joined(separator: ";")
  }

  private static func description(_ kind: KindInfo) -> String {
    kind.name + "(" + kind.fields.map { $0.name + ":" + word($0.type) }.joined(separator: ",") + ")"
  }

  /// A type in words of our own: every start compares them, and reflection takes milliseconds.
  private static func word(_ type: FieldType) -> String {
    switch type {
    case .string: "string"
    case .integer: "integer"
    case .boolean: "boolean"
    case .day: "day"
    case .moment: "moment"
    case .bytes: "bytes"
    case .text: "text"
    case .words: "words"
    case .choice(let choices): "choice(" + choices.joined(separator: " ") + ")"
    case .reference(let kind): "reference(" + kind + ")"
    }
  }
}

/// Small facts about this copy of the store: its incarnation, whether its identity is in doubt.
enum Meta {
  static func get<T: DatabaseValueConvertible>(_ db: Database, _ key: String) throws -> T? {
    try T.fetchOne(try db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key])
  }

  static func set(_ db: Database, _ key: String, _ value: (any DatabaseValueConvertible)?) throws {
    let replace = try db.cachedStatement(sql: "INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)")
    try replace.execute(arguments: [key, value])
  }
}
