/// Which facts belong to one application or interview: a new firm or a new day of an interview begins the next.
extension LearntReading {
  mutating func group() {
    facts = facts.inTextOrder()
    let starts = groupStarts()
    for place in facts.indices { facts[place].interview = starts.count { $0 <= facts[place].span.start } + 1 }
    renumber()
  }

  /// Where groups begin, but for the first.
  private func groupStarts() -> [Int] {
    var starts: [Int] = []
    var firm: String?
    var day: String?
    for fact in facts where fact.isSure {
      switch fact.field {
      case .organisation:
        let name = fact.value.lowercased()
        if let firm, !name.hasPrefix(firm), !firm.hasPrefix(name) {
          starts.append(lineStart(fact.span.start))
          day = nil
        }
        if firm == nil || !name.hasPrefix(firm ?? name) || starts.last == lineStart(fact.span.start) { firm = name }
      case .interviewDate:
        let own = String(fact.value.prefix(10))
        if let day, day != own, starts.last != lineStart(fact.span.start) { starts.append(lineStart(fact.span.start)) }
        day = own
      default: break
      }
    }
    return starts
  }

  private func lineStart(_ scalar: Int) -> Int {
    rules.lines.index(at: scalar).map { rules.lines[$0].span.start } ?? scalar
  }

  private mutating func renumber() {
    var numbers: [Int: Int] = [:]
    for place in facts.indices {
      let number = numbers[facts[place].interview] ?? numbers.count + 1
      numbers[facts[place].interview] = number
      facts[place].interview = number
    }
  }
}
