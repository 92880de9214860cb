/// The same store through other hands, as a shell would run them.
struct OtherBackups {
  let bench: BackupBench

  func run() throws {
    let path = bench.scratch.path
    let dump = "sqlite3 \(path)/large.sqlite .dump"
    try measure("sqlite3 .dump | gzip -6", ["sqlite3", "gzip"], "\(dump) | gzip -6 > \(path)/other")
    try measure("sqlite3 .dump | pigz -6", ["sqlite3", "pigz"], "\(dump) | pigz -6 > \(path)/other")
    try measure("sqlite3 .dump piped back", ["sqlite3"], "\(dump) | sqlite3 \(path)/back.sqlite")
    bench.remove("back.sqlite")
    try measure(
      "restic backup", ["restic"],
      "export RESTIC_PASSWORD=x; restic -q init -r \(path)/r && restic -q backup -r \(path)/r \(path)/large.sqlite")
    try measure(
      "borg create zlib,6", ["borg"],
      "borg init -e none \(path)/b && borg create -C zlib,6 \(path)/b::a \(path)/large.sqlite")
  }

  private func measure(_ figure: String, _ programs: [String], _ command: String) throws {
    guard programs.allSatisfy(Child.isInstalled) else {
      return print("{\"bench\":\"bundle\",\"figure\":\"\(figure)\",\"skipped\":\"not installed\"}")
    }
    try bench.measure(figure, ["bash", "-c", "set -o pipefail; " + command]) { bench.remove("back.sqlite", "r", "b") }
    if bench.scratch.size(of: "other") > 0 { bench.printSize(figure, "other") }
    bench.remove("other")
  }
}
