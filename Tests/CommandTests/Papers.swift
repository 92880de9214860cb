/// Mails and notes of made-up searches, as the tests import them.
struct Papers {
  let home: Home

  /// An interview on 9 September 2026 with Nadia Okafor and Piet Doorn, who promised word by the 18th.
  static let interview = """
    # Pellam Energy - Analyst
    9 Sep 2026, video

    Hiring manager: Nadia Okafor (VP Networks), nadia.okafor@pellam.example
    Also: Piet Doorn, data lead

    They asked about SCADA feeds.
    They'll let me know by Friday 18 September.
    """

  static let nadia = "Nadia Okafor <nadia.okafor@pellam.example>"
  static let me = "Sam Field <sam@field.example>"

  static func mail(
    from sender: String, to addressee: String = me, _ subject: String, on day: String, id: String, _ words: String
  ) -> String {
    """
    From: \(sender)
    To: \(addressee)
    Subject: \(subject)
    Date: \(day) 2026 10:00:00 +0100
    Message-ID: <\(id)>

    \(words)
    """
  }

  static let thanks = mail(
    from: me, to: nadia, "Thank you", on: "Thu, 10 Sep", id: "t1@field.example",
    """
    Dear Nadia,

    Thank you for the time you gave me on Wednesday. I enjoyed our talk about SCADA feeds and am very interested in the
    analyst role.

    Best regards,
    Sam Field
    """)
  static let delay = mail(
    from: nadia, "Analyst role", on: "Thu, 17 Sep", id: "d1@pellam.example",
    """
    Dear Sam,

    I am sorry, this takes a little longer. We need until Wednesday 23 September to decide.

    Kind regards,
    Nadia
    """)
  static let no = mail(
    from: nadia, "Analyst role at Pellam Energy", on: "Tue, 22 Sep", id: "r1@pellam.example",
    """
    Dear Sam,

    Thank you for coming in to talk about the Analyst role. Unfortunately we have decided to go with another candidate,
    who has more experience with SCADA.

    Kind regards,
    Nadia Okafor
    Pellam Energy
    """)
  static let offer = mail(
    from: "Carla Mendes <carla@finchfoods.example>", "Your offer: Line lead at Finch Foods", on: "Wed, 23 Sep",
    id: "o1@finch.example",
    """
    Dear Sam,

    We are delighted to offer you the position of Line lead at Finch Foods, at a salary of £38,000 a year. Please let us
    have your answer by Wednesday 30 September.

    Kind regards,
    Carla Mendes
    HR, Finch Foods
    """)
  static let claire = "Claire Vasseur <claire.vasseur@larchhouse.example>"
  static let invitation = mail(
    from: claire, "Interview for the Grid Analyst position at Larch House", on: "Thu, 24 Sep", id: "i1@larch.example",
    """
    Dear Sam,

    We would like to invite you to an interview for the Grid Analyst position at Larch House on Thursday 1 October at
    10:30, by video call. You will meet Marcus Oyelaran and Yuki Tanaka.

    Kind regards,
    Claire Vasseur
    Talent Partner, Larch House
    """)
  static let moved = mail(
    from: claire, "Re: Interview for the Grid Analyst position at Larch House", on: "Mon, 28 Sep",
    id: "i2@larch.example",
    """
    Dear Sam,

    I am afraid we have to move your interview from Thursday 1 October to Friday 2 October at 14:00.

    Kind regards,
    Claire Vasseur
    """)
  static let cancelled = mail(
    from: claire, "Re: Interview for the Grid Analyst position at Larch House", on: "Wed, 30 Sep",
    id: "i3@larch.example",
    """
    Dear Sam,

    Unfortunately we have to cancel your interview on Friday. We will be in touch with a new date.

    Kind regards,
    Claire Vasseur
    """)
  static let application = mail(
    from: "Careers <no-reply@quarry.example>", "Your application for Site Planner at Quarry Works", on: "Wed, 30 Sep",
    id: "a1@quarry.example",
    """
    Dear Sam Field,

    Thank you for applying for the position of Site Planner at Quarry Works. We have received your application and will
    review it.

    The recruiting team, Quarry Works
    """)
  /// A no that contradicts what was set by hand, where `withOffer` made the papers: so it is asked about.
  static let refusal = mail(
    from: "Bea Holt <bea@ostrava.example>", "Buyer role", on: "Wed, 30 Sep", id: "f1@ostrava.example",
    """
    Dear Sam,

    Thank you for your interest in the Buyer role at Ostrava Glass. I am sorry to tell you that we have
    chosen another candidate.

    Best,
    Bea Holt
    Ostrava Glass
    """)

  init(_ home: Home, interview: Bool = true) throws {
    self.home = home
    _ = try home.run("add", "setting", "name", "value=Sam Field", "--today", "2026-09-09")
    if interview { _ = try take("pellam.md", Self.interview, on: "2026-09-09") }
  }

  /// With an offer of Ostrava Glass that was set by hand.
  static func withOffer() throws -> Papers {
    let papers = try Papers(Home(), interview: false)
    _ = try papers.home.run("add", "organisation", "Ostrava Glass")
    _ = try papers.home.run("add", "opportunity", "Buyer", "organisation=Ostrava Glass", "stage=offer")
    return papers
  }

  /// Imports a paper on a day.
  @discardableResult
  func take(_ name: String, _ text: String, on day: String) throws -> Home.Outcome {
    try home.write(name, text)
    return try home.run("import", name, "--today", day)
  }

  func list(_ kind: String, on day: String = "2026-10-02") throws -> [String] {
    try home.run("list", kind, "--plain", "--today", day).output.split(separator: "\n").map(String.init)
  }

  func plan(on day: String) throws -> String { try home.run("plan", "--today", day).output }
}
