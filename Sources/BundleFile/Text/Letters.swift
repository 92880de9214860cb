/// The words of the text that this version gives a meaning.
enum Letters {
  /// Types of lines; no kind may be called like one.
  static let lines: Set<String> = ["head", "tx", "blob", "check", "end"]
  /// Operations; `s` is a set with a keep list.
  static let operations: Set<String> = ["s", "c", "a", "r", "t", "x", "u", "b", "f", "e"]
  /// Tags of values, and the keep list's key.
  static let tags: Set<String> = ["d", "z", "n", "i", "y", "yb", "sb", "k"]
}
