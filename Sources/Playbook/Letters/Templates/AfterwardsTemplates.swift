/// After an outcome, and for the long haul, in our own wording.
extension DraftKind {
  static let rejectionThanksTemplate = """
    Subject: Thank you for your message

    {greeting},

    Thank you for letting me know, and for the care you took in considering me for the position of \
    {opportunity.role|the role}. || I am obliged to you for your message, and for the time {organisation.name|the \
    organisation} gave me.

    Would you be willing to tell me one thing that I could do better in an interview? A line is plenty, and I \
    understand if you would rather not. || If a word of advice for my next interviews is possible, I would make good \
    use of it.

    ? I enjoyed our conversation on {interview.start} and wish you well with the position.
    | I wish you and your team every success.

    With kind regards, || Kind regards,

    {setting:signature.value|your name}
    """

  /// To a recruiter who passed the no on.
  static let recruiterRejectionTemplate = """
    Subject: Thank you for letting me know

    {greeting},

    Thank you for letting me know how {organisation.name|the organisation} decided, and for putting me forward for the \
    position of {opportunity.role|the role}.

    Did they say what would have made the difference? A line is plenty; it would help me with the next interview, and you \
    with the next client.

    I would be glad to hear from you when something suitable comes up.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// Cordial: thanks for time and consideration, open for other positions.
  static let otherOpeningsTemplate = """
    Subject: Thank you for your time

    {greeting},

    Thank you for the time and the thought that you gave to my application for the position of {opportunity.role|the \
    role}. || I am grateful for the fair hearing I had at {organisation.name|the organisation}, and for your part in it.
    ? Our conversation about {finding:topic.text as noun} stays with me. || I will remember what we said about \
    {finding:topic.text as noun}. || What you said about {finding:topic.text as noun} stays with me.

    {organisation.name|The organisation} remains a place where I would like to work. Please think of me when another \
    position opens up. || Should another position suit me better, I would be happy to be looked at for it.

    With kind regards, || Kind regards,

    {setting:signature.value|your name}
    """

  /// Asked once, at the end of a process.
  static let doorOpenTemplate = """
    Subject: May I keep in touch?

    {greeting},

    The process at {organisation.name|the organisation} has come to its end, and I enjoyed working with you on it. || \
    Now that the process at {organisation.name|the organisation} is over, thank you again for our conversations.

    May I stay in touch with you about openings to come? I will write rarely. || I would like to hear of openings to \
    come; is it all right if I ask from time to time?

    Kind regards,

    {setting:signature.value|your name}
    """

  static let openingsTemplate = """
    Subject: Any openings these days?

    {greeting},

    You may remember that I asked to keep in touch with you.
    Are there openings at present that I would suit?

    My résumé is up to date: {gap|attach the version you want them to have}.

    Kind regards,

    {setting:signature.value|your name}
    """

  static let secondWindTemplate = """
    Subject: New openings at {organisation.name|the organisation}?

    {greeting},

    ? Some weeks have passed since we met on {interview.start} about the position of {opportunity.role}, and I would still \
    like to work at {organisation.name|the organisation}.
    | Some weeks have passed since I applied to {organisation.name|the organisation}, and I would still like to work there.

    Has anything opened up in the meantime that you could see me in?
    ? What you said about {finding:topic.text as noun} still interests me.

    I would be glad to come by, and will ask again another time if this is too early.

    Kind regards,

    {setting:signature.value|your name}
    """

  static let keepInTouchTemplate = """
    Subject: {material.title|what you came across}: made me think of you

    {greeting},

    ? I came across {material.title}, which bears on {finding:challenge.text as matter}.
    | I came across {material.title}, which bears on {finding:topic.text as noun}.
    | I came across {material.title}, and it made me think of our conversation.
    | I came across {gap|an article, webinar or seminar that concerns them}, and thought of you.
    ? It can be found here: {material.link}.
    What I took from it: {gap|one line of your own}.

    I hope all is well with you. No need to reply.

    Best regards,

    {setting:signature.value|your name}
    """
}
