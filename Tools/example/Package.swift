// swift-tools-version: 6.2
import PackageDescription

/// A program on the library alone. `Tools/example/try` gives it a tagged clone to depend on.
let clone = Context.environment["AFTERWORD_CLONE"] ?? "/usr/src/afterword"

let package = Package(
  name: "due",
  dependencies: [.package(url: "file://\(clone)", exact: "0.1.0")],
  targets: [
    .executableTarget(
      name: "due", dependencies: [.product(name: "Afterword", package: "afterword")], path: ".",
      exclude: ["README.md", "try"], sources: ["main.swift"])
  ]
)
