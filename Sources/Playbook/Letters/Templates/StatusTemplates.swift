/// Questions about the state of things, repairs and proposals, in our own wording.
extension DraftKind {
  static let midWayCheckTemplate = """
    Subject: {opportunity.role|The role}: anything else you need?

    Dear {person.name|the person's name},

    You are in the middle of your decision on the position of {opportunity.role|the role}, so I keep this short.
    Is there anything else about me that would help you, a reference, a sample of my work, an answer to an open \
    question?

    ? I remain keen on the position and am ready for {promise:them.text}.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// The conversation, the contribution, the question. Never a reproach.
  static let silenceBreakerTemplate = """
    Subject: {opportunity.role|The role} at {organisation.name|the organisation}

    Dear {person.name|the person's name},

    I enjoyed our conversation on {interview.start|the day of the interview}.
    ? What we said about {finding:topic.text} is still on my mind.

    I would like to help {organisation.name|the organisation} with {finding:challenge.text|a challenge they face}.

    I imagine these are full weeks for you. When you have a moment, could you tell me how the process is coming along?

    Kind regards,

    {setting:signature.value|your name}
    """

  static let repairTemplate = """
    Subject: Something to add to our conversation

    Dear {person.name|the person's name},

    Our conversation on {interview.start|the day of the interview} left one point that I can show better than I said \
    it: {finding:concern.text|what you want to put right}.

    I would like to give you something to go by: {finding:concern.remedy|a document that shows it, or a reference who \
    will write}.
    Shall I send it, or would you rather hear from somebody who saw me do it?

    Kind regards,

    {setting:signature.value|your name}
    """

  /// Objection, plan, evidence.
  static let proposalTemplate = """
    Subject: A proposal on {finding:challenge.text|the challenge they face}

    Dear {person.name|the person's name},

    When we spoke on {interview.start|the day of the interview}, one doubt stayed open: {finding:objection.text|the \
    objection}. I would rather answer it with a plan than with an assurance.

    What I propose: {finding:objection.remedy|your plan, step by step}. It is meant to help with \
    {finding:challenge.text|the challenge they face}.

    Why I am sure that it works: {finding:objection.answer|evidence: where you did the like, with a figure}.

    I would be glad to go through it with you, or to start with a first part of it.

    Kind regards,

    {setting:signature.value|your name}
    """
}
