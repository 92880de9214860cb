/// Rows that were shown before and came out different.
struct ProjectionEffect {
  /// Rows that are new with what was taken in: nothing of them is overwritten.
  var born: Set<Int64> = []
  private(set) var changed: Set<Int64> = []
  var removed: Set<Int64> = []

  mutating func change(_ id: Int64) { if !born.contains(id) { changed.insert(id) } }
  mutating func remove(_ id: Int64) { if !born.contains(id) { removed.insert(id) } }
}
