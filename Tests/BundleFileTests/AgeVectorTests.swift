import BundleFile
import CZlib
import Crypto
import Testing

/// The test vectors of C2SP/CCTV: a text header of `key: value` lines, an empty line, and the age file.
private struct AgeVector {
  var expect = ""
  var payload: String?
  var identities: [String] = []
  var passphrase: String?
  var file: [UInt8]

  init(_ path: String) throws {
    let input = try InputFile(path)
    let bytes = try input.prefix(input.size)
    let split = bytes.indices.first { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A } ?? 0
    file = Array(bytes[(split + 2)...])
    for line in String(decoding: bytes[..<split], as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      let value = parts[1].dropFirst()
      switch parts[0] {
      case "expect": expect = String(value)
      case "payload": payload = String(value)
      case "identity": identities.append(String(value))
      case "passphrase": passphrase = passphrase ?? String(value)
      case "compressed": file = AgeVector.inflated(file)
      default: break
      }
    }
  }

  private static func inflated(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 1 << 25)
    var count = UInt(out.count)
    uncompress(&out, &count, bytes, UInt(bytes.count))
    return Array(out[..<Int(count)])
  }

  /// What is released before the end or the first error, and whether it was the end.
  func open() -> (released: [UInt8], isWhole: Bool) {
    var released: [UInt8] = []
    do {
      let unlock =
        try passphrase.map { AgeUnlock.passphrase($0) }
        ?? .identities(try AgeKeyFile.parse(identities.joined(separator: "\n")))
      let reader = try AgeReader(memorySource(file), unlock)
      var buffer = [UInt8](repeating: 0, count: 50_000)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try reader.read(into: $0) }
        if count == 0 { return (released, true) }
        released += buffer[..<count]
      }
    } catch {
      return (released, false)
    }
  }
}

@Suite struct `Files of the age format` {
  @Test(
    .enabled(
      if: SharedFiles.has("age/testdata"),
      "the vectors are neither at $AFTERWORD_SUITES/age/testdata nor at ../shared/age/testdata"))
  func `all vectors end as they say; post-quantum ones are refused`() throws {
    let folder = try #require(SharedFiles.folder("age/testdata"))
    let names = SharedFiles.names(folder)
    #expect(names.count == 143)
    for name in names {
      let vector = try AgeVector(folder + "/" + name)
      let (released, isWhole) = vector.open()
      if name.contains("hybrid") {
        #expect(!isWhole && released.isEmpty, "\(name)")
        continue
      }
      #expect(isWhole == (vector.expect == "success"), "\(name)")
      if let payload = vector.payload {
        let digest = SHA256.hash(data: released).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(digest == payload, "\(name)")
      }
    }
  }
}
