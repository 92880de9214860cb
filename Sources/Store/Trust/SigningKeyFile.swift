package import BundleFile
import Foundation
import Merge
import Model

/// Where this machine's signing key lies: in the state folder, for all stores of the machine, readable by its owner alone.
package struct SigningKeyFile: Sendable {
  let path: String

  package init(stateFolder: String) { path = stateFolder + "/keys/signing.txt" }

  private static let mark = "# afterword signing key: whoever has it writes as this machine"

  /// Nil before the machine has signed anything.
  ///
  /// - Throws: `KeyError.damagedSigning`: another key would be another machine.
  package func read() throws -> SigningKey? {
    var status = stat()
    // What cannot be looked at is there: another would be made in its place.
    if lstat(path, &status) != 0, errno == ENOENT || errno == ENOTDIR { return nil }
    guard let file = try? InputFile(path), let bytes = try? file.prefix(min(file.size, 4096)),
      let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first(where: { !$0.hasPrefix("#") }),
      let key = SigningKey(String(line))
    else { throw KeyError.damagedSigning(path: path) }
    return key
  }

  /// Makes it where there is none. Of two processes that make one at once, one does.
  func readOrMake() throws -> SigningKey {
    if let key = try read() { return key }
    do {
      return try make(replace: false)
    } catch BundleError.file(_, _, EEXIST) {
      return try read() ?? make(replace: true)
    }
  }

  /// Makes another in its place.
  func renew() throws -> SigningKey { try make(replace: true) }

  private func make(replace: Bool) throws -> SigningKey {
    guard let key = SigningKey(random: Randomness.bytes(32)) else { throw KeyError.damaged(path: path) }
    try Folders.make((path as NSString).deletingLastPathComponent)
    try SafeFile.write("\(Self.mark)\n\(key.secret)\n", to: path, replace: replace)
    return key
  }
}

extension MachineKey {
  /// Sixteen bytes that stand for it in a file's name.
  var name: Incarnation? { RowID(Array(bytes.prefix(16))).map(Incarnation.init) }
}
