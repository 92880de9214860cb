/// A part of a merged text: a unit that all agree on, or a region that heads changed differently.
package enum TextPart: Hashable, Sendable {
  case unit(TextUnit)
  /// At least two variants, in ascending order.
  case conflict([TextVariant])
}

extension TextPart {
  /// The unit alone, or the units of each variant.
  package var alternatives: [[TextUnit]] {
    switch self {
    case .unit(let unit): [[unit]]
    case .conflict(let variants): variants.map(\.units)
    }
  }
}

/// What some of the heads hold in a conflict region; no units where they removed it.
package struct TextVariant: Hashable, Sendable {
  package let units: [TextUnit]
  /// The versions that hold it, ascending.
  package let authors: [Reference]

  package init(units: [TextUnit], authors: [Reference]) {
    self.units = units
    self.authors = authors
  }
}

extension TextVariant {
  /// Each distinct variant once with all its authors, in ascending order of content.
  static func distinct(_ variants: [TextVariant]) -> [TextVariant] {
    Dictionary(grouping: variants, by: \.units)
      .map { units, same in TextVariant(units: units, authors: Set(same.flatMap(\.authors)).sorted()) }
      .sorted { $0.units.lexicographicallyPrecedes($1.units) }
  }
}

extension [TextPart] {
  /// These parts as each author holds them: in a conflict region the author's own variant, else the first.
  func variants(of authors: [Reference]) -> [TextVariant] {
    let isPlain = allSatisfy { if case .unit = $0 { true } else { false } }
    guard !isPlain else { return [TextVariant(units: flatMap { $0.units(of: nil) }, authors: authors)] }
    return authors.map { author in TextVariant(units: flatMap { $0.units(of: author) }, authors: [author]) }
  }
}

extension TextPart {
  /// The unit, or of a conflict region what this author holds; else the first.
  package func units(of author: Reference?) -> [TextUnit] {
    switch self {
    case .unit(let unit): [unit]
    case .conflict(let variants):
      (variants.first { variant in author.map(variant.authors.contains) ?? false } ?? variants.first)?.units ?? []
    }
  }
}
