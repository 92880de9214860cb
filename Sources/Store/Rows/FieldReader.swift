import Model
import Notes

/// Reads typed values by the type of their field.
struct FieldReader {
  let resolver: NameResolver
  let days: TypedDayReader

  /// An empty text clears the field.
  ///
  /// - Parameter tense: of a day, where it is another than the field's.
  /// - Throws: `RequestError`; `NamingError` for references.
  func read(_ text: String, _ field: FieldInfo, _ tense: Tense? = nil) throws -> FieldRequest {
    if field.isBlob { throw RequestError.notWritable(field: field.name, why: "`afterword import` brings it in") }
    switch field.type {
    case .words: return try words(text, field)
    case .text: return .content(text.isEmpty ? .empty : .text(text))
    default: return .content(text.isEmpty ? .empty : .value(try value(text, field, tense ?? field.tense)))
    }
  }

  private func value(_ text: String, _ field: FieldInfo, _ tense: Tense) throws -> Value {
    switch field.type {
    case .integer:
      guard let number = Int(text) else { throw bad(field, text, "a whole number") }
      return .integer(number)
    case .boolean: return .boolean(try flag(text, field))
    case .day: return .day(try day(text, field.name, tense).day)
    case .moment: return .moment(try day(text, field.name, tense).moment)
    case .choice(let choices): return .string(try choice(text, choices, field))
    case .reference(let kind): return .reference(try reference(text, kind, field))
    default: return .string(text)
    }
  }

  /// What is named and is not there yet is made by a command of its own, which the refusal names.
  private func reference(_ text: String, _ kind: String, _ field: FieldInfo) throws -> Subject {
    do {
      return try resolver.resolve(text, kinds: kind.isEmpty ? [] : [kind])
    } catch NamingError.notFound(let name, let nearest) where NamePattern.mainField(kind) != nil {
      throw RequestError.unknownReference(field: field.name, name: name, kind: kind, nearest: nearest)
    }
  }

  private func bad(_ field: FieldInfo, _ text: String, _ expected: String) -> RequestError {
    .badValue(field: field.name, value: text, expected: expected)
  }

  private func flag(_ text: String, _ field: FieldInfo) throws -> Bool {
    switch text.lowercased() {
    case "yes", "y", "true", "1": return true
    case "no", "n", "false", "0": return false
    default: throw bad(field, text, "yes or no")
    }
  }

  /// A day, or a day and time, in any form that a person types.
  ///
  /// - Throws: `RequestError.noDay`.
  func day(_ text: String, _ field: String, _ tense: Tense) throws -> TypedDay {
    do { return try days.read(text, tense) } catch { throw RequestError.noDay(field: field, error) }
  }

  private func choice(_ text: String, _ choices: [String], _ field: FieldInfo) throws -> String {
    let word = text.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
    if let choice = choices.first(where: { $0 == word }) { return choice }
    throw RequestError.badChoice(
      field: field.name, value: text, choices: choices, nearest: Suggestion.nearest(word, among: choices))
  }

  /// `a,b` is the whole set; with signs, `+a,-b`, elements are added and removed.
  private func words(_ text: String, _ field: FieldInfo) throws -> FieldRequest {
    let parts = text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.filter { !$0.isEmpty }
    let isSigned = parts.contains { "+-".contains($0.prefix(1)) }
    guard isSigned else { return .content(parts.isEmpty ? .empty : .words(Set(try parts.map { try word($0, field) }))) }
    guard parts.allSatisfy({ "+-".contains($0.prefix(1)) && $0.count > 1 }) else {
      throw bad(field, text, "a list: either all with + or -, or none")
    }
    let added = parts.filter { $0.hasPrefix("+") }, removed = parts.filter { $0.hasPrefix("-") }
    return .elements(
      added: Set(try added.map { try word(isNumber($0, field) ? $0[...] : $0.dropFirst(), field) }),
      removed: Set(try removed.map { try word($0.dropFirst(), field) }))
  }

  /// The sign of "+44 20 …" is the number's own.
  private func isNumber(_ text: some StringProtocol, _ field: FieldInfo) -> Bool {
    field.name == "other_phones" && text.dropFirst().first?.isNumber ?? false
  }

  private func word(_ text: Substring, _ field: FieldInfo) throws -> String {
    let word = String(text)
    guard word.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      throw bad(field, word, "a word without control characters")
    }
    return word
  }
}
