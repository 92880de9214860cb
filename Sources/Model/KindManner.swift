/// How rows of a kind are told of: what they are called, what they are found by, what a list of them shows.
public struct KindManner: Sendable {
  /// What a person calls many of them.
  package let plural: String
  /// Other words for the kind, in small letters.
  package let alsoCalled: [String]
  /// The fields that make a row's title, in order; kinds whose titles have words of their own need them too.
  package let titleFields: [String]
  /// The fields whose words a row goes by; the first one of plain text takes the bare words of `add KIND WORDS`.
  package let foundBy: [String]
  /// Fields whose words count no more than those of the context.
  package let asides: [String]
  /// The row that gives it context: an opportunity goes by its role, then by its organisation's name.
  package let context: (field: String, kind: String)?
  /// Names are looked for by turns: kinds of a later one are asked only when those before have no match.
  package let turn: Int
  /// The fields that stand beside the title in a list.
  package let columns: [String]
  /// Fields that mean one thing together: what machines say differently of them is one question, and its answers are whole
  /// facts.
  package let facts: [[String]]

  package init(
    plural: String, alsoCalled: [String] = [], title titleFields: [String], foundBy: [String], asides: [String] = [],
    context: (field: String, kind: String)? = nil, turn: Int, columns: [String], facts: [[String]] = []
  ) {
    self.plural = plural
    self.alsoCalled = alsoCalled
    self.titleFields = titleFields
    self.foundBy = foundBy
    self.asides = asides
    self.context = context
    self.turn = turn
    self.columns = columns
    self.facts = facts
  }
}
