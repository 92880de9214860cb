/// How a conflict region is marked in a text that is opened in an editor. Each marker is a line of its own.
package struct TextMarkers {
  /// Opens a variant: who wrote it and when, in words for a person. The first of a region and those after it.
  package let first: ([Reference]) -> String
  package let next: ([Reference]) -> String
  /// Closes the region.
  package let end: String

  package init(
    first: @escaping ([Reference]) -> String, next: @escaping ([Reference]) -> String, end: String
  ) {
    self.first = first
    self.next = next
    self.end = end
  }
}

extension TextView {
  /// The text with its conflict regions between markers.
  package func marked(_ markers: TextMarkers) -> String {
    var units: [TextUnit] = []
    func addMarker(_ line: String) {
      if let last = units.popLast() { units.append(TextUnit(last.bytes, endsLine: true)) }
      units.append(TextUnit(ArraySlice(line.utf8), endsLine: true))
    }
    for part in parts {
      switch part {
      case .unit(let unit): units.append(unit)
      case .conflict(let variants):
        for (index, variant) in variants.enumerated() {
          addMarker(index == 0 ? markers.first(variant.authors) : markers.next(variant.authors))
          units += variant.units
        }
        addMarker(markers.end)
      }
    }
    return TextUnit.text(units)
  }
}
