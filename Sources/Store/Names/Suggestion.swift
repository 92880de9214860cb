/// "Did you mean": the nearest of some known words.
package enum Suggestion {
  /// The word nearest to a misspelt one; nil where none is near: one slip in three letters, at most three.
  package static func nearest(_ word: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(Fold.fold(word).unicodeScalars.prefix(64))
    let allowed = min(3, max(1, wanted.count / 3))
    let ranked = known.map { ($0, distance(wanted, Array(Fold.fold($0).unicodeScalars.prefix(64)))) }
    let near = ranked.filter { $0.1 <= allowed }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    return near?.0
  }

  /// How many letters must be inserted, deleted, replaced or swapped with a neighbour (optimal string alignment).
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let replaced = rows[i][j] + (left[i] == right[j] ? 0 : 1)
        var best = min(replaced, rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
