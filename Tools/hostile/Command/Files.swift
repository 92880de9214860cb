import Glibc
import HostileCorpus

/// A file operation that failed.
struct FileFailure: Error, CustomStringConvertible {
  var path: String
  var description: String { "\(path): \(String(cString: strerror(errno)))" }
}

/// Writes all hostile files and the list of what is expected of them.
func make(in folder: String) throws {
  mkdir(folder, 0o755)
  let files = try HostileFile.all()
  for file in files { try put(file.bytes, at: folder + "/" + file.name) }
  let table = files.map { "\($0.name)\t\($0.verdict.rawValue)\t\($0.why)\n" }.joined()
  try put(Array(table.utf8), at: folder + "/expected.tsv")
  print("\(files.count) files")
}

private func put(_ bytes: [UInt8], at path: String) throws {
  guard let file = fopen(path, "w") else { throw FileFailure(path: path) }
  defer { fclose(file) }
  guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw FileFailure(path: path) }
}

/// The lines of a text file.
func lines(at path: String) throws -> [String] {
  try bytes(at: path).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
}

/// A whole file.
func bytes(at path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else { throw FileFailure(path: path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}
