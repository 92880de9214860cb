import Crypto
import Foundation
import Merge
import Model

/// `STORE-INCARNATION-SEQ-CONTENT12.afterword[.age]`: what a machine calls the bundles it leaves in a shared folder. The
/// name says nothing of the person, the machine or the content; all but `SEQ` are random digits to a stranger.
enum SyncFileName {
  static func make(_ incarnation: Incarnation, oldest: Incarnation, seq: Int, contentID: String, isEncrypted: Bool)
    -> String
  {
    let store = SHA256.hash(data: Data(oldest.id.bytes)).prefix(4).map { $0 < 16 ? "0" + hex($0) : hex($0) }.joined()
    let machine = incarnation.description.filter(\.isHexDigit).suffix(12)
    return "\(store)-\(machine)-\(seq)-\(contentID.prefix(12)).afterword" + (isEncrypted ? ".age" : "")
  }

  private static func hex(_ byte: UInt8) -> String { String(byte, radix: 16) }

  /// Whether a file of this name may be a bundle: ours, another machine's, or the copy that a sync client made of one. Most
  /// clients put their mark before the last suffix: `x.afterword.sync-conflict-20261120-101010-ABCDEF1.age`.
  static func mayBeBundle(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !name.hasPrefix(".") && !name.hasPrefix("~")
      && (lower.hasSuffix(".afterword") || (lower.hasSuffix(".age") && lower.contains(".afterword")))
  }

  /// The same as patterns of rclone.
  static let patterns = ["*.afterword", "*.afterword*.age"]
}
