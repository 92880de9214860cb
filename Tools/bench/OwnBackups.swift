import BundleFile
import Foundation

/// The program's own commands on the large store.
struct OwnBackups {
  let bench: BackupBench
  let program: String
  let addThousandChanges: () throws -> Void

  func run() throws {
    try measure("export", "export", bench.file("large.afterword")) { bench.remove("large.afterword") }
    bench.printSize("export", "large.afterword")
    try measure("export --fast", "export", bench.file("fast.afterword"), "--fast") { bench.remove("fast.afterword") }
    bench.printSize("export --fast", "fast.afterword")
    bench.remove("fast.afterword")
    try measure("import all known", "import", bench.file("large.afterword"))
    try measure("restore", "restore", bench.file("large.afterword"), store: "restored") {
      bench.remove("restored.sqlite")
    }
    bench.remove("restored.sqlite")
    try measure("import into an empty store", "import", bench.file("large.afterword"), store: "imported") {
      bench.remove("imported.sqlite")
    }
    bench.remove("imported.sqlite")
    try addThousandChanges()
    try measure(
      "delta of 1,000 changes", "export", bench.file("delta.afterword"), "--since", bench.file("large.afterword")
    ) { bench.remove("delta.afterword") }
  }

  func speedOfVerify() throws {
    let verify = try measure("verify", "verify", bench.file("large.afterword"))
    let text = Double(try OpenedBundle(bench.file("large.afterword")).read().bytes) / 1e6
    bench.print("verify", text / verify.wall, "MB/s of text")
  }

  @discardableResult
  private func measure(
    _ figure: String, _ arguments: String..., store: String = "large", prepare: () throws -> Void = {}
  ) throws -> Child {
    let environment = [
      "AFTERWORD_STORE": bench.file(store + ".sqlite"), "XDG_STATE_HOME": bench.file("state"), "HOME": bench.file(""),
    ]
    return try bench.measure(figure, [program] + arguments + ["-q"], environment, prepare: prepare)
  }
}
