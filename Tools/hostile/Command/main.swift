import Glibc
import HostileCorpus

// hostile make DIR             writes the corpus and expected.tsv (name, verdict, why)
// hostile run DIR COMMAND…     runs COMMAND FILE for each and checks its exit status, that it takes under 2 seconds and
//                              100 MB, and that a refusal is one line of reason. Exit status 0 or 5 (an answer is needed)
//                              is acceptance, 3 refusal, which must leave the store that AFTERWORD_STORE names as it was.
// hostile fuzz FILE N SEED     reads N random changes of a sound bundle in this process

let arguments = Array(CommandLine.arguments.dropFirst())

func fail(_ message: String) -> Never {
  let bytes = Array((message + "\n").utf8)
  write(2, bytes, bytes.count)
  exit(2)
}

do {
  switch arguments.first {
  case "make" where arguments.count == 2: try make(in: arguments[1])
  case "run" where arguments.count >= 3:
    let failures = try Runner(folder: arguments[1], command: Array(arguments[2...])).run()
    exit(failures == 0 ? 0 : 1)
  case "fuzz" where arguments.count == 4:
    guard let rounds = Int(arguments[2]), let seed = UInt64(arguments[3]) else { fail("N and SEED are numbers") }
    var unnoticed = 0
    try Fuzz.run(try bytes(at: arguments[1]), rounds: rounds, seed: seed) { message in
      unnoticed += 1
      print(message)
    }
    print("\(rounds) read, \(unnoticed) unnoticed")
    exit(unnoticed == 0 ? 0 : 1)
  default: fail("usage: hostile make DIR | hostile run DIR COMMAND… | hostile fuzz FILE N SEED")
  }
} catch {
  fail("\(error)")
}
