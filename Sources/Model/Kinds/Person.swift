/// Somebody met, written to or thanked: interviewer, hiring manager, HR, recruiter, referrer, reference.
public struct Person: Record {
  public static let kind = "person"
  public static let manner = KindManner(
    plural: "people", title: ["name"], foundBy: ["name"], asides: ["email"],
    context: ("organisation", Organisation.kind), turn: 1, columns: ["title", "organisation"])
  public var id: RowID
  public var name: String?
  /// What stands before the surname in a letter: "Ms", "Frau Dr.", "Mme".
  public var salutation: String?
  /// The first name, once the two of you use it.
  public var firstName: String?
  public var title: String?
  public var organisation: RowID?
  public var email: String?
  public var phone: String?
  /// Further addresses and numbers that are theirs: known by, not written to first.
  public var otherEmails: Set<String> = []
  public var otherPhones: Set<String> = []
  /// Where post reaches them: for cards and letters.
  public var address: String?
  /// A link to a professional profile.
  public var profile: String?
  /// The language they are written to in: `en`, `en-US`, `de`, `fr`, `es`; nil means their organisation's.
  public var language: String?
  /// The country they work in, by code or name: its holidays are theirs; nil means their organisation's.
  public var country: String?
  public var timeZone: String?
  public var howMet: String?
  /// Keep in touch: the wished number of days between touches.
  public var keepIdeal: Int?
  /// Keep in touch: the number of days never to exceed.
  public var keepMaximum: Int?
  public var tags: Set<String> = []
  public var notes: String = ""

  public static let fields: [Field<Person>] = [
    .string("name", \.name),
    .string("salutation", \.salutation),
    .string("first_name", \.firstName),
    .string("title", \.title),
    .reference("organisation", \.organisation, to: Organisation.self),
    .string("email", \.email),
    .string("phone", \.phone),
    .words("other_emails", \.otherEmails),
    .words("other_phones", \.otherPhones),
    .string("address", \.address),
    .string("profile", \.profile),
    .string("language", \.language),
    .string("country", \.country),
    .string("time_zone", \.timeZone),
    .string("how_met", \.howMet),
    .integer("keep_ideal", \.keepIdeal),
    .integer("keep_maximum", \.keepMaximum),
    .words("tags", \.tags),
    .text("notes", \.notes),
  ]

  public init(id: RowID) {
    self.id = id
  }
}
