import BundleFile
import Foundation
import Model

@testable import Store

extension Laptop {
  /// A path in this machine's folder.
  func path(_ name: String) -> String { folder + "/" + name }

  @discardableResult
  func export(_ name: String, _ scope: ExportScope = .everything, replace: Bool = false) throws -> String {
    _ = try store.export(to: path(name), scope, replace: replace)
    return path(name)
  }

  @discardableResult
  func take(_ path: String, consent: ImportConsent = .yes) throws -> ImportReport {
    try store.importBundles([try BundleInput(path)], consent: consent)
  }

  @discardableResult
  func sync(
    _ shared: String, encrypts: Bool? = false, mayBeEmpty: Bool = false, mixesStrangers: Bool = true
  ) throws -> SyncReport {
    let keys = try KeyRing(store.environment).identities()
    return try store.sync(
      shared,
      SyncOptions(
        encrypts: encrypts, consent: .yes, mayBeEmpty: mayBeEmpty, unlocking: Unlocking(identities: keys),
        mixesStrangers: mixesStrangers))
  }

  func view() throws -> [String] { try store.view() }
}

extension Store {
  /// All that is shown: every row of every kind with its values, and every conflict.
  func view() throws -> [String] {
    try read { session in
      var lines: [String] = []
      for kind in Registry.kinds {
        lines += try session.shownRows(kind).map { row in
          "\(row.subject) \(row.state) \(row.contents.map { "\($0.field.name)=\($0.content)" })"
        }
      }
      return lines.sorted() + (try session.conflicts().map { "\($0.subject) \($0.about)" })
    }
  }
}

/// A folder of its own that goes away with it.
final class SharedFolder {
  let path = NSTemporaryDirectory() + "afterword-shared-" + UUID().uuidString

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

  func file(_ name: String) -> String { path + "/" + name }
}
