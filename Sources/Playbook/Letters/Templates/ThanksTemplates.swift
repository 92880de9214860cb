/// The wording of thanks, our own. Each sentence has several wordings, one for each member of a panel.
extension DraftKind {
  /// Three parts: thanks, why I fit, and a look ahead.
  static let thankYouTemplate = """
    Subject: Thank you for {interview.start|the day of the interview}

    Dear {person.name|the person's name},

    Thank you for the time you gave me on {interview.start|the day of the interview}. || I am grateful for our \
    conversation on {interview.start|the day of the interview}. || It was a pleasure to meet you on \
    {interview.start|the day of the interview}.
    ? What you told me about {finding:topic.text} stays with me. || I have been thinking further about \
    {finding:topic.text}. || Your view of {finding:topic.text} gave me new ideas.
    ? That we share {finding:connection.text} made it easy to talk. || I was glad to find that we have \
    {finding:connection.text} in common. || Finding {finding:connection.text} on both sides of the table was a \
    pleasant surprise.

    I believe I can help {organisation.name|the organisation} with {finding:challenge.text|a challenge they face}: \
    {gap|the experience of yours that fits it}. || On {finding:challenge.text|a challenge they face} I would bring \
    {gap|the experience of yours that fits it} from the first day. || What I have done before, {gap|the experience of \
    yours that fits}, speaks to {finding:challenge.text|a challenge they face}.
    ? As to the doubt about {finding:objection.text}: {finding:objection.remedy}. || You raised \
    {finding:objection.text}; my answer to it is {finding:objection.remedy}. || Where {finding:objection.text} is a \
    concern, I can offer {finding:objection.remedy}.
    ? I did not mention it when we met, and it matters here: {finding:missed-accomplishment.text}. || One thing I \
    left out is worth a line: {finding:missed-accomplishment.text}. || Let me add what we had no time for: \
    {finding:missed-accomplishment.text}.

    ? I am glad that we go on: {promise:them.text}. || I am looking forward to what comes next: {promise:them.text}. \
    || The next step, {promise:them.text}, is one I look forward to.
    ! promise:them.text: I look forward to the next step. || I am looking forward to what comes next. || The next step \
    is one I look forward to.
    If I can add anything, please tell me. || Should anything be missing, a line from you is enough. || \
    Please ask me for whatever would help you.

    Kind regards, || With kind regards, || Best regards,

    {setting:signature.value|your name}
    """

  /// A few lines to copy by hand.
  static let cardTemplate = """
    Subject: Card

    Dear {person.name|the person's name},

    Thank you for taking the time to talk with me on {interview.start|the day of the interview}. || Meeting you on \
    {interview.start|the day of the interview} was a pleasure, thank you. || I enjoyed our talk on \
    {interview.start|the day of the interview}; thank you for it.
    ? I keep thinking about {finding:topic.text}. || Your words about {finding:topic.text} stay with me. || You made \
    me curious about {finding:topic.text}.
    I would be glad to work with you. || It would be a joy to be part of your team. || I hope we meet again soon.

    {setting:signature.value|your name}
    """

  static let recruiterThanksTemplate = """
    Subject: Thank you, and how it went at {organisation.name|the organisation}

    Dear {person.name|the recruiter's name},

    Thank you for putting me forward to {organisation.name|the organisation} and for preparing me.
    I enjoyed the conversation on {interview.start|the day of the interview}, and my interest in the position of \
    {opportunity.role|the role} is strong.
    ? We spoke mostly about {finding:topic.text}.
    ? One doubt came up, {finding:objection.text}; you may want to know my answer: {finding:objection.remedy}.

    If they tell you what comes next, I am glad of a word. I will let you know at once whatever I hear myself.

    Kind regards,

    {setting:signature.value|your name}
    """
}
