package import BundleFile
package import Merge

/// A bundle file, opened once and read as often as needed.
package struct OpenedBundle {
  package let path: String
  /// Bytes of the file.
  package let size: Int
  private let file: InputFile
  /// Told of each stretch of bytes read.
  private let progress: (Int) -> Void

  /// - Throws: `BundleRefusal.otherForm`, `BundleError.file` where it cannot be opened.
  package init(_ path: String, links: InputFile.Links = .follow, progress: @escaping (Int) -> Void = { _ in }) throws {
    let file = try InputFile(path, links: links)
    let form = FileForm(firstBytes: try file.prefix(32))
    guard form.isBundle else { throw BundleRefusal.otherForm(path: path, form) }
    self.path = path
    self.file = file
    self.progress = progress
    size = file.size
  }

  /// Checks all of it and gives its transactions while doing so.
  ///
  /// - Throws: `BundleRefusal.faulty`; what `transaction` throws.
  package func read(_ transaction: (Transaction) throws -> Void = { _ in }) throws -> BundleReport {
    try named { try BundleReader.read(source(), transaction: transaction) }
  }

  /// What it says of itself, unproven.
  package func head() throws -> BundleHead { try named { try BundleReader.head(source()) } }

  /// Checks all sums, which prove that the bytes are those that were written, without looking at the changes.
  package func checkSums() throws -> (head: BundleHead, contentID: String) {
    try named { try BundleReader.checkSums(source()) }
  }

  private func source() -> ByteSource {
    let bytes = file.source()
    return { buffer in
      let count = try bytes(buffer)
      progress(count)
      return count
    }
  }

  /// Faults of the content with the file's name; those of the file itself have it already.
  private func named<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as BundleError {
      if case .file = error { throw error }
      throw BundleRefusal.faulty(path: path, error)
    }
  }
}
