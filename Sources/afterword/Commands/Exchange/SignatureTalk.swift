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
    return met + revoked(report, isRehearsal) + leftOut(report)
  }

  private static func revoked(_ report: ImportReport, _ isRehearsal: Bool) -> [StyledText] {
    report.revoked.map { name in
      "Another of your machines says that the key of \(name) is revoked: nothing more of it \(isRehearsal ? "would be" : "is") taken in."
    }
  }

  static func leftOut(_ report: ImportReport) -> [StyledText] {
    report.leftOut.sorted { $0.key < $1.key }.map { name, count in
      "Left out \(Count.text(count, "change")) of \(name): its key is revoked."
    }
  }

  private static let mostWays = 8

  /// What to type so that what was left is taken in: each machine once, however many files it left.
  static func waysIn(_ skipped: [SyncReport.Skipped]) -> [StyledText] {
    var signers: [Signer] = []
    for signer in skipped.filter({ !$0.isStrange }).flatMap(\.signers) where !signers.contains(signer) {
      signers.append(signer)
    }
    let files = skipped.filter { $0.isStrange || $0.signers.isEmpty }
    return signers.prefix(mostWays).flatMap(wayIn) + files.prefix(mostWays).map(wayIn)
  }

  private static func wayIn(_ signer: Signer) -> [StyledText] {
    [
      "The words of \(signer.name): \(signer.words). Where \(ShellCommand("machine")) there shows the same, it is yours:",
      "  \(meeting(signer))",
    ]
  }

  private static func wayIn(_ file: SyncReport.Skipped) -> StyledText {
    let command = ShellCommand("import", names: [file.path])
    return file.isStrange ? "To mix that store into yours: \(command)" : "To take it in all the same: \(command)"
  }

  static func askedNoMore(_ signer: Signer) -> StyledText {
    "Is \(signer.name) not yours? To be asked about it no more: \(revoking(signer.words))"
  }

  /// Bound to the words that were shown: a name may be another's by the time it is typed.
  static func meeting(_ signer: Signer) -> ShellCommand { meeting(signer.words) }

  static func meeting(_ words: String) -> ShellCommand { command("trust", words) }

  static func revoking(_ words: String) -> ShellCommand { command("revoke", words) }

  private static func command(_ verb: String, _ words: String) -> ShellCommand {
    ShellCommand(words: ["machine", verb] + words.split(separator: " ").map(String.init))
  }

  static let revokedHere: StyledText =
    "This machine's key was revoked on another one, and nobody takes what it writes. \(ShellCommand("machine", "renew")) makes a new one."
}
