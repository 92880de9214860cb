import BundleFile
import Foundation
import GRDB
import Merge
import Model

/// What taking in a store's text did.
package struct StoreTextReport: Sendable {
  package fileprivate(set) var added = 0
  /// Fields that nobody ever filled here and that are filled now.
  package fileprivate(set) var filled = 0
  /// Fields that say something else here: they stay as they are.
  package fileprivate(set) var differing = 0
  /// Rows that were deleted here and stay so.
  package fileprivate(set) var deleted = 0
  /// Rows and fields that this version does not know.
  package fileprivate(set) var unknown = 0
  /// What undoes it, where anything was written.
  package fileprivate(set) var receipts: [Receipt] = []

  package init() {}

  /// Of several files as of one.
  package mutating func add(_ other: StoreTextReport) {
    added += other.added
    filled += other.filled
    differing += other.differing
    deleted += other.deleted
    unknown += other.unknown
    receipts += other.receipts
  }
}

/// A file that cannot be read as a store's text.
package struct StoreTextFault: Error {
  package let what: String
}

extension Store {
  /// Takes in what a store's text says: rows that are missing here come back under their own identities, fields that were
  /// never written are filled. Nothing that stands here, was cleared, removed or forgotten here is changed, since the text
  /// does not tell which of two is the later.
  ///
  /// - Throws: `StoreTextFault` before anything is written.
  package func importText(_ bytes: [UInt8], isRehearsal: Bool) throws -> StoreTextReport {
    let file: StoreTextFile
    do {
      file = try JSONDecoder().decode(StoreTextFile.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw StoreTextFault(what: error.place)
    }
    guard file.afterword == StoreText.version else {
      throw StoreTextFault(what: "it is of version \(file.afterword), and this program reads \(StoreText.version)")
    }
    var report = StoreTextReport()
    let label = Batch.importPrefix + String(environment.random() >> 32, radix: 16)
    for rows in file.batches(rows: Self.rowsOfTransaction, weight: Self.weightOfTransaction) {
      if isRehearsal {
        _ = try read { session in try rows.flatMap { try writes($0, session, &report) } }
      } else {
        let receipt = try commit { door in
          try door.apply("import", batch: label, try rows.flatMap { try writes($0, door.session, &report) })
        }
        if let receipt { report.receipts.append(receipt) }
      }
    }
    return report
  }

  private static let rowsOfTransaction = 1000
  /// Half of what one transaction may weigh, in bytes: a row more is never too much.
  private static let weightOfTransaction = Limits.transactionWeight / 2

  private func writes(_ row: StoreTextFile.Row, _ session: Session, _ report: inout StoreTextReport) throws
    -> [CellWrite]
  {
    guard let kind = session.registry.kind(row.kind), let id = RowID(row.id) else {
      report.unknown += 1
      return []
    }
    let subject = Subject(kind: kind.name, id: id)
    let contents = row.contents(kind, &report.unknown)
    guard !isInternal(contents, kind) else {
      report.unknown += 1
      return []
    }
    let edits = Edits(session: session)
    guard let snapshot = try session.snapshot(subject) else {
      report.added += 1
      return edits.create(subject, contents)
    }
    guard try session.isAlive(subject) || snapshot.isAlive else {
      report.deleted += 1
      return []
    }
    return contents.flatMap { field, content in fill(snapshot, field, content, edits, &report) }
  }

  /// What a store keeps for itself, such as the names of its machines, is not taken from a file.
  private func isInternal(_ contents: [(FieldInfo, FieldContent)], _ kind: KindInfo) -> Bool {
    guard kind.name == Setting.kind, case .value(.string(let name))? = contents.first(where: { $0.0.name == "name" })?.1
    else { return false }
    return SettingInfo.isInternal(name)
  }

  private func fill(
    _ snapshot: RowSnapshot, _ field: FieldInfo, _ content: FieldContent, _ edits: Edits,
    _ report: inout StoreTextReport
  ) -> [CellWrite] {
    let here = snapshot.content(field)
    if here == content { return [] }
    guard field.rule == .set else {
      guard !snapshot.wasWritten(field.name) else {
        report.differing += 1
        return []
      }
      report.filled += 1
      return edits.edit(snapshot, field, content)
    }
    let missing = content.elements.subtracting(here.elements)
    let new = missing.filter { !snapshot.wasWritten(field.name, element: $0) }
    if new.count < missing.count { report.differing += 1 }
    guard !new.isEmpty else { return [] }
    report.filled += 1
    return edits.edit(snapshot, field, .words(here.elements.union(new)))
  }
}

extension DecodingError {
  /// Where and what, without the decoder's own words.
  fileprivate var place: String {
    let context: Context? =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        context
      @unknown default: nil
      }
    let row = context?.codingPath.compactMap(\.intValue).first
    return row.map { "its row \($0 + 1) is not written as it should be" } ?? "it is no whole JSON object of rows"
  }
}
