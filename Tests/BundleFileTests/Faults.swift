import BundleFile
import HostileCorpus

extension TextBundle {
  /// What reading it throws; nil where it is accepted.
  func fault(end changes: String? = "{}", container: ContainerRule = .strict) throws -> BundleError? {
    let file = try file(end: changes)
    do {
      _ = try read(file, container: container)
      return nil
    } catch let error as BundleError {
      return error
    }
  }
}

extension BundleError {
  /// The error's case, for tests that care for no place.
  var name: String { String(describing: Mirror(reflecting: self).children.first?.label ?? "noMatchingKey") }
  var isDamaged: Bool { name == "damaged" }
}
