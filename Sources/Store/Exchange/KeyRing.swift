package import BundleFile
import Foundation

/// Whom this machine encrypts for, and the key that opens what is encrypted for it. Local to the machine: never part of
/// what is merged. Two text files in the form of `age-keygen`, so that `age` itself can use them.
package struct KeyRing {
  package struct Named: Equatable, Sendable {
    package let name: String
    package let recipient: AgeRecipient
  }

  private let folder: String
  private let random: (Int) -> [UInt8]

  package init(_ environment: Environment, random: @escaping (Int) -> [UInt8] = Randomness.bytes) {
    folder = environment.stateFolder + "/keys"
    self.random = random
  }

  /// The secret key's file, for `age -d -i`.
  package var identityPath: String { folder + "/key.txt" }
  private var recipientsPath: String { folder + "/recipients.txt" }

  /// What opens bundles here; empty before `makeKey`.
  package func identities() throws -> [AgeIdentity] {
    guard let text = try text(identityPath) else { return [] }
    return try AgeKeyFile.parse(text)
  }

  /// Whom bundles are encrypted for, in the order they were added.
  package func recipients() throws -> [Named] {
    try (try text(recipientsPath) ?? "").split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard let recipient = parts.first.flatMap({ AgeRecipient(String($0)) }) else {
        throw KeyError.damaged(path: recipientsPath)
      }
      return Named(name: parts.count > 1 ? String(parts[1]) : "", recipient: recipient)
    }
  }

  /// Makes this machine's key and adds it to the recipients; where only the second was missing, does that.
  ///
  /// - Throws: `KeyError.exists` where there is one.
  package func makeKey(name: String) throws -> AgeRecipient {
    if let recipient = try ownRecipients().first {
      guard try !recipients().contains(where: { $0.recipient == recipient }) else {
        throw KeyError.exists(path: identityPath)
      }
      try add(recipient, name: name)
      return recipient
    }
    let identity = try fresh()
    try write(AgeKeyFile.text(identity), identityPath)
    try add(identity.recipient, name: name)
    return identity.recipient
  }

  /// The public halves of this machine's keys.
  package func ownRecipients() throws -> [AgeRecipient] { try identities().map(\.recipient) }

  /// Makes a key that is kept on paper: its public half is added, its secret half is returned and nowhere stored.
  package func makeRecoveryKey() throws -> AgeIdentity {
    let identity = try fresh()
    try add(identity.recipient, name: "recovery")
    return identity
  }

  /// Adds a recipient under a name, numbered where another has it: two machines may be called alike.
  ///
  /// - Returns: it, with the name it got.
  @discardableResult
  package func add(_ recipient: AgeRecipient, name: String) throws -> Named {
    let known = try recipients()
    guard !known.contains(where: { $0.recipient == recipient }) else { throw KeyError.isAddedAlready }
    var taken = Set(known.map { $0.name.lowercased() })
    let added = Named(name: name.isEmpty ? "" : FreeName.numbered(name, &taken), recipient: recipient)
    try write(known + [added])
    return added
  }

  /// Removes a recipient by name or by its public key. What was encrypted for it before stays readable to it.
  package func remove(_ which: String) throws -> Named {
    let known = try recipients()
    guard let found = known.first(where: { $0.name == which || $0.recipient.description == which }) else {
      throw KeyError.notFound(which, known: known.map(\.name))
    }
    try write(known.filter { $0 != found })
    return found
  }

  private func fresh() throws -> AgeIdentity {
    guard let identity = AgeIdentity(random: random(32)) else { throw KeyError.damaged(path: identityPath) }
    return identity
  }

  private func write(_ recipients: [Named]) throws {
    try write(recipients.map { "\($0.recipient) \($0.name)\n" }.joined(), recipientsPath)
  }

  private func write(_ text: String, _ path: String) throws {
    try Folders.make(folder)
    try SafeFile.write(to: path, replace: true) { sink in
      try Array(text.utf8).withUnsafeBytes(sink)
    } readBack: { _ in
    }
  }

  private func text(_ path: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let file = try? InputFile(path), let bytes = try? file.prefix(min(file.size, 1 << 20)),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw KeyError.damaged(path: path) }
    return text
  }
}

package enum KeyError: Error, Equatable {
  case exists(path: String)
  case damaged(path: String)
  /// This machine's signing key.
  case damagedSigning(path: String)
  case isAddedAlready
  case notFound(String, known: [String])
}

extension KeyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .exists(let path): "This machine has a key already, in \(path). `afterword key show` shows its public half."
    case .damaged(let path): "\(path) cannot be read as a file of keys. Put it back from a copy, or move it away."
    case .damagedSigning(let path):
      "This machine's signing key, \(path), cannot be read, so nothing can be signed. Put it back from a copy, or make "
        + "another, which the other machines must meet: `afterword machine renew`. Nothing was changed."
    case .isAddedAlready: "This recipient is on the list already: `afterword key show`."
    case .notFound(let which, let known):
      "There is no recipient “\(which)”. Known: \(known.isEmpty ? "none" : known.joined(separator: ", "))."
    }
  }
}
