/// Why a stretch was taken for what it is: the features that speak most for it.
extension Scorer {
  private static let most = 5

  /// The features of a stretch by what they add to its field over what they add to "outside", greatest first.
  func reasons(_ span: ScoredSpan, _ page: Page, _ features: Features) -> [String] {
    guard let (outside, begin) = Self.labels(of: span.field) else { return [] }
    var sums: [UInt32: Float] = [:]
    for unit in features.units {
      let shared = unit.pieces.clamped(to: Int32(span.pieces.lowerBound)..<Int32(span.pieces.upperBound))
      guard !shared.isEmpty else { continue }
      for place in unit.features {
        let hash = features.hashes[Int(place)]
        for (label, weight) in model.emissions.weights(hash) {
          let share = weight * Float(shared.count) / Float(span.pieces.count)
          if label == begin || label == begin + 1 { sums[hash, default: 0] += share / 2 }
          if label == outside { sums[hash, default: 0] -= share }
        }
      }
    }
    return named(sums, page, features)
  }

  /// The same for the sort of paper.
  func reasons(kind: Int, _ page: Page) -> [String] {
    var features = Features()
    features.isNaming = true
    PaperFeatures(page: page).write(&features)
    var sums: [UInt32: Float] = [:]
    for hash in features.hashes {
      for (label, weight) in model.kinds.weights(hash) where label == kind { sums[hash, default: 0] += weight }
    }
    return named(sums, page, features)
  }

  private static func labels(of field: String) -> (outside: Int, begin: Int)? {
    if let place = Labels.entities.firstIndex(of: field) { return (0, 2 * place + 1) }
    let split = Labels.count(Labels.entities)
    return Labels.clauses.firstIndex(of: field).map { (split, split + 2 * $0 + 1) }
  }

  private func named(_ sums: [UInt32: Float], _ page: Page, _ features: Features) -> [String] {
    let words = words(page)
    return sums.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.most).filter { $0.value > 0 }.map {
      hash, _ in
      guard let (name, value) = features.names[hash] else { return "" }
      return words[value].map { "\(name.text) \"\($0)\"" } ?? name.text
    }
  }

  /// The page's words by what features are of.
  private func words(_ page: Page) -> [UInt32: String] {
    var words: [UInt32: String] = [:]
    var last: Piece?
    for piece in page.pieces where piece.kind != .newline {
      let own = text(page, piece)
      words[piece.key] = own
      for distance in UInt32(6)...10 { words[Hash.pair(piece.key, distance)] = own }
      if let last {
        let both = text(page, last) + " " + own
        for mask in [0, 0x55, 0xAA] as [UInt32] { words[Hash.pair(last.key, piece.key) ^ mask] = both }
      }
      last = piece
    }
    return words
  }

  private func text(_ page: Page, _ piece: Piece) -> String {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: page.text[Int(piece.start)..<Int(piece.end)])
    return String(out)
  }
}

extension FeatureName {
  /// `lineFirst` as "line first".
  fileprivate var text: String {
    "\(self)".reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
}
