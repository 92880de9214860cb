import BundleFile
import Glibc
import HostileCorpus
import SeededNumbers
import Testing

private func encrypted(_ plain: [UInt8], _ lock: AgeLock) throws -> [UInt8] {
  var out: [UInt8] = []
  let writer = try AgeWriter(lock, random: Randomness.bytes) { out.append(contentsOf: $0) }
  for start in stride(from: 0, to: plain.count, by: 40_000) {
    try plain[start..<min(start + 40_000, plain.count)].withUnsafeBytes(writer.write)
  }
  try writer.finish()
  return out
}

private func decrypted(_ file: [UInt8], _ unlock: AgeUnlock) throws -> [UInt8] {
  let reader = try AgeReader(memorySource(file), unlock)
  var out: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 70_000)
  while true {
    let count = try buffer.withUnsafeMutableBytes { try reader.read(into: $0) }
    if count == 0 { return out }
    out += buffer[..<count]
  }
}

private func identity(_ seed: UInt8) throws -> AgeIdentity {
  try #require(AgeIdentity(random: [UInt8](repeating: seed, count: 32)))
}

/// Runs a program and returns its exit status; nil where it is not installed.
private func run(_ arguments: [String]) -> Int32? {
  var child: pid_t = 0
  var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  guard posix_spawnp(&child, arguments[0], nil, nil, &pointers, environ) == 0 else { return nil }
  var status: Int32 = 0
  waitpid(child, &status, 0)
  return status >> 8 & 0xFF == 127 ? nil : status
}

private let hasAge = access("/usr/bin/age", X_OK) == 0
#if DEBUG
  private let isOptimised = false
#else
  private let isOptimised = true
#endif
private let sizes = [0, 1, 65_535, 65_536, 65_537, 131_072]

@Suite struct `Encryption` {
  @Test(arguments: sizes)
  func `what was encrypted for a recipient comes back, and for nobody else`(size: Int) throws {
    let plain = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let (mine, theirs, other) = (try identity(1), try identity(2), try identity(3))
    let file = try encrypted(plain, .recipients([mine.recipient, theirs.recipient]))
    #expect(try decrypted(file, .identities([mine])) == plain)
    #expect(try decrypted(file, .identities([other, theirs])) == plain)
    #expect(throws: BundleError.noMatchingKey) { try decrypted(file, .identities([other])) }
  }

  @Test func `a passphrase opens what it locked, another one does not`() throws {
    let file = try encrypted([1, 2, 3], .passphrase("correct horse", logN: 10))
    #expect(try decrypted(file, .passphrase("correct horse")) == [1, 2, 3])
    #expect(throws: BundleError.wrongPassphrase) { try decrypted(file, .passphrase("Correct horse")) }
  }

  @Test func `every prefix and every changed byte is refused, and nothing unauthenticated comes out`() throws {
    let key = try identity(4)
    let file = try encrypted(Array("the plain text".utf8), .recipients([key.recipient]))
    for length in file.indices {
      #expect(throws: BundleError.self) { try decrypted(Array(file[..<length]), .identities([key])) }
    }
    for index in file.indices {
      var changed = file
      changed[index] ^= 1
      #expect(throws: BundleError.self, "byte \(index)") { try decrypted(changed, .identities([key])) }
    }
  }

  @Test func `a header beyond the limits is refused`() throws {
    let stanza = "-> X \n"
    let many = "age-encryption.org/v1\n" + String(repeating: "-> X\n\n", count: Limits.ageStanzas + 1)
    let long = "age-encryption.org/v1\n-> " + String(repeating: "x", count: Limits.ageHeaderBytes) + "\n"
    for text in [stanza, many, long] {
      #expect(throws: BundleError.self) { try decrypted(Array(text.utf8), .passphrase("x")) }
    }
  }

  @Test func `keys are written and read in age's own form`() throws {
    let key = try identity(5)
    #expect(key.secret.hasPrefix("AGE-SECRET-KEY-1"))
    #expect(AgeIdentity(key.secret)?.recipient == key.recipient)
    #expect(AgeRecipient(key.recipient.description) == key.recipient)
    #expect(try AgeKeyFile.parse(AgeKeyFile.text(key)).map(\.recipient) == [key.recipient])
    #expect(AgeRecipient("age1qqqq") == nil)
    #expect(AgeIdentity(key.secret.lowercased()) == nil)
    #expect(throws: BundleError.self) { try AgeKeyFile.parse("# nothing\n") }
    #expect(throws: BundleError.self) { try AgeKeyFile.parse("AGE-SECRET-KEY-1XX\n") }
  }

  @Test(.enabled(if: hasAge, "age is not installed"), arguments: sizes + [50_000_000])
  func `age opens our files and we open age's`(size: Int) throws {
    let folder = TestFolder()
    let key = try identity(6)
    let plain = [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      for index in 0..<size { bytes[index] = UInt8(truncatingIfNeeded: index &* 7) }
      count = size
    }
    folder.put("key", AgeKeyFile.text(key))
    folder.put("ours.age", bytes: try encrypted(plain, .recipients([key.recipient])))
    folder.put("plain", bytes: plain)
    let path = folder.path
    // The program makes no file for an empty text.
    folder.put("out", "")
    #expect(run(["age", "-d", "-i", path + "/key", "-o", path + "/out", path + "/ours.age"]) == 0)
    #expect(try folder.bytes("out") == plain)
    // Armor is read by the letter, which takes long without optimisation.
    for form in size > 1 << 20 ? [[]] : [[], ["-a"]] {
      let arguments = ["age"] + form + ["-r", key.recipient.description, "-o", path + "/theirs.age", path + "/plain"]
      #expect(run(arguments) == 0)
      #expect(try decrypted(folder.bytes("theirs.age"), .identities([key])) == plain)
    }
  }

  @Test(
    .enabled(
      if: hasAge && SharedFiles.has("age"), "age is missing, or its suite at $AFTERWORD_SUITES/age or ../shared/age"))
  func `age opens what our passphrase locked`() throws {
    let folder = TestFolder()
    let script = try #require(SharedFiles.folder("age")) + "/agepw.py"
    folder.put("ours.age", bytes: try encrypted(Array("ours".utf8), .passphrase("six little words", logN: 10)))
    let arguments = ["python3", script, "dec", "six little words", folder.path + "/ours.age", folder.path + "/out"]
    #expect(run(arguments) == 0)
    #expect(try folder.text("out") == "ours")
  }

  @Test(
    .enabled(
      if: hasAge && SharedFiles.has("age"), "age is missing, or its suite at $AFTERWORD_SUITES/age or ../shared/age"),
    .enabled(if: isOptimised, "2^18 rounds take seconds in a debug build"))
  func `we open what a passphrase locked in age`() throws {
    let folder = TestFolder()
    let script = try #require(SharedFiles.folder("age")) + "/agepw.py"
    folder.put("plain", "theirs")
    let arguments = ["python3", script, "enc", "six little words", folder.path + "/plain", folder.path + "/theirs.age"]
    #expect(run(arguments) == 0)
    #expect(try decrypted(folder.bytes("theirs.age"), .passphrase("six little words")) == Array("theirs".utf8))
  }

  @Test func `an encrypted bundle is written, read back and opened; its plain text is nowhere`() throws {
    let folder = TestFolder()
    let key = try identity(7)
    var maker = HistoryMaker(seed: 31)
    maker.addStream(transactions: 10)
    let (head, transactions) = maker.bundle()
    let path = folder.path + "/b.afterword.age"
    let packing = BundleOnDisk.Packing(lock: .recipients([key.recipient]))
    let report = try BundleOnDisk.write(head, to: path, packing: packing) { append in
      for transaction in transactions { try append(transaction) }
    }
    #expect(folder.names == ["b.afterword.age"])
    let opened = try OpenedBundle(path, unlock: .identities([key]))
    #expect(opened.kind == .encrypted)
    #expect(try opened.read() == report)
    #expect(throws: BundleError.self) { try OpenedBundle(path) }
  }

  @Test func `a generated passphrase is six of 2,048 words, chosen by the random bytes alone`() {
    #expect(Passphrase.generate(random: { _ in [UInt8](repeating: 0, count: 12) }) == "able-able-able-able-able-able")
    #expect(Passphrase.generate(random: { _ in [UInt8](repeating: 255, count: 12) }).hasPrefix("zoo-"))
    var random = SplitMix(seed: 1)
    var seen: Set<Substring> = []
    for _ in 0..<4000 {
      let words = Passphrase.generate { count in (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) } }
        .split(separator: "-")
      #expect(words.count == 6)
      seen.formUnion(words)
    }
    #expect(seen.count == 2048)
  }
}
