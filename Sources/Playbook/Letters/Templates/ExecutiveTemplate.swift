/// The executive letter and the value-added response, in our own wording.
extension DraftKind {
  /// Four parts: the next step, the qualifications that matched, an insight with a strategy, the announced call.
  static let executiveLetterTemplate = """
    Subject: {opportunity.role|The role} at {organisation.name|the organisation}: after our conversation

    {greeting},

    ? Thank you for our conversation on {interview.start}. || I valued our exchange on {interview.start}. || The \
    discussion on {interview.start} confirmed what drew me to this role. || I came away from {interview.start} with a clear \
    picture of what you need. || Our meeting on {interview.start} was time well spent for me. || I am obliged to you for \
    the hour on {interview.start}. || What we discussed on {interview.start} deserves a considered answer. || Since \
    {interview.start} I have given thought to what we discussed.
    ? I look forward to {promise:them.text as step}. || You spoke of what follows, {promise:them.text as step}, and I am \
    ready for it. || As to how we proceed, I have noted {promise:them.text as step}. || The next step is \
    {promise:them.text as step}, for which I am at your disposal. || I am prepared for {promise:them.text as step}. || I \
    have reserved time for {promise:them.text as step}. || We go on, as I understood, with {promise:them.text as step}. || \
    My attention is now on {promise:them.text as step}.
    | As I understood, I may hear from you by {promise:them.due}. || You will be in touch by {promise:them.due}, if I noted it rightly. || I have noted {promise:them.due} as the day by which you will be in touch. || We agreed that I would hear by \
    {promise:them.due}. || By {promise:them.due}, as you said, there will be news. || You named {promise:them.due} as the day \
    for what follows. || The day by which you mean to answer is {promise:them.due}, as I noted. || I will wait for your word \
    until {promise:them.due}.
    | May I ask how you will proceed, and by when? || Could you tell me how the process goes on from here? || I would be \
    glad to learn what happens next and about when. || What are the next steps, as you see them? || May I know what you \
    plan to do next? || I would like to know how you intend to decide. || Would you tell me what comes after this? || How \
    would you like to go on from here?

    ~ ? Of the qualifications that came up, I would put one first for this role: {finding:qualification.text as \
    statement}. || One point that we touched on speaks for itself: {finding:qualification.text as statement}. || What I \
    would bring to this role is plain: {finding:qualification.text as statement}. || On qualifications I can be brief: \
    {finding:qualification.text as statement}.
    | You asked {finding:question.text as quote} My answer in one line: {finding:question.answer as statement}. || Your \
    question {finding:question.text as quote} is one that I can answer from my own record: \
    {finding:question.answer as statement}. || To {finding:question.text as quote} I can say this: \
    {finding:question.answer as statement}.
    | You asked about {finding:question.text as noun}. My answer in one line: {finding:question.answer as statement}. || On \
    {finding:question.text as noun} my own record answers: {finding:question.answer as statement}.
    | Of the qualifications that came up, I would put one first: {gap|a key qualification that came up, and why yours \
    matches it}. || What I would bring to this role is plain: {gap|a key qualification that came up, and why yours matches \
    it}. || On qualifications I can be brief: {gap|a key qualification that came up, and why yours matches it}. || One \
    point that we touched on speaks for itself: {gap|a key qualification that came up, and why yours matches it}. || The \
    match that matters most, as I see it, is this: {gap|a key qualification that came up, and why yours matches it}. || My \
    own record answers one need above all: {gap|a key qualification that came up, and why yours matches it}. || For the \
    work that you described, one thing counts: {gap|a key qualification that came up, and why yours matches it}. || I would \
    point to one thing that we spoke about: {gap|a key qualification that came up, and why yours matches it}.
    ~ ? As to {finding:objection.text as doubt}, I rely on this: {finding:objection.remedy as statement}.

    ? I have thought about how to {finding:challenge.text as task}. In broad strokes: {gap|a strategy in two or \
    three lines}. I would be glad to carry it out. || To {finding:challenge.text as task}, I would proceed as \
    follows: {gap|a strategy in two or three lines}. Putting it into practice is work that I would gladly take on. \
    || How to {finding:challenge.text as task} is a question that I can answer: {gap|a strategy in two or three \
    lines}. I am willing to be measured by it. || If you want to {finding:challenge.text as task}, then I would \
    propose this: {gap|a strategy in two or three lines}. It would be a pleasure to put it to work. || In order to \
    {finding:challenge.text as task}, I see this course: {gap|a strategy in two or three lines}. I would take \
    responsibility for it. || My plan to {finding:challenge.text as task} is this in outline: {gap|a strategy in \
    two or three lines}. I should like to see it through. || It is time to {finding:challenge.text as task}, and I \
    would set out so: {gap|a strategy in two or three lines}. I stand ready to begin. || I know what it takes to \
    {finding:challenge.text as task}: {gap|a strategy in two or three lines}. Making it work would be my first \
    task.
    | The issue behind this role, as I understand it, is {finding:challenge.text as matter|an issue the company faces}. In \
    broad strokes I would take it on as follows: {gap|a strategy in two or three lines}. I would be glad to carry it out. \
    || I have thought about {finding:challenge.text as matter|an issue the company faces}. My outline: {gap|a strategy in \
    two or three lines}. Putting it into practice is work that I would gladly take on. || Where {finding:challenge.text as \
    matter|an issue the company faces} is concerned, I see this course: {gap|a strategy in two or three lines}. I am willing \
    to be measured by it. || For {finding:challenge.text as matter|an issue the company faces} I would propose this: {gap|a \
    strategy in two or three lines}. It would be a pleasure to put it to work. || My approach to {finding:challenge.text as \
    matter|an issue the company faces} would be this: {gap|a strategy in two or three lines}. I would take responsibility \
    for it. || In the matter of {finding:challenge.text as matter|an issue the company faces} I would set out so: {gap|a \
    strategy in two or three lines}. I should like to see it through. || You will want an answer to \
    {finding:challenge.text as matter|an issue the company faces}; mine is this: {gap|a strategy in two or three lines}. I \
    stand ready to begin. || About {finding:challenge.text as matter|an issue the company faces} I have formed a view: \
    {gap|a strategy in two or three lines}. Making it work would be my first task.
    | As I understand it, {finding:challenge.text as clause}. In broad strokes I would take this on as follows: {gap|a \
    strategy in two or three lines}. I would be glad to carry it out. || I have thought about the fact that \
    {finding:challenge.text as clause}. My outline: {gap|a strategy in two or three lines}. Putting it into practice is work \
    that I would gladly take on. || One issue stands out to me: {finding:challenge.text as clause}. I see this course: \
    {gap|a strategy in two or three lines}. I am willing to be measured by it. || It is plain that \
    {finding:challenge.text as clause}. I would propose this: {gap|a strategy in two or three lines}. It would be a pleasure \
    to put it to work. || Much depends, I think, on this: {finding:challenge.text as clause}. My approach: {gap|a strategy \
    in two or three lines}. I would take responsibility for it. || You know best that {finding:challenge.text as clause}. I \
    would set out so: {gap|a strategy in two or three lines}. I should like to see it through. || Whoever takes this role \
    will find that {finding:challenge.text as clause}. My answer is this: {gap|a strategy in two or three lines}. I stand \
    ready to begin. || I have formed a view on the point that {finding:challenge.text as clause}. It is this: {gap|a \
    strategy in two or three lines}. Making it work would be my first task.

    I will telephone you around {promise:call.due|about when you will call}, briefly, to hear how things stand and to \
    offer whatever else is useful. || Please expect a short call from me around {promise:call.due|about when you will \
    call}. || Around {promise:call.due|about when you will call} I will ring you for a few minutes. || May I telephone you \
    around {promise:call.due|about when you will call} for a few minutes? || I plan to call you around \
    {promise:call.due|about when you will call}, and will keep it short. || You will hear my voice around \
    {promise:call.due|about when you will call}, for a brief word on where things stand. || Let me call you around \
    {promise:call.due|about when you will call} to hear how it goes on. || A short telephone call around \
    {promise:call.due|about when you will call} will tell me how things stand.

    Sincerely, || With kind regards, || Yours sincerely, || Kind regards, || With best regards, || Best regards, || \
    With best wishes, || Best wishes,

    {setting:signature.value|your name}
    """

  /// Not a thank-you, no qualifications again: something new on a topic discussed.
  static let valueAddedResponseTemplate = """
    Subject: Something on {finding:topic.text as noun|a topic you discussed}

    {greeting},

    Our discussion of {finding:topic.text as noun|a topic you discussed} was a pleasure.
    | I enjoyed our discussion, not least of one point: {finding:topic.text as clause}.

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

    ? Key qualification that came up: {finding:qualification.text}.
    | Key qualification that came up: {finding:question.text|a key qualification}. Why mine matches: \
    {finding:question.answer|the match}.

    An issue the company faces: {finding:challenge.text|an issue}. Strategy in broad strokes: {gap|the strategy}.

    ? An objection to answer: {finding:objection.text}. Its remedy: {finding:objection.remedy}.

    ? Something that connects us: {finding:connection.text}.

    The call to announce: around {promise:call.due|about when}.

    Tone: focused, explicit, one page; signed by {setting:name.value|your name}.
    """
}
