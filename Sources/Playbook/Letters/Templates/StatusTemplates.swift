/// Questions about the state of things, repairs and proposals, in our own wording.
extension DraftKind {
  static let midWayCheckTemplate = """
    Subject: {opportunity.role|The role}: anything else you need?

    {greeting},

    You are in the middle of your decision on the position of {opportunity.role|the role}, so I keep this short.
    Is there anything else about me that would help you, a reference, a sample of my work, an answer to an open \
    question?

    ? I remain keen on the position and look forward to {promise:them.text as step}.
    | I remain keen on the position.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// To a recruiter: the decision is their client's.
  static let recruiterStatusTemplate = """
    Subject: {opportunity.role|The role} at {organisation.name|the organisation}: any news?

    {greeting},

    Have you heard from {organisation.name|the organisation} about the position of {opportunity.role|the role}? I remain very \
    interested.
    If they need anything else from me, a reference or a sample of my work, I can send it at once.

    Thank you for keeping an eye on it for me.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// The conversation, the contribution, the question. Never a reproach.
  static let silenceBreakerTemplate = """
    Subject: {opportunity.role|The role} at {organisation.name|the organisation}

    {greeting},

    I enjoyed our conversation on {interview.start|the day of the interview}.
    ? What we said about {finding:topic.text as noun} is still on my mind.
    | One thing from it is still on my mind: {finding:topic.text as clause}.

    ? I would like to help you {finding:challenge.text as task}.
    | I would like to help {organisation.name|the organisation} with {finding:challenge.text as matter}.
    | As I understand it, {finding:challenge.text as clause}, and I would like to help with that.

    I imagine these are full weeks for you. When you have a moment, could you tell me how the process is coming along?

    Kind regards,

    {setting:signature.value|your name}
    """

  /// A further question brings something new and is shorter; the last one closes in good part.
  static let silenceAgainTemplate = """
    Subject: {opportunity.role|The role} at {organisation.name|the organisation}: one more thought || \
    {opportunity.role|The role} at {organisation.name|the organisation}: a last question

    {greeting},

    ? Since we met I came across something that may be of use to you: {material.title}. || This may serve you, whatever you \
    decide: {material.title}.
    | One thought since we met: {gap|something new in a line: an idea, a reference, a piece of work}. || I have something to \
    show that I had not when we met: {gap|another angle: a result, a reference who would speak, a first draft}.

    I am still very interested in the position of {opportunity.role|the role}. Is there a day by which I may expect to hear, or \
    somebody else whom I should ask? || If the position of {opportunity.role|the role} has been filled, or the plans have \
    changed, a line is enough; if it is open, I would gladly go on. Either way, thank you for your time.

    Kind regards,

    {setting:signature.value|your name}
    """

  static let repairTemplate = """
    Subject: Something to add to our conversation

    {greeting},

    ? Our conversation on {interview.start|the day of the interview} left one point that I can show better than I said it: \
    {finding:concern.text as noun}.
    | Our conversation on {interview.start|the day of the interview} left one point that I can show better than I said it.

    I would like to give you something to go by: {finding:concern.remedy as statement|a document that shows it, or a \
    reference who will write}.
    Shall I send it, or would you rather hear from somebody who saw me do it?

    Kind regards,

    {setting:signature.value|your name}
    """

  /// Objection, plan, evidence.
  static let proposalTemplate = """
    Subject: A proposal for {organisation.name|the organisation}

    {greeting},

    When we spoke on {interview.start|the day of the interview}, one doubt stayed open: {finding:objection.text as doubt|the \
    objection}. I would rather answer it with a plan than with an assurance.

    What I propose: {gap|your plan, step by step}.
    ? It is meant to help you {finding:challenge.text as task}.
    | It is meant to help with {finding:challenge.text as matter|the challenge they face}.
    | It is meant for this: {finding:challenge.text as clause}.

    ? Why I am sure that it works: {finding:objection.answer as statement}.
    | Why I am sure that it works: {finding:objection.remedy as statement|evidence: where you did the like, with a figure}.

    I would be glad to go through it with you, or to start with a first part of it.

    Kind regards,

    {setting:signature.value|your name}
    """
}
