package import Merge

/// What a bundle says of itself, once its sums were checked.
package struct BundleSums: Sendable {
  package let head: BundleHead
  package let contentID: String
  package let seal: BundleSeal
}

/// Looks at a bundle without decoding its changes.
extension OpenedBundle {
  /// The first line, unproven: only sums or `read` show that the rest is there.
  package func head() throws -> BundleHead { try BundleReader.head(lines()) }

  /// Checks the container's sums and that all text hashes to what the last line says: the bytes are those once written.
  package func checkSums() throws -> BundleSums { try BundleReader.checkSums(lines()) }

  /// See `BundleReader.salvage`.
  package func salvage(
    transaction: (Transaction) throws -> Void, loose: (LooseTransaction) throws -> Void
  ) throws -> SalvageReport {
    var damaged = AgeReader.Damage.isRefused
    return try BundleReader.salvage(
      {
        defer { damaged = .isZeroed }
        return try plain(damaged)
      }, container: container, transaction: transaction, loose: loose)
  }

  private func lines() throws -> LineReader { BundleReader.lines(try plain(), container) }
}

extension BundleReader {
  fileprivate static func head(_ reader: LineReader) throws -> BundleHead {
    var head: BundleHead?
    do {
      try reader.forEach { line in
        head = try decodeHead(line)
        throw HeadFound()
      }
    } catch is HeadFound {}
    guard let head else { throw BundleError.notABundle(what: "it holds no text") }
    return head
  }

  fileprivate static func checkSums(_ reader: LineReader) throws -> BundleSums {
    var head: BundleHead?
    var found: BundleSums?
    try reader.forEach { line in
      let place = Place(line: reader.lines + 1, byte: reader.bytes)
      guard found == nil else { throw BundleError.inconsistent(place, what: "there is more after the last line") }
      if head == nil { head = try decodeHead(line) }
      guard LineType(of: line) == .end else { return }
      let digest = reader.digest
      guard line.hasSuffix("\"sha256\":\"\(digest)\",\"t\":\"end\"}") else {
        throw BundleError.damaged(place, what: "the sums of the last line do not hold")
      }
      do {
        found = try head.map { BundleSums(head: $0, contentID: digest, seal: try EndLine.seal(JSONCursor(line), $0)) }
      } catch let fault as LineFault {
        throw BundleError(fault, line: place.line ?? 0, start: place.byte)
      }
    }
    guard head != nil else { throw BundleError.notABundle(what: "it holds no text") }
    guard let found else { throw BundleError.incomplete(reader.place) }
    return found
  }

  private struct HeadFound: Error {}

  private static func decodeHead(_ line: UnsafeBufferPointer<UInt8>) throws -> BundleHead {
    guard LineType(of: line) == .head, line.count < Limits.headBytes, UTF8Check.isValid(line) else {
      throw BundleError.notABundle(what: "its first line is not a bundle's")
    }
    var cursor = JSONCursor(line)
    do {
      let head = try HeadLine.decode(&cursor)
      try cursor.expectEnd()
      return head
    } catch let fault as LineFault {
      throw BundleError(fault, line: 1, start: 0)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    let suffix = Array(text.utf8)
    return count > suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
