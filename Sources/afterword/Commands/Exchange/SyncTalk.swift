import Model
import Store

/// What a sync did, in plain words.
enum SyncTalk {
  static func headline(_ report: SyncReport) -> StyledText {
    let others = report.others.map(\.name).joined(separator: " and ")
    let conflicts = report.merged.conflicts ?? 0
    let rest: StyledText =
      conflicts == 0
      ? "no conflicts." : "\(Count.text(conflicts, "conflict waits", "conflicts wait")): \(ShellCommand("conflicts"))"
    let taken = report.merged.newChanges
    let isUnread = report.skipped.contains { $0.isForOthers || $0.isInTheOpen || $0.isUnmet || $0.isStrange }
    if taken == 0 && report.left == 0 {
      if isUnread {
        return others.isEmpty ? "Nothing could be taken in yet." : "Nothing more could be taken in; \(rest)"
      }
      return others.isEmpty
        ? "Nothing new; no other machine has been here yet." : "This machine and \(others) agree; \(rest)"
    }
    if report.left == 0 {
      return "Took in \(Count.text(taken, "change")). This machine and \(others) agree now; \(rest)"
    }
    let lead: StyledText = taken == 0 ? "" : "Took in \(Count.text(taken, "change")); "
    return lead + "\(taken == 0 ? "L" : "l")eft \(what(report, others)); " + rest
  }

  private static func what(_ report: SyncReport, _ others: String) -> String {
    guard let names = report.renewedFor else {
      return "\(Count.text(report.left, "change")) for \(others.isEmpty ? "the other machines" : others)"
    }
    let whose =
      !report.isEncrypted
      ? ", not encrypted now"
      : names.isEmpty ? ", encrypted now" : " for \(names.map { $0 + "'s key" }.joined(separator: " and "))"
    return "everything anew\(whose) (\(Count.text(report.left, "change")))"
  }

  /// What to type so that what was not read can be: on both machines, where one encrypts and the other does not.
  static func wayIn(_ report: SyncReport) -> [StyledText] {
    if report.skipped.contains(where: \.isInTheOpen) { return otherInTheOpen(report) }
    guard report.skipped.contains(where: \.isForOthers) else { return [] }
    guard report.isEncrypted else { return hereInTheOpen(report) }
    guard let (recipient, machine) = report.ownKey else {
      return [
        "This machine has no key yet. To make one, type here:", "  \(ShellCommand("key", "new"))",
        "It says what to type on the others.",
      ]
    }
    return [
      "On the machine that left it, type:", "  \(KeyTalk.adding(recipient, machine))",
      "  \(ShellCommand("sync"))", "Then \(ShellCommand("sync")) here again.",
    ]
  }

  /// What is left here is encrypted, what another leaves is not.
  private static func otherInTheOpen(_ report: SyncReport) -> [StyledText] {
    let adding = report.ownKey.map { KeyTalk.adding($0.recipient, $0.machine) }
    return ["To encrypt it too, type on the machine that left it:"] + (adding.map { ["  \($0)"] } ?? [])
      + [
        "  \(ShellCommand("sync", "--encrypt"))", "Then \(ShellCommand("sync")) here again.",
        "Or leave nothing encrypted: \(ShellCommand("sync", "--no-encrypt")) here.",
      ]
  }

  /// The other way round.
  private static func hereInTheOpen(_ report: SyncReport) -> [StyledText] {
    ["What is left here is not encrypted, what another machine leaves is. To encrypt it too, type here:"]
      + (report.ownKey == nil ? ["  \(ShellCommand("key", "new"))"] : [])
      + [
        "  \(ShellCommand("sync", "--encrypt"))",
        "Or leave nothing encrypted: \(ShellCommand("sync", "--no-encrypt")) on the other.",
      ]
  }
}
