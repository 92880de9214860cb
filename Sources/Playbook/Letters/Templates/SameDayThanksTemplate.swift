/// Thanks of the same day, as a search firm asks for them, in our own wording: each sentence has one for each of a panel of
/// eight.
extension DraftKind {
  /// Thanks, how much the chance is worth and the position wanted, what was good to learn (“Follow up…”, §2).
  static let sameDayThanksTemplate = """
    Subject: Thank you for {interview.start|the day of the interview}

    {greeting},

    ~ Thank you for seeing me on {interview.start|the day of the interview}. || Many thanks for the hour that you \
    gave me on {interview.start|the day of the interview}. || I am grateful for the conversation that we had \
    on {interview.start|the day of the interview}. || Thank you for having me on {interview.start|the day of \
    the interview}. || For your time on {interview.start|the day of the interview} I thank you. || You took \
    time for me on {interview.start|the day of the interview}, and I thank you for it. || Our conversation on \
    {interview.start|the day of the interview} was a pleasure; thank you. || Let me thank you for \
    {interview.start|the day of the interview}.
    ~ I appreciate that you consider me for the position of {opportunity.role|the role}, and I would very much \
    like to do it. || To be considered for the position of {opportunity.role|the role} means a good deal to \
    me; my interest in it is serious. || I value the chance you gave me, and after our talk I want the \
    position of {opportunity.role|the role} all the more. || That I may compete for the position of \
    {opportunity.role|the role} is something that I appreciate, and I am keen on it. || I do not take the \
    invitation for granted, and the position of {opportunity.role|the role} interests me greatly. || The \
    position of {opportunity.role|the role} is one that I want, and I am glad of the chance to show it. || I \
    was glad to be asked, and I am in earnest about the position of {opportunity.role|the role}. || Thank you \
    also for the chance itself: the position of {opportunity.role|the role} is what I am looking for.
    ~ ? It was good to learn more about {organisation.name|the organisation} and the work, above all about \
    {finding:topic.text as noun}. || I now know more about the position and about {organisation.name|the \
    organisation}; {finding:topic.text as noun} was the part that I liked best. || What you told me about the \
    work at {organisation.name|the organisation}, and about {finding:topic.text as noun}, made me want to hear \
    more. || You showed me what the work at {organisation.name|the organisation} is like; I liked hearing \
    about {finding:topic.text as noun}. || I went home with a clear picture of {organisation.name|the \
    organisation}, and with {finding:topic.text as noun} on my mind. || Hearing about {organisation.name|the \
    organisation} from you was worth the visit, most of all about {finding:topic.text as noun}. || The work at \
    {organisation.name|the organisation} became real for me when we spoke about {finding:topic.text as noun}. \
    || I had read about {organisation.name|the organisation}, but only you could tell me about \
    {finding:topic.text as noun}.
    | It was good to learn more about {organisation.name|the organisation} and the work; one thing I noted above \
    all: {finding:topic.text as clause}. || I now know more about the position and about \
    {organisation.name|the organisation}, and one thing in particular: {finding:topic.text as clause}. || One \
    thing you told me about the work at {organisation.name|the organisation} made me want to hear more: \
    {finding:topic.text as clause}. || You showed me what the work at {organisation.name|the organisation} is \
    like, and I remember this best: {finding:topic.text as clause}. || I went home with a clear picture of \
    {organisation.name|the organisation}, and with one thing on my mind: {finding:topic.text as clause}. || \
    Hearing about {organisation.name|the organisation} from you was worth the visit, and this stood out: \
    {finding:topic.text as clause}. || The work at {organisation.name|the organisation} became real for me by \
    one remark: {finding:topic.text as clause}. || I had read about {organisation.name|the organisation}, but \
    only you could tell me this: {finding:topic.text as clause}.
    | It was good to learn more about the work and about {organisation.name|the organisation}. || I now know much \
    more about the position, and about {organisation.name|the organisation} as well. || What you told me about \
    the work at {organisation.name|the organisation} made me want to hear more. || You showed me what the work \
    at {organisation.name|the organisation} is like, and I liked what I saw. || I went home with a clear \
    picture of {organisation.name|the organisation} and of the work. || Hearing about {organisation.name|the \
    organisation} from you was worth the visit. || The work at {organisation.name|the organisation} became \
    real for me in that hour. || I had read about {organisation.name|the organisation}, but you told me far \
    more.

    If you need anything else from me, a line is enough. || Whatever else would help you, I will send at once. || \
    Please ask me for anything that is missing. || I am at hand for every further question. || Should a paper \
    or a reference be missing, please tell me. || Any question that you still have is welcome. || I would be \
    glad to come again at any time. || You can reach me whenever you need something more.

    Kind regards, || With kind regards, || Best regards, || Best wishes, || With best wishes, || With best \
    regards, || Sincerely, || Yours sincerely,

    {setting:signature.value|your name}
    """
}
