import Model
import Notes
import Playbook
import Store

/// Follow-ups as a person names several of them: numbers of the page, ids, and names of one or more words.
struct PickedItems {
  let store: Store
  let agenda: Agenda
  let console: Console

  init(_ store: Store, _ console: Console) throws {
    self.store = store
    self.console = console
    agenda = try store.agenda()
  }

  /// Each follow-up once, in the order typed. All are found before anything is done to one.
  func items(_ words: [String]) throws -> [PlanItem] {
    var found: [PlanItem] = []
    var rest = words[...]
    while !rest.isEmpty {
      for item in try next(&rest) where !found.contains(where: { $0.id == item.id }) { found.append(item) }
    }
    return found
  }

  /// The follow-ups and the day that the last words say, where they say one and are not what a follow-up goes by.
  func itemsAndDay(_ words: [String], _ tense: Tense) throws -> ([PlanItem], TypedDay?) {
    let reader = try store.dayReader()
    // The longest first: "next monday" before "monday".
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) {
      let (head, tail) = (words.dropLast(count), words.suffix(count))
      guard PageNumber.read(tail.last ?? "") == nil || count > 1 else { continue }
      let phrase = tail.joined(separator: " ")
      do {
        _ = try reader.read(phrase, tense)
        if isName(phrase) { continue }
        let items = try items(Array(head))
        return (items, try DayArgument.read(phrase, tense, reader, console))
      } catch TypedDayError.noDay {
        continue
      } catch let error as TypedDayError {
        if !isName(phrase) { throw error }
      }
    }
    return (try items(words), nil)
  }

  private func isName(_ phrase: String) -> Bool {
    // "3d" is three days, though an id may begin so.
    if phrase.count < 4, phrase.allSatisfy(\.isHexDigit) { return PageNumber.read(phrase) != nil }
    return PageNumber.read(phrase) != nil || (try? store.followUp(named: phrase, in: agenda)) != nil
  }

  /// The follow-ups that the first words mean: a list of numbers, or the longest run of words that is a name.
  private func next(_ rest: inout ArraySlice<String>) throws -> [PlanItem] {
    let first = rest[rest.startIndex]
    if let numbers = Self.numbers(first) {
      rest.removeFirst()
      return try numbers.map { try PageNumber.item($0, agenda, store.environment) }
    }
    let run = rest.prefix(6).prefix { Self.numbers($0) == nil }
    for count in stride(from: run.count, to: 1, by: -1) {
      guard let item = try? store.followUp(named: run.prefix(count).joined(separator: " "), in: agenda) else {
        continue
      }
      rest = rest.dropFirst(count)
      return [item]
    }
    rest.removeFirst()
    return [try store.followUp(named: first, in: agenda)]
  }

  /// `3`, `1,2,5`, `2-4`; nil for what is no list of numbers.
  static func numbers(_ word: String) -> [Int]? {
    var numbers: [Int] = []
    for part in word.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { PageNumber.read($0) }
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], low <= high else {
        return nil
      }
      numbers += low...high
    }
    return numbers
  }
}
