import Model

/// What taking a version of a long text back comes to (MERGE.md, *Undo of a text is an edit*).
enum TextUndo {
  case write(Operation)
  /// The same lines were changed since; as they are now.
  case clash([String])
  /// Nothing of the version stands any more.
  case nothing
}

extension TextHistory {
  /// An edit of what is shown that takes out the difference which the version made.
  ///
  /// What a newer version wrote cannot be edited and is put away. A conflict that the version settled cannot
  /// be written as a text: where nothing has been edited since, a restore gives it back.
  func undo(of version: CellEvent) -> TextUndo {
    guard let index = events.firstIndex(where: { $0.reference == version.reference }) else { return .nothing }
    guard version.isTextVersion || version.isRestore else {
      let isHead = heads.contains { $0.reference == version.reference }
      return isHead ? .write(.restore(dots: [], bases: [version.reference])) : .nothing
    }
    let holding = heads.indices.filter { holds(heads[$0], index) }.map { heads[$0].reference }.sorted()
    let replaced = version.operation.replacedVersions.filter { base in
      events.contains { $0.reference == base && version.hasSeen($0) }
    }
    // A restore that put away or gave back what a newer version wrote: what it stands in the place of comes back.
    if version.isRestore, holding == [version.reference], holdsNewer(holding) || holdsNewer(replaced) {
      return .write(.restore(dots: replaced.sorted(), bases: holding))
    }
    guard !holding.isEmpty, let now = view(of: holding), now.newer.isEmpty else { return .nothing }
    let made = view(of: [version.reference])?.parts ?? []
    let before = view(of: replaced)?.parts ?? []
    if now.parts.content == made.content {
      return .write(
        before.hasConflict
          ? .restore(dots: replaced.sorted(), bases: holding)
          : .text(bases: holding, whole: TextUnit.text(before.flatMap(\.alternatives).joined())))
    }
    let sides = [TextSide(parts: before, authors: replaced), TextSide(parts: now.parts, authors: holding)]
    let merged = TextMerge.merge(base: made, sides)
    if merged.content == now.parts.content { return .nothing }
    guard !merged.hasConflict else { return .clash(merged.contestedLines(of: Set(holding))) }
    return .write(.text(bases: holding, whole: TextUnit.text(merged.flatMap(\.alternatives).joined())))
  }

  /// Whether these versions as heads would show what a newer version of the program wrote.
  private func holdsNewer(_ versions: [Reference]) -> Bool {
    shownVersions(of: Set(versions)).contains { !events[$0].isTextVersion }
  }

  /// Whether a head is a version or goes on from it.
  private func holds(_ head: CellEvent, _ version: Int) -> Bool {
    guard let index = events.firstIndex(where: { $0.reference == head.reference }) else { return false }
    return index == version || ancestors(of: [index]).contains(version)
  }
}

extension [TextPart] {
  /// Without who wrote what.
  var content: [[[TextUnit]]] { map(\.alternatives) }

  var hasConflict: Bool {
    contains { if case .conflict = $0 { true } else { false } }
  }

  /// The lines of the conflict regions as these authors have them; of those that they removed what the others have.
  func contestedLines(of authors: Set<Reference>) -> [String] {
    flatMap { part -> [String] in
      guard case .conflict(let variants) = part else { return [] }
      let own = variants.first { !$0.units.isEmpty && !authors.isDisjoint(with: $0.authors) }
      let shown = own ?? variants.first { !$0.units.isEmpty }
      return shown?.units.map { String(decoding: $0.bytes, as: UTF8.self) } ?? []
    }
  }
}
