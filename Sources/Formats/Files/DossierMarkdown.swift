/// A dossier as Markdown (CommonMark): what a page tells, for a folder of notes.
extension DossierPage {
  package var markdown: String {
    var lines = ["# " + Markdown.escaped(title), ""]
    if !lead.isEmpty { lines += [lead.map(Markdown.escaped).joined(separator: " · "), ""] }
    add(
      "To do", tasks.map { task in "- [ ] \(Markdown.escaped(task.title)), \(Markdown.escaped(task.when))" }, to: &lines
    )
    add("They promised", theirPromises.map(Markdown.item), to: &lines)
    add("You promised", myPromises.map(Markdown.item), to: &lines)
    add("Interviews", interviews.flatMap(Markdown.entry), to: &lines)
    add("Said and sent", contacts.map(Markdown.item), to: &lines)
    add("People", people.flatMap(Markdown.entry), to: &lines)
    add("On record", fields.map(Markdown.item), to: &lines)
    for letter in letters { add("Letter: " + letter.heading, Markdown.quoted(letter.body), to: &lines) }
    for note in notes { add("Note: " + note.heading, Markdown.quoted(note.body), to: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ heading: String, _ content: [String], to lines: inout [String]) {
    if !content.isEmpty { lines += ["## " + Markdown.escaped(heading), ""] + content + [""] }
  }
}
