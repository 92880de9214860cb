import BundleFile
import Model
import Playbook
import Store

/// The values that an argument may have, from the store where they are in it.
struct CandidateValues {
  let line: TypedLine

  init(_ line: TypedLine) { self.line = line }

  func candidates(_ source: ValueSource, _ current: String) throws -> [Candidate] {
    switch source {
    case .nothing, .files, .folders: []
    case .commands: CommandNode(type: Afterword.self).children.map { Candidate($0.name, $0.abstract) }
    case .kinds: Registry.kinds.map { Candidate(line.node.name == "list" ? KindName.plural($0.name) : $0.name) }
    case .channels: Channel.allCases.map { Candidate($0.rawValue) }
    case .shells: CompletionScript.shells.map { Candidate($0) }
    case .drafts: DraftKind.allCases.map { Candidate($0.rawValue) }
    case .touches: Self.touches.map { Candidate($0) }
    case .days: Self.days.map { Candidate($0) }
    case .fields: fields()
    case .settings: SettingInfo.all.filter { !$0.isFamily }.map { Candidate($0.name, $0.meaning) }
    case .recipients: try KeyRing(try environment()).recipients().map { Candidate($0.name, $0.recipient.description) }
    default: try fromStore(source, current)
    }
  }

  private static let touches = ["thank-you", "status", "value", "keep-in-touch", "after-a-no", "reference-used"]
  private static let days = [
    "today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private func environment() throws -> Environment {
    let store = line.options["store"].map { path in
      path.hasPrefix("~/") ? (ProcessVariable["HOME"] ?? "~") + path.dropFirst() : path
    }
    return try ProcessEnvironment.make(store: store)
  }

  private func fromStore(_ source: ValueSource, _ current: String) throws -> [Candidate] {
    guard let store = Store.glance(try environment()) else {
      return source == .playbooks ? Playbook.builtIn.map { Candidate($0.name, $0.about) } : []
    }
    switch source {
    case .rows: return try names(store, current, [])
    case .people: return try names(store, current, [Person.kind])
    case .processes: return try names(store, current, [Organisation.kind, Opportunity.kind])
    case .interviews: return try names(store, current, [Organisation.kind, Opportunity.kind]) + items(store)
    case .items: return try items(store)
    case .letters: return try items(store) + names(store, current, [Person.kind])
    case .playbooks: return try store.preferences().playbookNames.map { Candidate($0) }
    case .rules: return try rules(store)
    case .machines: return try store.machines().filter { !$0.isThisOne }.map { Candidate($0.name, "machine") }
    case .transactions: return try store.transactions(beginning: current)
    default: return []
    }
  }

  /// Words of a name, the earlier ones of which are typed already where it may have several.
  private func names(_ store: Store, _ current: String, _ kinds: [String]) throws -> [Candidate] {
    let earlier = line.positional?.isRepeating == true ? line.positionals : []
    return try store.words(beginning: current, after: earlier, kinds: kinds)
  }

  private func items(_ store: Store) throws -> [Candidate] {
    let agenda = try store.agenda()
    let page = LastPage.read(store.environment)
    let shown = page?.day == agenda.today.description ? page?.items ?? [] : []
    // Numbers of today's page, as they stand on it; ids of everything.
    let numbers = shown.enumerated().compactMap { index, id in
      agenda.items.first { $0.id == id }.map { Candidate(String(index + 1), agenda.title($0)) }
    }
    return numbers + agenda.items.map { Candidate(ItemID.short($0), agenda.title($0)) }
  }

  private func rules(_ store: Store) throws -> [Candidate] {
    let preferences = try store.preferences()
    let name = line.options["from"] ?? line.positionals.first ?? ""
    return (preferences.playbook(name)?.rules ?? []).map { Candidate($0.name.row) }
  }

  /// `name=`, of the kind that is added, or of all.
  private func fields() -> [Candidate] {
    let isAdding = line.node.name == "add"
    let kind = isAdding ? line.positionals.first.flatMap { try? KindName.find($0) } : nil
    let kinds = kind.map { [$0] } ?? (isAdding ? [] : Registry.kinds)
    let ending = line.node.name == "edit" ? "" : "="
    return Set(kinds.flatMap { $0.fields.filter { !$0.isBlob }.map(\.name) }).sorted().map { Candidate($0 + ending) }
  }
}
