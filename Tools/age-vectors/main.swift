import BundleFile
import Glibc

// Decrypts one file: age-vectors FILE IDENTITY-FILE, with passphrases on descriptor 3, one a line; the plain bytes go to
// standard output as far as they are authenticated. Exits 1 with a message where the file cannot be opened.

/// All lines that can be read from the descriptor.
func lines(of descriptor: Int32) -> [String] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count <= 0 { break }
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

func decrypt(_ file: InputFile, _ unlock: AgeUnlock) throws {
  let reader = try AgeReader(file.source(), unlock)
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = try buffer.withUnsafeMutableBytes { try reader.read(into: $0) }
    if count == 0 { return }
    guard write(1, buffer, count) == count else {
      throw BundleError.file(path: "-", what: "writing failed", code: errno)
    }
  }
}

func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count == 3 else {
    throw BundleError.file(path: "age-vectors", what: "give FILE and IDENTITY-FILE", code: 0)
  }
  let file = try InputFile(arguments[1])
  let keys = try InputFile(arguments[2])
  if let passphrase = lines(of: 3).first { return try decrypt(file, .passphrase(passphrase)) }
  let text = String(decoding: try keys.prefix(keys.size), as: UTF8.self)
  try decrypt(file, .identities(try AgeKeyFile.parse(text)))
}

do {
  try run()
} catch {
  let message = Array("\(error)\n".utf8)
  write(2, message, message.count)
  exit(1)
}
