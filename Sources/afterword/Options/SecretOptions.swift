import ArgumentParser
import BundleFile
import Foundation
import Store

/// What opens an encrypted file: the machine's key, another key file, a passphrase. Never given as an argument itself.
struct OpeningOptions: ParsableArguments {
  @Option(
    name: [.customShort("i"), .customLong("identity")],
    help: ArgumentHelp("A file with an age key that opens the bundle, such as a recovery key.", valueName: "file"))
  var identity: String?
  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp("Read the passphrase from this file descriptor.", valueName: "number"))
  var passphraseDescriptor: Int32?
  @Flag(name: .long, help: "Also take a bundle that another tool has packed with gzip anew.")
  var lenient = false

  func open(_ path: String, _ environment: Environment) throws -> BundleInput {
    try BundleInput(path, unlocking: try unlocking(environment), container: lenient ? .lenient : .strict)
  }

  func unlocking(_ environment: Environment) throws -> Unlocking {
    var identities = try KeyRing(environment).identities()
    if let identity { identities += try AgeKeyFile.parse(try Secret.file(identity)) }
    return Unlocking(identities: identities) {
      if let passphraseDescriptor { return try Secret.line(from: passphraseDescriptor) }
      return Secret.ask("Passphrase:")
    }
  }
}

/// Secrets from the terminal, a descriptor or a file.
enum Secret {
  /// Asks on the terminal without showing what is typed; nil where there is none.
  static func ask(_ prompt: String) -> String? {
    guard Question.canAsk else { return nil }
    let typed = Interruption.withTerminal({ $0.c_lflag &= ~tcflag_t(ECHO) }) {
      Console().prompt(StyledText(prompt))
      defer { Console().newLine() }
      return readLine()
    }
    return typed.flatMap(\.self).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The first line that a descriptor gives.
  static func line(from descriptor: Int32) throws -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 4096, read(descriptor, &byte, 1) == 1, byte != 0x0A { bytes.append(byte) }
    // As an editor of another system ends a line.
    if bytes.last == 0x0D { bytes.removeLast() }
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.usage("Descriptor \(descriptor) gives no passphrase.")
    }
    return text
  }

  static func file(_ path: String) throws -> String {
    let file = try InputFile(path)
    guard let text = String(validating: try file.prefix(min(file.size, 1 << 20)), as: UTF8.self) else {
      throw Failure.badInput("\(path) is not a file with a key.")
    }
    return text
  }
}
