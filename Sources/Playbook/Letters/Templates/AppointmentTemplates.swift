/// When somebody did not come to an agreed conversation, in our own wording: no reproach, no long excuse, another day. It
/// goes to a recruiter as well, with whom nothing was agreed.
extension DraftKind {
  /// They did not come.
  static let noShowTemplate = """
    Subject: {opportunity.role|The role}: shall we find another day?

    {greeting},

    The conversation of {interview:missed.start|the day} did not come about. I was there, and imagine that something came up.

    The position of {opportunity.role|the role} interests me as before. Would one of these times suit you: {gap|two or three \
    days and hours}? I am just as glad to follow your proposal.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// The candidate did not come.
  static let missedAppointmentTemplate = """
    Subject: {opportunity.role|The role}: my apologies

    {greeting},

    I must apologise for the appointment on {interview:missed.start|the day}: {gap|why you could not come, in one line}. The \
    time was kept free for me, and I am sorry.

    The position of {opportunity.role|the role} matters to me. May I come another time? I can make one of these possible: \
    {gap|two or three days and hours}.

    Kind regards,

    {setting:signature.value|your name}
    """
}
