import ArgumentParser
import Foundation
import Model

/// What a store is written out as.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case bundle, csv, json, markdown, vcard, calendar

  /// By the end of the file's name. A name without an end, or of one's own for bundles, is a bundle's.
  private static let suffixes: [(suffix: String, format: ExportFormat)] = [
    ("afterword", .bundle), ("age", .bundle), ("csv", .csv), ("json", .json), ("md", .markdown), ("vcf", .vcard),
    ("ics", .calendar),
  ]

  /// - Throws: `Failure.usage` for an end that is no known format's: a bundle under it would puzzle who opens it.
  static func of(_ file: String) throws -> ExportFormat {
    let suffix = (file as NSString).pathExtension.lowercased()
    if let known = suffixes.first(where: { $0.suffix == suffix }) { return known.format }
    guard !suffix.isEmpty else { return .bundle }
    if ["html", "htm"].contains(suffix) {
      throw Failure.usage(
        "A page to look at is made by `\(ShellCommand("page", file))`; a copy for a coach by "
          + "`\(ShellCommand("export", file, "--redact"))`.")
    }
    throw Failure.usage(
      "A file that ends in .\(suffix) is of no format that is written. Known: "
        + suffixes.map { ".\($0.suffix)" }.joined(separator: ", ") + "; for any other name say --format "
        + allCases.map(\.rawValue).joined(separator: ", ") + ".")
  }
}
