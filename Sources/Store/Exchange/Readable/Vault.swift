import Formats
import Model
import Playbook

/// A whole store as a folder of Markdown: a file for each search and person, linked to each other, and every note byte for
/// byte.
extension Store {
  /// - Parameter write: takes a name in the folder and the file's bytes.
  /// - Returns: how many files there are.
  package func exportVault(_ write: (String, [UInt8]) throws -> Void) throws -> Int {
    let page = try pageFacts(isRedacted: false)
    let (vault, searches) = (Vault(page), StoriedSearches(page.planner))
    var count = 0
    for (row, name) in vault.names.sorted(by: { $0.value < $1.value }) {
      let story = RowStory(row, page.agenda, searches)
      let dossier = page.dossier(of: row, story, notes: [])
      let text = vault.frontMatter(row) + dossier.markdown + vault.links(row, story)
      try write(name + ".md", Array(text.utf8))
      count += 1
    }
    for document in try all(Document.self) {
      guard let bytes = try content(of: document.subject, "content") else { continue }
      try write(vault.name(of: document), bytes)
      count += 1
    }
    return count
  }
}

/// What the files of a vault are called, and how they refer to each other.
private final class Vault {
  private let page: PageFacts
  private(set) var names: [Subject: String] = [:]
  /// In small letters: on many disks two names that differ by capitals alone are one.
  private var taken: Set<String> = []

  init(_ page: PageFacts) {
    self.page = page
    let facts = page.facts
    for row in facts.opportunities.values.sorted(by: { $0.id < $1.id }) {
      names[row.subject] = fresh("Searches", facts.name(opportunity: row.id), "", row.id)
    }
    for row in facts.people.values.sorted(by: { $0.id < $1.id }) {
      names[row.subject] = fresh("People", row.name ?? "", "", row.id)
    }
  }

  private func fresh(_ folder: String, _ wanted: String, _ suffix: String, _ id: RowID) -> String {
    let name = folder + "/" + (Markdown.fileName(wanted) ?? id.short)
    if taken.insert((name + suffix).lowercased()).inserted { return name + suffix }
    let other = "\(name) \(id)" + suffix
    taken.insert(other.lowercased())
    return other
  }

  /// A note keeps its name; two of one name are told apart.
  func name(of document: Document) -> String {
    let path = document.names.min() ?? document.id.short + ".txt"
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
      let suffix = Markdown.fileName(String(name[dot...]))
    else { return fresh("Notes", name, "", document.id) }
    return fresh("Notes", String(name[..<dot]), "." + suffix, document.id)
  }

  func frontMatter(_ row: Subject) -> String {
    let facts = page.facts
    if let person = facts.people[row.id] {
      return Markdown.frontMatter([
        ("name", person.name), ("title", person.title),
        ("company", person.organisation.flatMap { facts.organisations[$0]?.name }), ("email", person.email),
        ("phone", person.phone),
      ])
    }
    guard let search = facts.opportunities[row.id] else { return "" }
    return Markdown.frontMatter([
      ("company", search.organisation.flatMap { facts.organisations[$0]?.name }), ("role", search.role),
      ("stage", (search.stage ?? .interviewing).rawValue), ("applied", search.applied?.description),
      ("deadline", search.deadline?.description), ("link", search.link),
    ])
  }

  /// To the searches of a person, the people of a search.
  func links(_ row: Subject, _ story: RowStory) -> String {
    let others =
      row.kind == Person.kind
      ? story.searches.map { Subject(kind: Opportunity.kind, id: $0) }
      : story.people.map { Subject(kind: Person.kind, id: $0) }
    let targets = others.compactMap { names[$0] }.sorted()
    return targets.isEmpty ? "" : "## Linked\n\n" + targets.map { "- [[\($0)]]\n" }.joined()
  }
}
