// swift-tools-version: 6.2
import PackageDescription

/// One strict array for all targets: warnings are errors, imports say what they expose.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What `--version` names: Tools/install and Tools/test set it, and a build of anything but a checkout has none.
let commit = Context.environment["AFTERWORD_COMMIT"] ?? ""

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// The scorer and its trainer are arithmetic over whole papers: without the optimiser they take fifty times as long.
let optimised = strict + [.unsafeFlags(["-O"])]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "afterword",
  products: [
    .library(name: "Afterword", targets: ["Afterword"]),
    .executable(name: "afterword", targets: ["AfterwordCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CBuild", cSettings: [.define("AFTERWORD_COMMIT", to: "\"\(commit)\"")]),
    module("Model"),
    module("Merge", ["Model", crypto], exclude: ["MODEL.md"]),
    .target(name: "CNotesData", exclude: ["data"]),
    .target(name: "Weights", exclude: ["reader.model"]),
    .target(name: "Scorer", dependencies: ["Weights"], swiftSettings: optimised),
    module("Notes", ["Model", "CNotesData", "Scorer"], exclude: ["Languages", "READING.md"]),
    module("Playbook", ["Model"], exclude: ["PRACTICE.md"]),
    module("Formats", ["Model"]),
    module("BundleFile", ["Model", "Merge", "CZlib", crypto, cryptoExtras], exclude: ["FORMAT.md"]),
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),
    .executableTarget(
      name: "age-vectors", dependencies: ["BundleFile"], path: "Tools/age-vectors", swiftSettings: strict),
    .target(
      name: "HostileCorpus", dependencies: ["Model", "Merge", "BundleFile", "CZlib", "SeededNumbers", crypto],
      path: "Tools/hostile/Corpus", swiftSettings: strict),
    .executableTarget(
      name: "hostile", dependencies: ["HostileCorpus"], path: "Tools/hostile/Command", swiftSettings: strict),
    module("Store", ["Model", "Merge", "Notes", "Playbook", "Formats", "BundleFile", grdb, sqlite, crypto]),
    // Where case does not count in file names, a module and a folder of the library's own name would be one with these.
    .executableTarget(
      name: "AfterwordCommand",
      dependencies: ["CBuild", "Model", "Merge", "Notes", "Formats", "BundleFile", "Store", arguments],
      path: "Sources/afterword", swiftSettings: strict),
    .target(
      name: "Afterword", dependencies: ["Model", "Merge", "Playbook", "BundleFile", "Store"], path: "Sources/Library",
      swiftSettings: strict),
    .executableTarget(
      name: "example", dependencies: ["Afterword"], path: "Tools/example",
      exclude: ["Package.swift", "README.md", "try"],
      swiftSettings: strict),
    .executableTarget(
      name: "bench",
      dependencies: ["Model", "Merge", "Store", "BundleFile", "Notes", "Playbook", "SeededNumbers", grdb, arguments],
      path: "Tools/bench", swiftSettings: strict),
    .target(
      name: "MarkedPapers", dependencies: ["Model", "Notes"], path: "Tests/MarkedPapers", swiftSettings: strict),
    .executableTarget(
      name: "notes", dependencies: ["Model", "Notes", "Scorer", "MarkedPapers", arguments], path: "Tools/notes",
      exclude: ["README.md", "classes.py", "terse.py", "terse.templates"], swiftSettings: optimised),
    .executableTarget(
      name: "histories", dependencies: ["MergeTestSupport", "StoreTestSupport"], path: "Tools/histories",
      swiftSettings: strict),
    .target(
      name: "NotesTestSupport", dependencies: ["Notes"], path: "Tests/NotesTestSupport", swiftSettings: strict),
    .executableTarget(
      name: "fuzz", dependencies: ["Model", "Notes", "NotesTestSupport", "SeededNumbers"], path: "Tools/fuzz",
      swiftSettings: strict),
    tests("ModelTests", ["Model"]),
    .target(
      name: "MergeTestSupport", dependencies: ["Model", "Merge", "SeededNumbers"], path: "Tests/MergeTestSupport",
      swiftSettings: strict),
    tests("MergeTests", ["Model", "Merge", "MergeTestSupport"]),
    .target(
      name: "StoreTestSupport", dependencies: ["Model", "Merge", "BundleFile", "Store", "MergeTestSupport"],
      path: "Tests/StoreTestSupport", swiftSettings: strict),
    tests(
      "StoreTests",
      [
        "Model", "Merge", "Notes", "BundleFile", "HostileCorpus", "Playbook", "Formats", "Store", "MergeTestSupport",
        "StoreTestSupport", "SeededNumbers", grdb,
      ]),
    tests("AfterwordTests", ["Afterword", "example", "SeededNumbers"]),
    tests("CommandTests", ["AfterwordCommand", "SeededNumbers"]),
    tests("NotesTests", ["Model", "Notes", "Scorer", "MarkedPapers", "NotesTestSupport", "SeededNumbers"]),
    tests("PlaybookTests", ["Model", "Playbook", "SeededNumbers"]),
    tests("FormatsTests", ["Model", "Formats", "SeededNumbers"]),
    tests("BundleFileTests", ["Model", "Merge", "BundleFile", "HostileCorpus", "CZlib", "SeededNumbers", crypto]),
  ],
  // `#embed` is C23.
  cLanguageStandard: .c2x
)
