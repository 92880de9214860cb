import BundleFile
import GRDB
import Merge
import Model

/// Which position of another incarnation a new one goes on from, after a copy, a restore or a doubt (MERGE.md, *Copies,
/// restores, forks*): a setting written with its first transaction, so that every store and every bundle can say it.
enum MachineParent {
  private static func setting(_ incarnation: Incarnation) -> String { "machine.\(incarnation).parent" }

  static func subject(_ incarnation: Incarnation) -> Subject { Setting.subject(setting(incarnation)) }

  static func writes(_ incarnation: Incarnation, from parent: Reference?) -> [CellWrite] {
    guard let parent else { return [] }
    return Setting.writes(
      setting(incarnation), "\(parent.incarnation) \(parent.seq) \(String(parent.hash, radix: 16))")
  }

  /// As the incarnation itself said it first, of a fork's the smaller; nil where it said nothing, or nothing that can be read.
  static func of(_ incarnation: Incarnation, _ session: Session) throws -> Reference? {
    guard let row = try session.interner.existing(subject(incarnation)),
      let field = session.interner.existing(name: "value")
    else { return nil }
    let changes = try session.cells.field(Interner.cell(row, field)).map(\.event)
    // A fork has said it twice; which came first differs from store to store, and equal stores make equal bundles.
    let own = changes.filter { $0.reference.incarnation == incarnation }
    guard let said = own.min(by: { $0.reference < $1.reference }),
      case .set(.string(let text)) = said.operation
    else { return nil }
    let parts = text.split(separator: " ")
    guard parts.count == 3, let id = RowID(String(parts[0])), let seq = Int(parts[1]), seq > 0,
      let hash = UInt64(parts[2], radix: 16), id != incarnation.id
    else { return nil }
    return Reference(incarnation: Incarnation(id), seq: seq, hash: hash)
  }
}

extension Session {
  /// The head of a bundle of these runs: what they are, and what the incarnations that begin in it go on from.
  func head(_ kind: BundleKind, _ runs: [Run]) throws -> BundleHead {
    let begun = Set(runs.filter { $0.range.first == 1 }.map(\.range.incarnation))
    let parents = try begun.compactMap { incarnation in
      try MachineParent.of(incarnation, self).map { Descent(incarnation: incarnation, parent: $0) }
    }
    let hasErased = try Int.fetchOne(db, sql: "SELECT 1 FROM erased LIMIT 1") != nil
    return BundleHead(kind: kind, streams: runs.map(\.range), parents: parents, hasErased: hasErased, isSealed: true)
  }
}
