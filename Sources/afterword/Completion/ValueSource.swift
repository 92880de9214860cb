/// Where the values of an argument come from.
enum ValueSource: String {
  case files, folders, commands, rows, people, processes, interviews, items, letters, kinds, channels, shells, playbooks
  case rules, settings, recipients, machines, fields, days, transactions, drafts, touches
  /// Free text.
  case nothing

  /// By the command, `*` for any, and the name of the value.
  private static let table: [String: ValueSource] = Dictionary(
    uniqueKeysWithValues: """
      * file files
      * path files
      * identity files
      * text files
      * folder folders
      * thing rows
      * one rows
      * other rows
      * who rows
      * material rows
      * person people
      * from people
      * opportunity processes
      * interview interviews
      * item items
      * what letters
      * kind kinds
      * channel channels
      * shell shells
      * day days
      * on days
      * transaction transactions
      * bundle|machine machines
      * field fields
      * field=value fields
      * subcommands commands
      add words and field=value fields
      completions shell shells
      letter kind drafts
      draft kind drafts
      sent kind drafts
      log kind touches
      when from days
      show name playbooks
      use name playbooks
      set name playbooks
      borrow name playbooks
      borrow from playbooks
      borrow rule rules
      set rule.number rules
      remove name recipients
      settings name settings
      machine name nothing
      """.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " ")
        guard let source = parts.last.flatMap({ ValueSource(rawValue: String($0)) }) else { return nil }
        return (parts.dropLast().joined(separator: " "), source)
      })

  static func of(_ value: String, command: String) -> ValueSource {
    table[command + " " + value] ?? table["* " + value] ?? .nothing
  }
}
