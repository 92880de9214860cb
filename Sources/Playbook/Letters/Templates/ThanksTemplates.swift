/// The wording of thanks, our own. Each sentence has a wording for each member of a panel of eight.
extension DraftKind {
  /// Three parts: thanks, why I fit, and a look ahead.
  static let thankYouTemplate = """
    Subject: Thank you for {interview.start|the day of the interview}

    {greeting},

    ~ Thank you for the time you gave me on {interview.start|the day of the interview}. || I am grateful for our \
    conversation on {interview.start|the day of the interview}. || It was a pleasure to meet you on \
    {interview.start|the day of the interview}. || I enjoyed talking with you on {interview.start|the day of the \
    interview}, and thank you for it. || Our meeting on {interview.start|the day of the interview} was a good one for me; \
    thank you. || Many thanks for seeing me on {interview.start|the day of the interview}. || You made time for me on \
    {interview.start|the day of the interview}, for which I thank you. || {interview.start|The day of the interview} was a \
    day well spent for me, thanks to you.
    ~ ? What you told me about {finding:topic.text as noun} stays with me. || I have been thinking further about \
    {finding:topic.text as noun}. || Your view of {finding:topic.text as noun} gave me new ideas. || I came away wanting \
    to know more about {finding:topic.text as noun}. || We could have gone on about {finding:topic.text as noun} for \
    another hour. || I learned a good deal from you about {finding:topic.text as noun}. || It was useful to hear your side \
    of {finding:topic.text as noun}. || The part of our talk on {finding:topic.text as noun} has been on my mind since.
    | One thing from our talk stays with me: {finding:topic.text as clause}. || I have been thinking about one thing since: \
    {finding:topic.text as clause}. || One remark gave me new ideas: {finding:topic.text as clause}. || I came away with one \
    thing in mind above all: {finding:topic.text as clause}. || One point could have filled another hour: \
    {finding:topic.text as clause}. || I learned something that I had not expected: {finding:topic.text as clause}. || It was \
    useful to hear it from you: {finding:topic.text as clause}. || Of all that was said I noted this first: \
    {finding:topic.text as clause}.
    ~ ? I was glad to find that {finding:connection.text as clause}. || It made the talk easy that \
    {finding:connection.text as clause}.
    | It was good to speak about {finding:connection.text as noun} as well. || Speaking about {finding:connection.text as \
    noun} made the talk easy.

    ~ ? I believe that I can help you {finding:challenge.text as task}: {gap|the experience of yours that fits it}. || To \
    {finding:challenge.text as task}, I would bring {gap|the experience of yours that fits it}. || What I have done before, \
    {gap|the experience of yours that fits}, would help you {finding:challenge.text as task}. || My part in helping you \
    {finding:challenge.text as task} would begin with {gap|the experience of yours that fits it}. || You want to \
    {finding:challenge.text as task}, and I have {gap|the experience of yours that fits it} to offer. || I have an idea of \
    how to {finding:challenge.text as task}, from {gap|the experience of yours that fits it}. || Helping you \
    {finding:challenge.text as task} is work that I know from {gap|the experience of yours that fits it}. || If you are to \
    {finding:challenge.text as task}, then {gap|the experience of yours that fits it} will be of use.
    | I believe that I can help {organisation.name|the organisation} with {finding:challenge.text as matter|a challenge they \
    face}: {gap|the experience of yours that fits it}. || As to {finding:challenge.text as matter|a challenge they face}, I \
    would bring {gap|the experience of yours that fits it} from the first day. || What I have done before, {gap|the \
    experience of yours that fits}, speaks to {finding:challenge.text as matter|a challenge they face}. || You are working \
    on {finding:challenge.text as matter|a challenge they face}; my part in it could be {gap|the experience of yours that \
    fits it}. || I have met the like of {finding:challenge.text as matter|a challenge they face} before, in {gap|the \
    experience of yours that fits it}. || With {finding:challenge.text as matter|a challenge they face} in mind I would \
    point to {gap|the experience of yours that fits it}. || My answer to {finding:challenge.text as matter|a challenge they \
    face} would begin with {gap|the experience of yours that fits it}. || Where {finding:challenge.text as matter|a \
    challenge they face} is concerned, I can offer {gap|the experience of yours that fits it}.
    | As I understand it, {finding:challenge.text as clause}. I believe that I can help with that: {gap|the experience of \
    yours that fits it}. || I have thought about one thing in particular, that {finding:challenge.text as clause}. There I \
    would bring {gap|the experience of yours that fits it} from the first day. || You made it clear to me that \
    {finding:challenge.text as clause}. What I have done before, {gap|the experience of yours that fits}, speaks to it. || \
    You are looking for an answer to this: {finding:challenge.text as clause}. Mine would begin with {gap|the experience of \
    yours that fits it}. || I took away from our talk that {finding:challenge.text as clause}. I have met the like in \
    {gap|the experience of yours that fits it}. || If I heard it rightly, {finding:challenge.text as clause}. For that I \
    would point to {gap|the experience of yours that fits it}. || One need stood out for me: {finding:challenge.text as \
    clause}. My part could be {gap|the experience of yours that fits it}. || It is no small matter that \
    {finding:challenge.text as clause}. I can offer {gap|the experience of yours that fits it}.
    ~ ? One thing I bring to the position is this: {finding:qualification.text as statement}. || What I would add on my own \
    side is this: {finding:qualification.text as statement}.
    | When you asked {finding:question.text as quote}, my answer in short was this: {finding:question.answer as statement}.
    | You asked about {finding:question.text as noun}; my answer in short was this: {finding:question.answer as statement}.
    ~ ? As to {finding:objection.text as doubt}, this is my answer: {finding:objection.remedy as statement}. || About \
    {finding:objection.text as doubt} let me say this: {finding:objection.remedy as statement}.
    ~ ? Among good candidates I would point to this: {finding:rivals.remedy as statement}. || In a close field I would put this \
    first: {finding:rivals.remedy as statement}.
    ~ ? I did not mention it when we met, and it matters here: {finding:missed-accomplishment.text as statement}. || One \
    thing that I left out is worth a line: {finding:missed-accomplishment.text as statement}.

    ~ ? I look forward to {promise:them.text as step}. || I am keen to come to {promise:them.text as step}. || I am \
    ready for {promise:them.text as step}. || What I look forward to now is {promise:them.text as step}. || As to \
    {promise:them.text as step}, I look forward to it. || I shall be glad when it comes to {promise:them.text as step}. || My \
    thoughts are now on {promise:them.text as step}. || Next comes {promise:them.text as step}, and I look forward to it.
    | I look forward to the next step. || I am looking forward to what comes next. || The next step is one that I look \
    forward to. || It would please me to go on from here. || I hope that we go on from here. || I am keen to take the next \
    step with you. || Whatever comes next, I look forward to it. || I would be glad to continue.
    ~ If I can add anything, please tell me. || Should anything be missing, a line from you is enough. || Please ask me for \
    whatever would help you. || I am at hand for any further question. || A question of yours is welcome at any time. || \
    Whatever else you need, I will send it. || Do write or call if something is open. || I will gladly go into more detail.

    Kind regards, || With kind regards, || Best regards, || Best wishes, || With best wishes, || With best regards, || \
    Sincerely, || Yours sincerely,

    {setting:signature.value|your name}
    """

  /// A few lines to copy by hand.
  static let cardTemplate = """
    Subject: Card

    {greeting},

    ~ Thank you for taking the time to talk with me on {interview.start|the day of the interview}. || Meeting you on \
    {interview.start|the day of the interview} was a pleasure, thank you. || I enjoyed our talk on \
    {interview.start|the day of the interview}; thank you for it. || {interview.start|The day of the interview} was a good \
    day for me, thanks to you. || Thank you for a good conversation on {interview.start|the day of the interview}. || A \
    line to thank you for {interview.start|the day of the interview}. || How good it was to meet you on \
    {interview.start|the day of the interview}. || My thanks for the hour on {interview.start|the day of the interview}.
    ~ ? I keep thinking about {finding:topic.text as noun}. || Your words about {finding:topic.text as noun} stay with \
    me. || You made me curious about {finding:topic.text as noun}. || I liked the way you spoke about \
    {finding:topic.text as noun}. || I have read more about {finding:topic.text as noun} since. || I would gladly hear more \
    about {finding:topic.text as noun}. || We were far from done with {finding:topic.text as noun}. || I will remember what \
    you said on {finding:topic.text as noun}.
    I would be glad to work with you. || It would be a joy to be part of your team. || I hope that we meet again \
    soon. || To join you would make me happy. || I would like to see more of your work. || May we meet again before \
    long. || Nothing would please me more than to join you. || I left wishing that I could stay.

    {setting:signature.value|your name}
    """

  /// To the recruiter, after an interview at the client's.
  static let recruiterThanksTemplate = """
    Subject: Thank you, and how it went at {organisation.name|the organisation}

    {greeting},

    Thank you for putting me forward to {organisation.name|the organisation}.
    ? My interview there on {interview.start} is behind me, and my interest in the position of {opportunity.role|the role} \
    is strong.
    | My interest in the position of {opportunity.role|the role} is strong.
    ? We spoke mostly about {finding:topic.text as noun}.
    ? One doubt came up, {finding:objection.text as doubt}; you may want to know my answer: \
    {finding:objection.remedy as statement}.

    If they tell you what comes next, I am glad of a word. I will let you know at once whatever I hear myself.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// To the recruiter, after their own interview.
  static let prescreenThanksTemplate = """
    Subject: Thank you for our conversation

    {greeting},

    Thank you for the conversation on {interview.start|the day of the interview} and for considering me for the position of \
    {opportunity.role|the role}.
    ? I have been thinking about {finding:topic.text as noun} since.

    If anything is missing for the client, please tell me, and you will have it the same day.

    Kind regards,

    {setting:signature.value|your name}
    """

  /// To somebody who spoke for the candidate.
  static let refereeThanksTemplate = """
    Subject: Thank you for speaking for me

    {greeting},

    Thank you for speaking for me to {organisation.name|the organisation}. It means a great deal to me that you took the time.

    ? The position is that of {opportunity.role}, and I will tell you how it ends as soon as I know.
    | I will tell you how it ends as soon as I know.
    If I can do something for you in return, please let me know.

    With kind regards,

    {setting:signature.value|your name}
    """
}
