import Model

/// Brings an archived opportunity back to life when a new interview is recorded for it; until then nothing is planned for
/// it. Its old interviews stay archive.
struct Revival {
  let session: Session
  let today: Day
  /// Interviews older than this many days are themselves archive.
  let archiveAfter: Int

  /// - Parameter day: the day of the interview; nil where none was said, which counts as recent.
  func writes(opportunity: RowID, day: Day?) throws -> [CellWrite] {
    guard !isOld(day), let row = try session.record(Opportunity.self, opportunity), row.archived == true else {
      return []
    }
    let children = try session.visibleChildren(of: row.subject).filter { $0.kind == Interview.kind }
    let old = try children.compactMap { try session.record(Interview.self, $0.id) }.filter { isOld($0.start?.day) }
    return try set(row.subject, archived: false) + old.flatMap { try set($0.subject, archived: true) }
  }

  private func isOld(_ day: Day?) -> Bool { day.map { today - $0 > archiveAfter } ?? false }

  private func set(_ row: Subject, archived: Bool) throws -> [CellWrite] {
    guard let field = Registry.kind(row.kind)?.field("archived") else { return [] }
    return try Edits(session: session).set(row, field, .boolean(archived))
  }
}

extension Session {
  /// After how many days an interview counts as archive when it is first recorded: a setting, else 60.
  func archiveAfter() throws -> Int {
    let value = try setting(SettingName.archiveAfter)
    return value.flatMap { Int($0) }.flatMap { (1...36_500).contains($0) ? $0 : nil } ?? 60
  }
}
