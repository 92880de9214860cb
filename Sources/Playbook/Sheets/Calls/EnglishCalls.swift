/// What is said in a call, in English, in our own wording.
extension CallScripts {
  static let english: [CallKind: String] = [
    .announced: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. You may remember my letter; I said \
    that I would call.
    I am as interested in the position of {opportunity.role|the role} as before \
    and would like to move on in the process.
    Is there any further information that I can give you?
    What are the next steps?
    """,
    .whereTheyStand: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}; we met on {interview.start|the day}.
    I am extremely interested in the position of {opportunity.role|the role}.
    May I ask where you are in the decision?
    """,
    .midWay: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}, about the \
    position of {opportunity.role|the role}.
    Do you need anything else from me for your decision?
    """,
    .silence: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}; we spoke on \
    {interview.start|the day}.
    ? I enjoyed our conversation, above all about {finding:topic.text as noun}.
    | I enjoyed our conversation.
    ? I would like to help you {finding:challenge.text as task}.
    | I would like to help with {finding:challenge.text as matter}.
    | As I understand it, {finding:challenge.text as clause}, and I would like to help with that.
    Can you tell me how the process is coming along?
    """,
    .value: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. I have something for you on \
    {finding:topic.text as noun|a topic you discussed}: {material.title|something new of value}.
    Shall I send it to you?
    How are things coming along with the position of {opportunity.role|the role}?
    """,
    .keepInTouch: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. I came across \
    {material.title|something that concerns them} and thought of you.
    How are things at {organisation.name|the organisation}?
    May I keep in touch with you about openings?
    """,
    .thanks: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. I am calling to thank you for \
    our conversation on {interview.start|the day}.
    ? What you said about {finding:topic.text as noun} stays with me.
    I look forward to what comes next.
    """,
    .afterNo: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. Thank you for letting me know.
    Is there one thing that I could do better in my next interviews?
    """,
    .secondWind: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}; we spoke about \
    the position of {opportunity.role|the role}.
    Has anything opened up since that you could see me in?
    """,
    .offer: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. I am very glad of your offer.
    You will have my answer by {opportunity.deadline|the day}.
    """,
    .moreTime: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. I am very glad of your offer and want to give \
    you an answer that holds.
    You asked for it by {opportunity.deadline|their deadline}. Would {opportunity:extended.deadline|the exact day you ask \
    for} be possible?
    On that day you will have my definite answer.
    """,
    .inWriting: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. Thank you again for the offer; I am very glad \
    of it.
    Could you send it to me in writing, with everything we spoke about?
    """,
    .otherDeadline: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}, about the position of \
    {opportunity.role|the role}.
    I have another offer and must answer it by {opportunity:other.deadline|the day you must answer}; your position \
    interests me very much.
    May I expect your decision before then?
    """,
    .recruiterStatus: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}, about {opportunity.role|the role} at \
    {organisation.name|the organisation}.
    Have you heard from them?
    Is there anything that they still need from me?
    """,
    .promise: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. I promised you \
    {promise:me.text|what you promised}, and here it is.
    """,
    .noShow: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. The conversation of \
    {interview:missed.start|the day} did not come about, and I imagine that something came up.
    The position of {opportunity.role|the role} interests me as before.
    Which day would suit you?
    """,
    .missedAppointment: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}. I must apologise for the appointment on \
    {interview:missed.start|the day}: {gap|why you could not come, in one line}.
    The position of {opportunity.role|the role} matters to me. May I come another time?
    """,
    .again: """
    Good morning, {caller|the name}, this is {setting:name.value|your name}, about the position of {opportunity.role|the role}.
    Since we spoke I have thought of something for you: {gap|something new in a line: an idea, a reference, a result}.
    Is there a day by which I may expect to hear, or somebody else whom I should ask?
    """,
  ]
}
