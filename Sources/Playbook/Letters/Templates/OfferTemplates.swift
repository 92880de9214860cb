/// Around an offer: its answer, and what other firms are told of it, in our own wording.
extension DraftKind {
  /// Within a day: joy, the deadline, no decision yet.
  static let offerAcknowledgementTemplate = """
    Subject: Your offer: {opportunity.role|the role}

    {greeting},

    Thank you very much for the offer of the position of {opportunity.role|the role}; I am delighted.

    I will go through it with care and give you my answer by {opportunity.deadline|the day you will answer}.
    If a question comes up before then, may I call you?

    Kind regards,

    {setting:signature.value|your name}
    """

  /// One exact date.
  static let offerExtensionTemplate = """
    Subject: Your offer: a question about the date

    {greeting},

    Your offer of the position of {opportunity.role|the role} means a great deal to me, and I want to give you an \
    answer that holds.

    You asked for it by {opportunity.deadline|their deadline}. Would {opportunity:extended.deadline|the exact day you \
    ask for} be possible for you? On that day you will have my definite answer.

    If that is difficult, please tell me, and we will find a way.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// Yes, with what was agreed, and what is still to come in writing.
  static let acceptanceTemplate = """
    Subject: {opportunity.role|The role}: I accept with pleasure

    {greeting},

    I am happy to accept your offer of the position of {opportunity.role|the role} at {organisation.name|the organisation}.

    ? As I understand it, we agreed on this: {term:all.agreed}.
    | As I understand it, we agreed on this: {gap|pay, start date, place and whatever else you agreed}.
    Please tell me if I have any of it wrong.
    What do you need from me before the first day?

    Thank you for your trust. I look forward to working with you.

    With kind regards,

    {setting:signature.value|your name}
    """

  /// No to an offer: brief, thankful, without a door slammed.
  static let declineTemplate = """
    Subject: Your offer: {opportunity.role|the role}

    {greeting},

    Thank you for the offer of the position of {opportunity.role|the role} and for the time that you and your colleagues gave \
    me. After careful thought I have decided not to accept it.

    It was not an easy decision, and it says nothing against {organisation.name|the organisation}. I would be glad if our ways \
    crossed again.

    With kind regards,

    {setting:signature.value|your name}
    """

  /// Out of a process that still runs.
  static let withdrawalTemplate = """
    Subject: {opportunity.role|The role}: I withdraw my application

    {greeting},

    I would like to let you know at once that I withdraw my application for the position of {opportunity.role|the role}, so \
    that you can plan without me.
    ? Thank you for the conversation on {interview.start}.
    Thank you for the care that you gave to my application.

    I wish you every success in filling the position, and would be glad to stay in touch.

    With kind regards,

    {setting:signature.value|your name}
    """

  /// What was said on the telephone, asked for in writing.
  static let writtenOfferTemplate = """
    Subject: {opportunity.role|The role}: may I have the offer in writing?

    {greeting},

    Thank you again for the offer of the position of {opportunity.role|the role}; it made me very happy.

    ? So that I can go through it with care, could you send it to me in writing, with all of this: {term:all.part}?
    | So that I can go through it with care, could you send it to me in writing, with {gap|what matters to you: pay, bonus, \
    start date, place, notice}?
    ? You will have my answer by {opportunity.deadline}.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// To a firm whose process still runs: another firm wants an answer.
  static let deadlineNoticeTemplate = """
    Subject: {opportunity.role|The role}: a date that you should know

    {greeting},

    I would like to be open with you: I have another offer, and my answer to it is due by \
    {opportunity:other.deadline|the day you must answer}.

    The position of {opportunity.role|the role} at {organisation.name|the organisation} interests me very much. Can you tell \
    me whether I may expect your decision before then, or what I could do to make that possible?

    Kind regards,

    {setting:signature.value|your name}
    """

  /// Before the answer: what the candidate would like to be different.
  static let counterOfferTemplate = """
    Subject: Your offer: a few points before I answer

    {greeting},

    Thank you again for the offer of the position of {opportunity.role|the role}. I would like to say yes, and to talk about \
    a few points with you first.

    ? What I have in mind: {term:all.wanted}.
    | What I have in mind: {gap|the parts you want to talk about, each with your figure}.
    ? What speaks for it: {term:all.grounds}.
    | What speaks for it: {gap|a survey, a figure, another offer}.
    ? What I bring to it: {finding:qualification.text as statement}.

    May I call you about it in the next days?
    ? You will have my answer by {opportunity.deadline}.

    Kind regards,

    {setting:signature.value|your name}
    """
}
