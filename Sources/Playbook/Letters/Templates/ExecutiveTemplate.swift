/// The executive letter and the value-added response, in our own wording.
extension DraftKind {
  /// Four parts: the next step, the qualifications that matched, an insight with a strategy, the announced call.
  static let executiveLetterTemplate = """
    Subject: {opportunity.role|The role} at {organisation.name|the organisation}: after our conversation

    Dear {person.name|the person's name},

    ? Thank you for our conversation on {interview.start}. || I valued our exchange on {interview.start}. || The \
    discussion on {interview.start} confirmed what drew me to this role.
    ? The next step, {promise:them.text}, has my full attention. || You described what follows, {promise:them.text}, \
    and I am ready for it. || As to how we proceed, I have noted {promise:them.text}.
    ! promise:them.text: May I ask how you will proceed, and by when? || Could you tell me how the process goes on \
    from here? || I would be glad to learn what happens next and about when.

    Of the qualifications we went through, one seems to me to decide this role, {finding:question.text|a key \
    qualification that came up}, and there my record is plain: {finding:question.answer|why yours matches it}. || You \
    asked about {finding:question.text|a key qualification that came up}. My answer in one line: \
    {finding:question.answer|why yours matches it}. || What seemed to matter to you most is {finding:question.text|a \
    key qualification that came up}; I can point to {finding:question.answer|why yours matches it}.
    ? You may still wonder about {finding:objection.text}; {finding:objection.remedy}. || As for \
    {finding:objection.text}, the answer is {finding:objection.remedy}. || On the question of \
    {finding:objection.text} I rely on this: {finding:objection.remedy}.

    The issue behind this role, as I understand it, is {finding:challenge.text|an issue the company faces}. In broad \
    strokes I would take it on as follows: {gap|a strategy in two or three lines}. I would be glad to carry it out. \
    || I have thought about {finding:challenge.text|an issue the company faces}. My outline: {gap|a strategy in two \
    or three lines}. Putting it into practice is work I would gladly take on. || Where {finding:challenge.text|an \
    issue the company faces} is concerned, I see this course: {gap|a strategy in two or three lines}. I am willing to \
    be measured by it.

    I will telephone you around {promise:call.due|about when you will call}, briefly, to hear how things stand and to \
    offer whatever else is useful. || Please expect a short call from me around {promise:call.due|about when you will \
    call}. || Around {promise:call.due|about when you will call} I will ring you for a few minutes.

    Sincerely, || With kind regards, || Yours sincerely,

    {setting:signature.value|your name}
    """

  /// Not a thank-you, no qualifications again: something new on a topic discussed.
  static let valueAddedResponseTemplate = """
    Subject: Something on {finding:topic.text|a topic you discussed}

    Dear {person.name|the person's name},

    Our discussion of {finding:topic.text|a topic you discussed} was a pleasure.

    I came across something that bears on it: {material.title|a book, article or list on that topic}.
    ? You will find it here: {material.link}.
    It may help with {gap|how it helps with what they face}. You may want to pass it on to {gap|whom to share it with}.

    In the role of {opportunity.role|the role} I would see to it that {gap|what you would achieve}.

    With best regards,

    {setting:signature.value|your name}
    """

  /// For a letter writer: everything the letter needs, nothing in the first person.
  static let briefTemplate = """
    Subject: Brief: letter to {person.name|the person's name}, {organisation.name|the organisation}

    To: {person.name|the person's name}, {person.title|their title}, {organisation.name|the organisation}.

    About: {opportunity.role|the role}, interview of {interview.start|the day of the interview}.

    The next step they named: {promise:them.text|the next step, or that it must be asked for}, by \
    {promise:them.due|its date}.

    Key qualification that came up: {finding:question.text|a key qualification}. Why mine matches: \
    {finding:question.answer|the match}.

    An issue the company faces: {finding:challenge.text|an issue}. Strategy in broad strokes: {gap|the strategy}.

    ? An objection to answer: {finding:objection.text}. Its remedy: {finding:objection.remedy}.

    ? Something that connects us: {finding:connection.text}.

    The call to announce: around {promise:call.due|about when}.

    Tone: focused, explicit, one page; signed by {setting:name.value|your name}.
    """
}
