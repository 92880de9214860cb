/// A kind as data: what the store, the bundle and the command line loop over.
public struct KindInfo: Sendable {
  /// The stored name.
  public let name: String
  public let fields: [FieldInfo]
  /// The reference that makes a row of this kind part of another, if any.
  public let parent: FieldInfo?

  init<R: Record>(_ record: R.Type) {
    name = R.kind
    fields = R.fields.map(\.info)
    parent = fields.first(where: \.isParent)
  }

  public func field(_ name: String) -> FieldInfo? {
    fields.first { $0.name == name }
  }
}

/// All kinds of this version. A new kind is one file and one line here.
public enum Registry {
  public static let kinds: [KindInfo] = [
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
    KindInfo(Decision.self),
    KindInfo(Document.self),
    KindInfo(Setting.self),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })

  public static func kind(_ name: String) -> KindInfo? { byName[name] }
}
