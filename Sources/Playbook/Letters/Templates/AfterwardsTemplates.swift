/// After an outcome, and for the long haul, in our own wording.
extension DraftKind {
  static let rejectionThanksTemplate = """
    Subject: Thank you for your message

    Dear {person.name|the person's name},

    Thank you for letting me know, and for the care you took in considering me for the position of \
    {opportunity.role|the role}. || I am obliged to you for your message, and for the time {organisation.name|the \
    organisation} gave me.

    Would you be willing to tell me one thing that I could do better in an interview? A line is plenty, and I \
    understand if you would rather not. || If a word of advice for my next interviews is possible, I would make good \
    use of it.

    I enjoyed meeting you and wish you well with the position. || I wish you and your team every success.

    With kind regards, || Kind regards,

    {setting:signature.value|your name}
    """

  /// Cordial: thanks for time and consideration, open for other positions.
  static let otherOpeningsTemplate = """
    Subject: Thank you for your time

    Dear {person.name|the person's name},

    Thank you for the time and the thought that you gave to my application for the position of {opportunity.role|the \
    role}. || I am grateful for the fair hearing I had at {organisation.name|the organisation}, and for your part in it.
    ? Our conversation about {finding:topic.text} stays with me.

    {organisation.name|The organisation} remains a place where I would like to work. Please think of me when another \
    position opens up. || Should another position suit me better, I would be happy to be looked at for it.

    With kind regards, || Kind regards,

    {setting:signature.value|your name}
    """

  /// Asked once, at the end of a process.
  static let doorOpenTemplate = """
    Subject: May I keep in touch?

    Dear {person.name|the person's name},

    The process at {organisation.name|the organisation} has come to its end, and I enjoyed working with you on it. || \
    Now that the process at {organisation.name|the organisation} is over, thank you again for our conversations.

    May I stay in touch with you about openings to come? I will write rarely. || I would like to hear of openings to \
    come; is it all right if I ask from time to time?

    Kind regards,

    {setting:signature.value|your name}
    """

  static let openingsTemplate = """
    Subject: Any openings these days?

    Dear {person.name|the person's name},

    You may remember that I asked to keep in touch with you.
    Are there openings at present that I would suit?

    My résumé is up to date: {gap|attach the version you want them to have}.

    Kind regards,

    {setting:signature.value|your name}
    """

  static let secondWindTemplate = """
    Subject: New openings at {organisation.name|the organisation}?

    Dear {person.name|the person's name},

    Some weeks have passed since our conversation about the position of {opportunity.role|the role}, and \
    {organisation.name|the organisation} is still where I would like to work.

    Has anything opened up in the meantime that you could see me in?
    ? What you said about {finding:topic.text} still interests me.

    I would be glad to come by, and will ask again another time if this is too early.

    Kind regards,

    {setting:signature.value|your name}
    """

  static let keepInTouchTemplate = """
    Subject: {material.title|an article, webinar or seminar}: made me think of you

    Dear {person.name|the person's name},

    I came across {material.title|an article, webinar or seminar}, which bears on {finding:challenge.text|something \
    that concerns them}.
    ? It can be found here: {material.link}.
    What I took from it: {gap|one line of your own}.

    I hope all is well with you. No need to reply.

    Best regards,

    {setting:signature.value|your name}
    """

  /// Within a day: joy, the deadline, no decision yet.
  static let offerAcknowledgementTemplate = """
    Subject: Your offer: {opportunity.role|the role}

    Dear {person.name|the person's name},

    Thank you very much for the offer of the position of {opportunity.role|the role}; I am delighted.

    I will go through it with care and give you my answer by {opportunity.deadline|the day you will answer}.
    If a question comes up before then, may I call you?

    Kind regards,

    {setting:signature.value|your name}
    """

  /// One exact date.
  static let offerExtensionTemplate = """
    Subject: Your offer: a question about the date

    Dear {person.name|the person's name},

    Your offer of the position of {opportunity.role|the role} means a great deal to me, and I want to give you an \
    answer that holds.

    You asked for it by {opportunity.deadline|their deadline}. Would {opportunity:extended.deadline|the exact day you \
    ask for} be possible for you? On that day you will have my definite answer.

    If that is difficult, please tell me, and we will find a way.

    Kind regards,

    {setting:signature.value|your name}
    """
}
