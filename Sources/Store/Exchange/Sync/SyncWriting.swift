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

  func write(_ state: inout SyncMark.Folder, _ report: inout SyncReport) throws {
    var there = try Coverage(session)
    // What lies there already is of no use to somebody who cannot read it, and may hold what is forgotten since.
    let erased = try ErasedLog.times(session.db)
    let isAnew = readers.newcomers != nil || erased != state.erased ?? 0
    for file in state.files.values where !isAnew { try add(file, to: &there) }
    var wanted = try Coverage(session)
    wanted.addGaps(of: there)
    let missing = try session.runs(within: wanted)
    guard !missing.isEmpty else { return state.recipients = readers.recipients }
    let absorbed = absorbable(state, besides: missing.changes, all: isAnew)
    for name in absorbed { try state.files[name].map { try add($0, to: &wanted) } }
    let runs = try session.runs(within: wanted)
    let name = try writeFile(runs)
    state.erased = erased
    report.left = missing.changes
    report.written = name
    guard let entry = try SyncListing.entry(folder, name) else { throw SyncError.folderMissing(folder) }
    let number = (state.files.values.compactMap(\.ownNumber).max() ?? 0) + 1
    state.files[name] = SyncMark.File(
      size: entry.size, modified: entry.modified, ranges: runs.map { SyncMark.Range($0.range) }, ownNumber: number)
    state.recipients = readers.recipients
    try remove(absorbed, coveredBy: wanted, &state, &report)
  }

  private func add(_ file: SyncMark.File, to coverage: inout Coverage) throws {
    for range in file.ranges.compactMap(\.range) { try coverage.add(range) }
  }

  /// Own files, the newest first, as long as each is at most twice as large as what has come together so far; or all.
  private func absorbable(_ state: SyncMark.Folder, besides changes: Int, all: Bool) -> [String] {
    var sum = changes
    var names: [String] = []
    let own = state.files.filter { $0.value.ownNumber != nil }
    for (name, file) in own.sorted(by: { ($0.value.ownNumber ?? 0) > ($1.value.ownNumber ?? 0) }) {
      guard all || file.changes <= 2 * sum else { break }
      names.append(name)
      sum += file.changes
    }
    return names
  }

  private func writeFile(_ runs: [Run]) throws -> String {
    let head = try session.head(.delta, runs)
    let own = try Identity.stored(session.db) ?? runs[0].range.incarnation
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
        head, to: folder + "/new", replace: true, packing: .init(lock: readers.lock), finalName: finalName
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
