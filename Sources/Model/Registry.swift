/// A kind as data: what the store, the bundle and the command line loop over.
public struct KindInfo: Sendable {
  /// The stored name.
  public let name: String
  public let fields: [FieldInfo]
  /// The reference that makes a row of this kind part of another, if any.
  public let parent: FieldInfo?
  package let manner: KindManner

  package init<R: Record>(_ record: R.Type) { self.init(R.kind, R.fields.map(\.info), R.manner) }

  package init(_ name: String, _ fields: [FieldInfo], _ manner: KindManner) {
    self.name = name
    self.fields = fields
    self.manner = manner
    parent = fields.first(where: \.isParent)
  }

  public func field(_ name: String) -> FieldInfo? {
    fields.first { $0.name == name }
  }
}

/// The kinds that a version of the program knows. The stores of two versions live together, so what a store shows follows
/// from the list it is opened with.
public struct Registry: Sendable {
  public let kinds: [KindInfo]
  private let byName: [String: KindInfo]

  package init(_ kinds: [KindInfo]) {
    self.kinds = kinds
    byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })
  }

  public func kind(_ name: String) -> KindInfo? { byName[name] }

  /// How deep a kind lies below the rows it is a part of: an interview is a part of an opportunity, that of an organisation.
  package func depth(of kind: String) -> Int {
    guard case .reference(let parent)? = self.kind(kind)?.parent?.type, self.kind(parent) != nil else { return 0 }
    return depth(of: parent) + 1
  }
}

extension Registry {
  /// All kinds of this version. A new kind is one file and one line here.
  public static let current = Registry([
    KindInfo(Organisation.self),
    KindInfo(Person.self),
    KindInfo(Opportunity.self),
    KindInfo(Interview.self),
    KindInfo(Participation.self),
    KindInfo(Finding.self),
    KindInfo(Promise.self),
    KindInfo(Material.self),
    KindInfo(Letter.self),
    KindInfo(Touch.self),
    KindInfo(Term.self),
    KindInfo(Decision.self),
    KindInfo(Document.self),
    KindInfo(Setting.self),
    KindInfo(NewsProposal.self),
  ])

  public static var kinds: [KindInfo] { current.kinds }
  public static func kind(_ name: String) -> KindInfo? { current.kind(name) }
}
