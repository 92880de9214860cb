/// Changes of single fields. All else in the card stays byte for byte.
extension PersonCard {
  /// Changes one field and nothing else; nil takes its property out. What a card cannot say changes nothing.
  ///
  /// - Parameter field: none of those that a list holds; they are set with it.
  package mutating func set(_ field: Field, _ text: String?) {
    let text = text.map(Self.plain).flatMap { $0.isEmpty ? nil : $0 }
    guard text != self[field] else { return }
    switch field {
    case .email, .phone: break
    case .address: put("ADR", text.map { ";;" + ContentLines.escaped($0) + ";;;;" })
    case .profile:
      let link = text.flatMap(ContentLines.link)
      if text == nil || link != nil { put("URL", link) }
    case .name: setName(text)
    default: put(field.property, text.map(ContentLines.escaped))
    }
  }

  package mutating func setTags(_ wanted: Set<String>) {
    let wanted = Set(wanted.map(Self.plain).filter { !$0.isEmpty })
    guard self[.tags] != wanted else { return }
    places("CATEGORIES").dropFirst().reversed().forEach { file.remove($0) }
    put("CATEGORIES", wanted.isEmpty ? nil : wanted.sorted().map(ContentLines.escaped).joined(separator: ","))
  }

  /// All addresses or numbers, of which one is to be used first. The lines of those that stay are left as they are; one
  /// that takes the place of the first keeps what is said of it: at work, its label.
  ///
  /// - Parameter main: nil: whichever comes first.
  package mutating func set(_ list: List, _ wanted: Set<String>, main: String?) {
    guard let field = list.main else { return }
    let isNameless = self[.name] == nil
    let main = main.map(Self.plain)
    let wanted = wanted.union([main].compactMap(\.self))
    if let main, let place = primary(field), !self[list].contains(main),
      !wanted.contains(Self.plain(file[place].contact))
    {
      file.replace(place, text: ContentLines.escaped(main))
    }
    for place in contacts(list.property).reversed() where !wanted.contains(Self.plain(file[place].contact)) {
      file.remove(place)
    }
    for text in wanted.subtracting(self[list]).sorted() { add(list.property, ContentLines.escaped(text)) }
    if let main, self[field] != main { putFirst(field, main) }
    if isNameless, self[.name] != nil || first("FN") == nil { setName(nil) }
  }

  /// When the card was changed, where it says that at all.
  package mutating func setRevision(_ stamp: String) {
    if let place = first("REV"), file[place].isReadable { file.replace(place, value: stamp) }
  }

  /// Family and given name follow; other parts of a name, as titles, stay.
  private mutating func setName(_ name: String?) {
    let shown = name ?? self[.email] ?? self[.phone] ?? CardFile.noName
    put("FN", ContentLines.escaped(shown))
    let kept = first("N").map { ContentLines.components(file[$0].value) } ?? []
    let parts = CardFile.parts(shown, nil) + kept.dropFirst(2)
    put(
      "N",
      (parts + Array(repeating: "", count: max(0, 5 - parts.count))).map(ContentLines.escaped).joined(separator: ";"))
  }

  private mutating func put(_ name: String, _ value: String?) {
    guard let place = first(name) else {
      if let value { add(name, value) }
      return
    }
    if let value { file.replace(place, text: value) } else { file.remove(place) }
  }

  /// Beside others of its name, else at the end.
  private mutating func add(_ name: String, _ value: String) {
    if let last = places(name).last {
      file.insert(name + ":" + value, at: last + 1)
    } else {
      file.add(name + ":" + value, to: whole)
    }
  }

  /// Moves what is there already before all others, none of which says any more that it is the first.
  private mutating func putFirst(_ field: Field, _ text: String) {
    let places = contacts(field.property)
    guard let known = places.first(where: { Self.plain(file[$0].contact) == text }), let first = places.first else {
      return
    }
    let line = file[known].headWithoutPreference + ":" + file[known].value
    for place in places where file[place].preference != nil {
      file.replace(place, line: file[place].headWithoutPreference + ":" + file[place].value)
    }
    file.remove(known)
    file.insert(line, at: first)
  }
}
