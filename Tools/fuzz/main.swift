import Foundation

/// `fuzz notes N [SEED]`: N inputs, one line at the end; exit 1 with the input as base64 where a law breaks.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.first == "notes", let count = arguments.dropFirst().first.flatMap({ Int($0) }) else {
  FileHandle.standardError.write(Data("usage: fuzz notes N [SEED]\n".utf8))
  exit(2)
}
let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures")
let seeds = ["Notes", "MoreNotes"].map { fixtures.appending(path: $0) }.flatMap { folder in
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { !$0.hasSuffix(".json") }.sorted().compactMap {
    try? [UInt8](Data(contentsOf: folder.appending(path: $0)))
  }
}
var fuzz = NotesFuzz(seeds: seeds, seed: seed)
do {
  try fuzz.run(count) { done in FileHandle.standardError.write(Data("\(done) inputs\n".utf8)) }
  print("\(count) inputs, seed \(seed), \(seeds.count) notes to start from: every law held")
} catch let failure as FuzzFailure {
  print("input \(failure.number), seed \(seed): not so: \(failure.law)\n\(Data(failure.input).base64EncodedString())")
  exit(1)
}
