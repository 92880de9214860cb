import Crypto

/// One way to the file key: a type, its arguments and a body.
struct AgeStanza {
  var arguments: [String]
  var body: [UInt8]

  var type: String { arguments.first ?? "" }
}

/// The header of an age file (C2SP age, "Header"): stanzas and a sum over them under the file key.
struct AgeHeader {
  static let firstLine = "age-encryption.org/v1"
  var stanzas: [AgeStanza]
  /// What the sum covers: all bytes up to and with the three dashes.
  private var covered: [UInt8]
  private var sum: [UInt8]

  // MARK: writing

  /// A header of these stanzas under this key.
  init(_ stanzas: [AgeStanza], fileKey: SymmetricKey) {
    var out = Array((AgeHeader.firstLine + "\n").utf8)
    for stanza in stanzas {
      out += Array("-> ".utf8) + Array(stanza.arguments.joined(separator: " ").utf8) + [0x0A]
      let body = Array(Base64.unpadded.encode(stanza.body).utf8)
      for start in stride(from: 0, through: body.count, by: 64) { out += body[start...].prefix(64) + [0x0A] }
    }
    out += Array("---".utf8)
    self.stanzas = stanzas
    covered = out
    sum = Array(HMAC<SHA256>.authenticationCode(for: out, using: AgeHeader.sumKey(fileKey)))
  }

  var bytes: [UInt8] { covered + [0x20] + Array(Base64.unpadded.encode(sum).utf8) + [0x0A] }

  // MARK: reading

  init(_ source: BufferedSource) throws {
    stanzas = []
    covered = []
    sum = []
    guard try next(source) == Array(AgeHeader.firstLine.utf8) else {
      throw AgeHeader.failure("it is not an age file of version 1")
    }
    while true {
      let start = covered.count
      let line = try next(source)
      if line.starts(with: Array("---".utf8)) {
        covered.removeSubrange((start + 3)...)
        sum = try AgeHeader.readSum(line)
        return
      }
      guard stanzas.count < Limits.ageStanzas else {
        throw AgeHeader.failure("it has more than \(Limits.ageStanzas) recipients")
      }
      stanzas.append(AgeStanza(arguments: try AgeHeader.arguments(line), body: try body(source)))
    }
  }

  private mutating func next(_ source: BufferedSource) throws -> [UInt8] {
    guard let line = try source.line(limit: Limits.ageHeaderBytes), line.isWhole else {
      throw AgeHeader.failure("its header ends early")
    }
    covered += line.bytes + [0x0A]
    guard covered.count <= Limits.ageHeaderBytes else { throw AgeHeader.failure("its header is longer than 1 MiB") }
    return line.bytes
  }

  /// `-> type argument …`, single spaces, visible characters.
  private static func arguments(_ line: [UInt8]) throws -> [String] {
    guard line.starts(with: Array("-> ".utf8)) else { throw failure("a line of its header is not a recipient's") }
    let arguments = line.dropFirst(3).split(separator: 0x20, omittingEmptySubsequences: false)
    guard arguments.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (33...126).contains($0) } }) else {
      throw failure("a recipient's line is not in its one form")
    }
    return arguments.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Lines of 64 characters of base64, then a shorter one.
  private mutating func body(_ source: BufferedSource) throws -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = try next(source)
      guard line.count <= 64, let bytes = Base64.unpadded.decode(line) else {
        throw AgeHeader.failure("a recipient's body is not base64 in lines of 64")
      }
      body += bytes
      if line.count < 64 { return body }
    }
  }

  private static func readSum(_ line: [UInt8]) throws -> [UInt8] {
    guard line.starts(with: Array("--- ".utf8)), let sum = Base64.unpadded.decode(line[4...]), sum.count == 32 else {
      throw failure("its header's sum is not in its one form")
    }
    return sum
  }

  /// Throws where the header is not the one that was written with this key.
  func check(_ fileKey: SymmetricKey) throws {
    let isRight = HMAC<SHA256>.isValidAuthenticationCode(
      sum, authenticating: covered, using: AgeHeader.sumKey(fileKey))
    if !isRight { throw AgeHeader.failure("its header has been changed") }
  }

  private static func sumKey(_ fileKey: SymmetricKey) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: fileKey, salt: [UInt8](), info: Array("header".utf8), outputByteCount: 32)
  }

  static func failure(_ what: String) -> BundleError { .encryption(what: what) }
}
