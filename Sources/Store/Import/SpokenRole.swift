/// Roles as they are spoken of.
enum SpokenRole {
  private static let beside: Set<String> = [
    "a", "the", "for", "of", "role", "roles", "position", "job", "post", "vacancy", "opening", "als", "stelle", "poste",
  ]

  /// Whether two say the same role, one perhaps in more words; where one is not named they may be.
  static func isOne(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return true }
    let (left, right) = (words(one), words(other))
    return left.isSubset(of: right) || right.isSubset(of: left)
  }

  private static func words(_ role: String) -> Set<String> { Set(NameFolding.words(role)).subtracting(beside) }
}
