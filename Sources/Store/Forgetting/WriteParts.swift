import BundleFile
import Merge

extension [CellWrite] {
  /// Pieces, in order, of no more than this weight, or of one write.
  func parts(of most: Int) -> [[CellWrite]] {
    var parts: [[CellWrite]] = []
    var weight = Int.max / 2
    for write in self {
      let next = Change(write.subject, write.field, write.operation).weight
      if weight + next > most {
        parts.append([])
        weight = 0
      }
      parts[parts.count - 1].append(write)
      weight += next
    }
    return parts
  }
}
