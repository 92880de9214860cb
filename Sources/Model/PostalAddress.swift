/// The lines of a postal address, from the parts in which cards hold one.
package enum PostalAddress {
  /// - Parameter parts: box, further, street, place, region, code, country (RFC 6350, §6.3.1). A code of digits stands before
  ///   the place, where no region is named.
  package static func lines(_ parts: [String]) -> String {
    let parts = parts + Array(repeating: "", count: max(0, 7 - parts.count))
    let (place, region, code) = (parts[3], parts[4], parts[5])
    let isBefore = region.isEmpty && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let town = (isBefore ? [code, place] : [place, region, code]).filter { !$0.isEmpty }
    return (parts[..<3] + [town.joined(separator: isBefore ? " " : ", ")] + parts[6...])
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
