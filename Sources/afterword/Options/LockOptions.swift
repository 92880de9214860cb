import ArgumentParser
import BundleFile
import Store

/// Whom a bundle is encrypted for.
struct LockOptions: ParsableArguments {
  @Flag(name: .long, help: "Encrypt for the recipients of `afterword key show`.")
  var encrypt = false
  @Flag(name: .long, help: "Encrypt with a passphrase, asked for on the terminal.")
  var passphrase = false
  @Flag(name: .customLong("new-passphrase"), help: "Encrypt with a passphrase of six words that is made and shown.")
  var newPassphrase = false
  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp("Encrypt with the passphrase that this file descriptor gives.", valueName: "number"))
  var passphraseDescriptor: Int32?

  func validate() throws {
    let ways = [encrypt, passphrase, newPassphrase, passphraseDescriptor != nil].count { $0 }
    if ways > 1 { throw Failure.usage("Choose one way to encrypt.") }
  }

  var isAsked: Bool { encrypt || passphrase || newPassphrase || passphraseDescriptor != nil }

  /// Nil where nothing is to be encrypted.
  func lock(_ environment: Environment, _ console: Console) throws -> AgeLock? {
    if encrypt { return try LockOptions.forRecipients(environment) }
    if let passphraseDescriptor {
      return .passphrase(warned(try Secret.line(from: passphraseDescriptor), console))
    }
    if newPassphrase {
      let words = Passphrase.generate(random: Randomness.bytes)
      console.complain("Passphrase: \(words, .bold)")
      console.complain("Write it down: without it nobody can open the file.")
      return .passphrase(words)
    }
    return passphrase ? .passphrase(warned(try askTwice(), console)) : nil
  }

  static func forRecipients(_ environment: Environment) throws -> AgeLock {
    let recipients = try KeyRing(environment).recipients()
    guard !recipients.isEmpty else {
      throw Failure.usage("There is nobody to encrypt for yet. `afterword key new` makes this machine's key.")
    }
    return .recipients(recipients.map(\.recipient))
  }

  /// Characters from which on a passphrase is taken without a word.
  private static let lengthOfPassphrase = 12

  private func warned(_ passphrase: String, _ console: Console) -> String {
    if passphrase.count < Self.lengthOfPassphrase {
      console.complain(
        "A passphrase of \(Count.text(passphrase.count, "character")) is soon guessed: --new-passphrase makes a good one."
      )
    }
    return passphrase
  }

  private func askTwice() throws -> String {
    guard let first = Secret.ask("Passphrase:"), let second = Secret.ask("Once more:") else {
      throw Failure.usage("A passphrase is asked for on a terminal; elsewhere give --passphrase-fd.")
    }
    guard first == second else { throw Failure.usage("The two passphrases differ. Nothing was written.") }
    return first
  }
}
