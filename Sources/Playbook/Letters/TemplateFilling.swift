extension Template {
  /// The letter with the context's facts. `variant` chooses among wordings and turns the order of movable lines.
  func fill(_ context: LetterContext, kind: DraftKind, variant: Int) -> Draft {
    let filler = Filler(context: context, variant: variant, isVerbatim: kind == .brief)
    var gaps: [String] = []
    let subject = filler.text(of: self.subject, else: [], &gaps) ?? ""
    let paragraphs = paragraphs.compactMap { lines -> String? in
      let texts = texts(of: lines, filler, &gaps)
      return texts.isEmpty ? nil : texts.joined(separator: " ")
    }
    return Draft(kind: kind, subject: subject, body: paragraphs.joined(separator: "\n\n") + "\n", gaps: unique(gaps))
  }

  /// Each line by itself, for what is spoken; gaps stay visible.
  func filledLines(_ context: LetterContext) -> [String] {
    let filler = Filler(context: context, variant: 0, isVerbatim: false)
    var gaps: [String] = []
    return paragraphs.flatMap { texts(of: $0, filler, &gaps) }
  }

  /// The lines between blank ones, each with those that may take its place.
  private var paragraphs: [[(line: Line, others: [Line])]] {
    var paragraphs: [[(line: Line, others: [Line])]] = [[]]
    for line in lines {
      if line.variants.isEmpty {
        paragraphs.append([])
      } else if line.isOther, let last = paragraphs[paragraphs.count - 1].indices.last {
        paragraphs[paragraphs.count - 1][last].others.append(line)
      } else {
        paragraphs[paragraphs.count - 1].append((line, []))
      }
    }
    return paragraphs
  }

  private func texts(
    of lines: [(line: Line, others: [Line])], _ filler: Filler, _ gaps: inout [String]
  ) -> [String] {
    var texts: [(text: String, isMovable: Bool)] = []
    for (line, others) in lines {
      if let text = filler.text(of: line, else: others, &gaps) { texts.append((text, line.isMovable)) }
    }
    let places = texts.indices.filter { texts[$0].isMovable }
    return texts.indices.map { index in
      guard let place = places.firstIndex(of: index) else { return texts[index].text }
      return texts[places[(place + filler.variant) % places.count]].text
    }
  }
}
