import BundleFile
import Foundation
import GRDB
import Merge

/// Leaves in a shared folder what no whole file there holds, in one new file. Small files of its own that the new one can
/// take up are taken up and then removed, so that their number grows with the logarithm of the changes only.
struct SyncWriting {
  let session: Session
  let folder: String
  let readers: SyncReaders
  let options: SyncOptions
  let environment: Environment

  func write(_ state: inout SyncMark.Folder, _ report: inout SyncReport) throws {
    var there = try Coverage(session)
    // What lies there already is of no use to somebody who cannot read it, and may hold what is forgotten since.
    let erased = try ErasedLog.times(session.db)
    // Words on keys go with the newest own file where there is nothing else for them to go with.
    let words = try Certificates(session.db).all()
    let isSaying = words.count != state.certificates ?? 0
    let isFirst = !state.files.values.contains { $0.ownNumber != nil }
    let isUrgent = isSaying && isFirst && words.contains { $0.kind == .revoke }
    let isAnew = readers.newcomers != nil || erased != state.erased ?? 0 || isUrgent
    for file in state.files.values where !isAnew && file.counts != false { try add(file, to: &there) }
    var wanted = try Coverage(session)
    wanted.addGaps(of: there)
    let missing = try session.runs(within: wanted)
    guard isSaying && !isFirst || !missing.isEmpty else { return state.recipients = readers.recipients }
    let absorbed = absorbable(state, besides: missing.changes, atLeast: isSaying ? 1 : 0, all: isAnew)
    for name in absorbed { try state.files[name].map { try add($0, to: &wanted) } }
    let runs = try session.runs(within: wanted)
    guard !runs.isEmpty else { return }
    let name = try writeFile(runs)
    (state.erased, state.certificates) = (erased, words.count)
    report.left = missing.changes
    report.written = name
    guard let entry = try SyncListing.entry(folder, name) else { throw SyncError.folderMissing(folder) }
    let number = (state.files.values.compactMap(\.ownNumber).max() ?? 0) + 1
    state.files[name] = SyncMark.File(
      size: entry.size, modified: entry.modified, ranges: runs.map { SyncMark.Range($0.range) }, ownNumber: number,
      counts: true)
    state.recipients = readers.recipients
    try remove(absorbed, coveredBy: wanted, &state, &report)
  }

  private func add(_ file: SyncMark.File, to coverage: inout Coverage) throws {
    for range in file.ranges.compactMap(\.range) { try coverage.add(range) }
  }

  /// Own files, the newest first, as long as there are too few or each is at most twice as large as what has come together
  /// so far; or all.
  private func absorbable(_ state: SyncMark.Folder, besides changes: Int, atLeast least: Int, all: Bool)
    -> [String]
  {
    var sum = changes
    var names: [String] = []
    let own = state.files.filter { $0.value.ownNumber != nil }
    for (name, file) in own.sorted(by: { ($0.value.ownNumber ?? 0) > ($1.value.ownNumber ?? 0) }) {
      guard all || names.count < least || file.changes <= 2 * sum else { break }
      names.append(name)
      sum += file.changes
    }
    return names
  }

  private func writeFile(_ runs: [Run]) throws -> String {
    let head = try session.head(.delta, runs)
    // A machine that has written nothing yet takes nobody's name.
    let own =
      try Identity.stored(session.db) ?? environment.signing?.readOrMake().machine.name ?? runs[0].range.incarnation
    let seq = runs.filter { $0.range.incarnation == own }.map(\.range.last).max() ?? 0
    let oldest = session.streams.all.values.map(\.incarnation).min() ?? own
    var name = ""
    let finalName = { (report: BundleReport) in
      name = SyncFileName.make(
        own, oldest: oldest, seq: seq, contentID: report.contentID, isEncrypted: readers.lock != nil)
      return name
    }
    _ = try session.blamingLog(runs) {
      try BundleOnDisk.write(
        head, to: folder + "/new", replace: true, packing: .init(lock: readers.lock), finalName: finalName,
        seal: try Sealing(session, environment, runs).seal
      ) { append in
        try session.transactions(of: runs, proof: .byTaker, progress: options.progress, append)
      }
    }
    return name
  }

  /// Only what the new file holds whole may go.
  private func remove(
    _ names: [String], coveredBy coverage: Coverage, _ state: inout SyncMark.Folder, _ report: inout SyncReport
  ) throws {
    for name in names where name != report.written {
      let ranges = state.files[name]?.ranges ?? []
      guard try ranges.allSatisfy({ try $0.range.map(coverage.contains) ?? false }) else { continue }
      guard unlink(folder + "/" + name) == 0 || errno == ENOENT else { continue }
      state.files[name] = nil
      report.removed.append(name)
    }
  }
}
