import Model
import Store

/// What signatures say of a merge, in plain words.
enum SignatureTalk {
  /// Nil where there is nothing to ask about.
  static func question(_ report: ImportReport) -> StyledText? {
    let met = report.met.map { signer -> StyledText in
      "\(signer.name) is a machine that this one has not met. Its words: \(signer.words), as \(ShellCommand("machine")) there shows."
    }
    let unsigned = report.unsigned.map { name -> StyledText in
      "What is new of \(name) is not signed: an older version wrote it, or somebody else."
    }
    let all = met + unsigned
    return all.dropFirst().reduce(all.first) { text, next in text.map { $0 + " " + next } }
  }

  /// What was decided with a merge.
  static func lines(_ report: ImportReport, isRehearsal: Bool = false) -> [StyledText] {
    let met = report.met.map { signer -> StyledText in
      isRehearsal
        ? "\(signer.name) is to be met. Its words: \(signer.words)"
        : "\(signer.name) counts as yours now. Its words: \(signer.words)"
    }
    return met + leftOut(report)
  }

  static func leftOut(_ report: ImportReport) -> [StyledText] {
    report.leftOut.sorted { $0.key < $1.key }.map { name, count in
      "Left out \(Count.text(count, "change")) of \(name): its key is revoked."
    }
  }

  /// What to type so that a machine is met.
  static func wayIn(_ skipped: SyncReport.Skipped) -> [StyledText] {
    if skipped.isStrange { return ["To mix that store into yours: \(ShellCommand("import", names: [skipped.path]))"] }
    guard !skipped.signers.isEmpty else {
      return ["To take it in all the same: \(ShellCommand("import", names: [skipped.path]))"]
    }
    return skipped.signers.flatMap { signer -> [StyledText] in
      [
        "The words of \(signer.name): \(signer.words). Where \(ShellCommand("machine")) there shows the same, it is yours:",
        "  \(ShellCommand("machine", "trust", names: [signer.name]))",
      ]
    }
  }

  static let revokedHere: StyledText =
    "This machine's key was revoked on another one, and nobody takes what it writes. \(ShellCommand("machine", "renew")) makes a new one."
}
