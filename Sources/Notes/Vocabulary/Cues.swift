/// What a phrase inside a sentence says the sentence is about.
struct Cue: Sendable {
  enum Extent: Sendable {
    /// What follows the phrase, up to the end of the sentence.
    case after
    /// From the phrase on.
    case from
    /// The whole clause that holds the phrase.
    case clause
    /// The whole sentence.
    case sentence
  }

  var field: FactField
  var extent: Extent
  /// Who says it matters: some cues need "they" or another third person as subject, some "I".
  var subject = Subject.any

  enum Subject: Sendable { case any, third, first }
}

enum CueWords {
  static let table = PhraseTable<Cue>(
    challenges + objections + worries + rivals + missed + steps + commitments + connections + topics)

  private static let challenges: [(String, Cue)] = [
    (
      "struggle with|struggles with|struggling with|struggled with|wrestling with|grappling with|battling with|suffering from|suffer from|suffers from|bogged down in|bogged down by|plagued by|drowning in|trouble with|having trouble with|have trouble with|has trouble with|problems with|problem with|big problem is|main problem is|the problem is|biggest problem is|real problem is|their problem is|biggest challenge is|main challenge is|the challenge is|pain point is|pain is|biggest headache is|headache is|headache with|bottleneck is|need help with|needs help with|need someone to|needs someone to|need somebody to|needs somebody to|need someone who can|needs someone who can|need somebody who can|wants someone who can|want someone who can|wants somebody who can|want somebody who can|wants someone to|want someone to|looking for someone to|looking for someone who can|looking for somebody to|looking for somebody who can|hoping i can|hope i can|hiring someone to|hiring to fix|complained about|complained that|complains about|complains that|moaned about|moaned that|admitted that|admits that|frustrated by|frustrated with|frustrated that|fed up with|keeps them awake is|kept awake by|under pressure to|under pressure from|want to stop|wants to stop|need to fix|needs to fix|trying to fix|desperate to|desperate for|burning issue is|main issue is|biggest issue is|the issue is|issue is|issue with|issues with|kämpfen mit|hauptproblem ist|probleme mit|problem mit|ont du mal à|problème avec|keen to sort out|want sorted|sick of|tired of|worried about losing|what hurts is|biggest pain is|main pain is|pain around",
      Cue(field: .challenge, extent: .after, subject: .third)
    ),
    (
      "are behind on|is behind on|they are behind|they're behind|behind schedule|falling behind|have missed|has missed|keep missing|keeps missing|keeps growing|keep growing|keeps breaking|keep breaking|keeps failing|keep failing|keep losing|keeps losing|are losing|is losing|lost # customers|lost # clients|lost half|can't keep up|cannot keep up|can't hire|can't find|cannot find|can't keep|don't talk to each other|do not talk|don't talk|nobody owns|no one owns|no single owner|nobody trusts|no one trusts|have dropped|has dropped|has fallen|have fallen|are falling|is falling|has halved|have halved|are leaving|keep leaving|walked out|killing them|killing us|kills them|costing them|hurting them|walk away|walks away|walking away|take # months|takes # months|takes # weeks|take # weeks|takes # days|take # days|left without|ring out|rings out|only half|still no|still not|losing people|losing customers|losing clients|leave within|quit within|never on time|always late|keep quitting|keeps quitting|nobody finishes|nobody knows|nobody has decided|no one knows|short of staff|short-staffed|understaffed|shorthanded|booked solid|overbooked|overstretched|overloaded|overwhelmed|turnover is|attrition|churn is|churn has|backlog|out of control|out of date|outdated|eat half|eats half|eat up|eats up|takes too long|take too long|far too long|too slow|slipped from|has slipped|have slipped|slipping|dropped from|falling apart|fell apart|firefighting|on fire|single point of failure|depend on one|depends on one|rely on one|relies on one|by hand|held together|no budget for|stuck on|stuck with|haemorrhaging|hemorrhaging|bleeding|late every|over budget|overdue|failed audit|failed the audit|audit findings|falls over|fall over|crashes|goes down every|unhappy customers|complaints are|complaints have|high turnover|growing pains|too many manual|chaos|a mess|mess|broken|leaking|no documentation|legacy system|legacy systems|tech debt|technical debt|silos|siloed|resigned|quit last|walked out|left in the|have left|nobody wants|no one wants|never talk|nobody reads|no one reads|doubled since|keeps slipping|keep slipping|cannot agree|can't agree|stalled|has stalled|have stalled",
      Cue(field: .challenge, extent: .sentence, subject: .third)
    ),
  ]

  private static let objections: [(String, Cue)] = [
    (
      "doubtful about my|doubtful about|doubtful that|doubtful whether|doubts i|doubts that i|doubt i|doubt that i|worry is that|worry is|concern is that|concern is|concern was that|concern was|concern that|main concern|only concern is|only concern was|only worry is|doubt is|doubt was|hesitation is|hesitation was|objection was|objection is|reservation was|concerned that|concerned about my|concerned about|concerned whether|worried that i|worries that i|fears i|afraid i|afraid that i|feared i|wonder whether i|wonders whether i|wondered whether i|wondered if i|wonders if i|unsure if i|unsure whether i|unsure whether|unsure if|unsure about my|not sure i|not sure if i|not sure whether i|wasn't sure i|wasn't sure if i|wasn't sure whether i|weren't sure i|weren't sure if|weren't sure whether|not convinced i|not convinced that i|not convinced by my|not convinced about my|wasn't convinced|weren't convinced|doubts whether i|doubts about my|doubts that i|doubted that i|doubted whether i|doubted my|doubted i|questioned whether i|questioned my|queried my|asked twice whether|asked twice if|asked twice about|pressed me on|pushed me on|pushed on|pushed back on|kept coming back to|keeps coming back to|came back to|picked on|poked at|probed my|challenged me on|grilled me on|hung up on|nervous that i|sceptical that i|skeptical that i|raised my|flagged my|flagged that|flagged the|flagged|frowned at my|frowned at|raised an eyebrow at|did not like that i|didn't like that i|disliked that i|didn't love|held against me|mark against me|minus point was|bothered by|bothered that|put off by|stumbled over my|noted my lack of|noted that i lack|bedenken wegen|zweifelt ob|zweifel ob|sorge dass|doute que|craint que|inquiet de",
      Cue(field: .objection, extent: .after)
    ),
    (
      "worried i|worried about my|too junior|too senior|too expensive|too consultative|too academic|too technical|too hands-off|too hands-on|too theoretical|too old|too young|too far|too specialised|too specialized|too corporate|too narrow|too general|too operational|too quiet|too slow for them|too small|too big|too long out|too tactical|too strategic|too many job changes|overqualified|over-qualified|underqualified|under-qualified|rather have someone|rather have somebody|prefer someone|prefer somebody|preferred someone|wanted someone with|wanted somebody with|hoped for someone|hoping for someone|wish i had more|wished i had|lack of experience|no experience|little experience|lacks experience|not enough experience|not enough|never managed|never led|never worked|never run|never carried|never owned|haven't used|have not used|haven't worked|haven't managed|haven't done|haven't led|job hopper|job hopping|job-hopping|jumped around|jumps around|gap in my|gaps in my|gap on my|gap year|were thin|was thin|bit thin|bit light|light on|thin on|short on|weak on|weak spot|weaker on|weaker than|a stretch for|be a stretch|might leave|would leave|get bored|be bored|flight risk|no degree|no direct|no background|no _ background|no _ _ background|no _ experience|no _ _ experience|lack of|lacks|lacking|seemed unconvinced|looked unsure|looked doubtful|was not sold|not sold on|too few|never done|cultural fit|culture fit|heavy accent|commute too|long commute|notice period is|notice too long|wary of|nervous about my|uneasy about my|uncomfortable with my|sceptical about my|skeptical about my|hesitant about my|keine erfahrung|zu wenig erfahrung|pas assez|manque d'expérience|my age|my accent",
      Cue(field: .objection, extent: .clause)
    ),
  ]

  /// "worried about": whose worry it is decides.
  private static let worries: [(String, Cue)] = [
    (
      "is worried that|is worried about|is worried the|was worried that|was worried about|was worried the|were worried that|were worried about|were worried the|are worried that|are worried about|are worried the|seems worried about|seemed worried about|seemed worried that|is concerned that|is concerned about|is concerned the|are concerned about|are concerned that|was concerned about|was concerned that|were concerned about|were concerned that|worries that|worries about|nervous that|nervous about|uneasy that|uneasy about|anxious about|anxious that|sceptical that|sceptical about|skeptical that|skeptical about|not sure about|unsure about|wasn't sure about|weren't sure about",
      Cue(field: .objection, extent: .after, subject: .third)
    )
  ]

  private static let rivals: [(String, Cue)] = [
    (
      "other candidate|other candidates|chose another candidate|went with another candidate|gone with another candidate|offered it to another|other finalist|other finalists|the finalist|other applicant|other applicants|# candidates|# other candidates|# other people|# others|# other|# applicants|# applications|# people for|# people this|# people in|# people at|# people on|# people left|# finalists|# in the running|# in the final|# left in|# still in|in the running|still in play|on the shortlist|shortlist of|shortlisted|short list of|internal candidate|internal candidates|internal applicant|internal applicants|internal rival|internal person|internal option|internal hire|internal man|internal woman|someone internal|somebody internal|someone internally|promoted internally|external candidate|external candidates|other contender|other contenders|up against|competing with|competing against|competition is|competition from|competition for|rival candidate|rivals|down to two|down to three|down to four|down to five|down to six|down to me|down to the last|final two|final three|final four|last two|last three|also interviewing|also seeing|also talking to|still interviewing|interviewing # more|interviewing # others|interviewing # people|seeing # people|seeing # others|seeing # more|seeing # candidates|speaking to # people|speaking to # others|speaking to # more|talking to # people|talking to # others|talking to # more|meeting # others|meeting # more|meeting # people|strong field|strong pool|runner-up|came second|second choice|another applicant|other person|other guy|other woman|one other|mitbewerber|weitere kandidaten|andere kandidaten|interner kandidat|interne bewerberin|interner bewerber|autres candidats|candidat interne|out of # applicants|candidates left|candidates in|more candidates|someone from a competitor|former employee|ex-employee|boomerang|frontrunner|front-runner",
      Cue(field: .competition, extent: .clause)
    ),
    (
      "lost to|lost out to|losing out to|beaten by|pipped by|beat me|chose an|chose a|picked an|picked a|went with an|went with a|going with an|going with a|hired an|hired a|chose someone who|picked someone who|went with someone who|gone with someone who|job went to|offered it to|went to an internal|went with an internal|gone with an internal",
      Cue(field: .competition, extent: .after)
    ),
  ]

  private static let missed: [(String, Cue)] = [
    (
      "ought to have told them about|ought to have told her about|ought to have told him about|ought to have mentioned|ought to have said|should have told them about|should have told her about|should have told him about|should have told them|should have told her|should have told him|should have said that|should have said|should have mentioned that|should have mentioned|should have brought up|should have talked about|should have used|should have led with|should've told them about|should've said|should've mentioned|should've brought up|should've led with|forgot to say that|forgot to say|forgot to mention that|forgot to mention|forgot to tell them about|forgot to tell her about|forgot to tell him about|forgot to tell them|forgot to tell her|forgot to tell him|forgot to bring up|forgot about|forgot the|forgot my|fgt to say|fgt to mention|fgt|never mentioned that|never brought up|never got to mention|never got to tell|never got round to|never got around to|never got to talk about|never told them about|never told them|never told her about|never told him about|didn't get to mention|didn't get to talk about|didn't get to tell|didn't get round to|did not get to mention|didn't bring up|did not bring up|didn't mention that|didn't mention|did not mention|didn't talk about|didn't tell them about|didn't tell her about|didn't tell him about|wish i had said|wish i had mentioned|wish i had told them about|wish i had told them|wish i had brought up|wish i'd said|wish i'd mentioned|wish i'd told them about|wish i'd told them|wish i'd told her about|wish i'd told him about|wish i'd told her|wish i'd told him|wish i'd brought up|wish i'd talked about|wish i had talked about|could have mentioned|could have said|could have told them about|could have told them|could have talked about|could have used|could have brought up|could've mentioned|could've said|would have liked to mention|sorry not to have covered|sorry not to have mentioned|sorry i did not mention|sorry i didn't mention|sorry i didn't get to|sorry i did not get to mention|sorry not to have talked about|meant to mention|meant to say|meant to bring up|meant to talk about|meant to tell them about|left out|left unsaid|failed to mention|missed the chance to mention|missed the chance to talk about|missed a chance to mention|missed chance to mention|missed my chance to mention|slipped my mind|omitted|neglected to mention|kicking myself for not mentioning|kicking myself for not saying|vergessen zu sagen|vergessen zu erwähnen|habe vergessen zu erwähnen|nicht erwähnt|oublié de mentionner|oublié de dire|oublié de parler|not mentioned|not said|no chance to mention|no time to mention|ran out of time to mention|ran out of time for|blanked on",
      Cue(field: .missedAccomplishment, extent: .after)
    ),
    ("never said that|never said|never mentioned", Cue(field: .missedAccomplishment, extent: .from)),
  ]

  private static let steps: [(String, Cue)] = [
    (
      "next step is|next steps are|next stage is|next round is|next is|next up is|next up|next will be|next comes|next step would be|next step will be|next stage will be|next stage would be|next round will be|next round would be|then there is|then there's|after that there is|followed by a|followed by an|will keep my file|will keep my cv|will keep my details|keep my cv on file|keep me on file|keep me in mind|should ring me|should call me|should email me|will ring me|will call me|will email me|will phone me|will invite me|will invite you|would like to invite|will set up|will arrange|will schedule|will organise|will organize|will book|will send me|will send over|will send the|will send a|she'll send me|he'll send me|they'll send me|she'll set up|he'll set up|they'll set up|she'll arrange|he'll arrange|they'll arrange|she'll book|he'll book|they'll call|she'll call|he'll call|they'll book|they'll schedule|she'll schedule|he'll schedule|want me to come|wants me to come|want me back|wants me back|want me to meet|wants me to meet|would like me to meet|would like you to meet|like me to do|want me to do|wants me to do|i'm to meet|i am to meet|i'll be meeting|will be meeting|through to the|put me through to|putting me forward|puts me forward|put me forward|will put me forward|moving me on|moving me forward|move me on|moving to the next|passing me on|passes me on|will pass my|pass me to|invited me back|invited me to|invited back|we would like to invite|we'd like to invite|like you to meet|background check next|then references|reference check next|nächster schritt ist|nächster schritt|danach folgt|als nächstes|prochaine étape|ensuite il y a|ensuite|next round|next stage|next step|next steps|there will be one more|there'll be one more|one more round|one more interview|another round|take-home|take home task",
      Cue(field: .nextStep, extent: .sentence)
    )
  ]

  private static let commitments: [(String, Cue)] = [
    (
      "i promised to|i promised her|i promised him|i promised them|i promised|promised to send|promised her|promised him|promised them|i said i'd|i said i would|said i'd|said i would|i told them i'd|i told them i would|i told her i'd|i told her i would|i told him i'd|i told him i would|told them i'd|told them i would|told her i'd|told her i would|told him i'd|told him i would|i agreed to|agreed to send|i agreed i would|i offered to|offered to send|i undertook to|i committed to|i owe them|i owe her|i owe him|i owe _|owe them|owe her|owe him|owe _|i need to send|i have to send|i'm to|i am to|need to send|have to send|must send|i must send|i'm to send|i am to send|i am sending|i'm sending|i should send|i will send|i'll send|i'll forward|i will forward|i'll share|i will share|i'll email|i will email|i'll mail|i will mail|i'll get back to|i will get back to|i'll come back|i will come back|i'll call|i will call|i'll ring|i'll write|i will write|i'll put together|i will put together|i'll prepare|i will prepare|i'll draft|i will draft|i'll bring|i will bring|i'll follow up|i will follow up|i'll let her know|i'll let him know|i'll let them know|i'll let you know|i asked if i could|asked if i could|i would get in touch|i'd get in touch|i would check in|i'd check in|i would follow up|i'd follow up|i would be in touch|i'd be in touch|i would let|i'd let|i replied that i would|i am going to send|i'm going to send|i gave my word|todo|to do|action for me|my action|note to self|remember to|don't forget to|i have promised to|i've promised to|i've promised|i have promised|as promised i will|as promised i'll|as promised|as agreed i will|as agreed i'll|ich habe versprochen|habe versprochen|versprochen|ich schicke|ich sende|ich habe zugesagt|j'ai promis de|j'ai promis d'|j'ai promis|j'enverrai|je dois envoyer|je dois|je vais envoyer|ich muss noch|muss noch",
      Cue(field: .commitment, extent: .after, subject: .first)
    )
  ]

  private static let connections: [(String, Cue)] = [
    (
      "we both|and i both|both went|both rowed|both studied|both worked|both grew|both know|both played|both come from|both from|both sing|both run|both ran|both live|both lived|both started|both did|both support|same college|same school|same university|same uni|same town|same village|same team|same club|same course|same street|same choir|same church|same boss|same professor|same supervisor|same lecturer|same gym|same year as|same hometown|same home town|same neighbourhood|same neighborhood|same class|same year group|same regiment|same hospital|same company as|same firm as|the same _ call centre|at the same|from the same|knows my|know my|knew my|knows an old|used to work with|used to work for my|used to work with my|used to share|worked with my|worked for my|worked with _ at my|mutual friend|mutual friends|mutual acquaintance|mutual contact|mutual contacts|mutual colleague|small world|my old boss|my former boss|my old colleague|my former colleague|old boss of mine|on my street|in my street|my street|my village|my road|my old school|my ex-colleague|old manager|my old team|fellow|alumnus|alumna|alumni|in common|put in a word|put in a good word|puts in a word|went to school with|was at school with|studied with|cousin|sister|brother|sister-in-law|brother-in-law|and i did|and i went|and i worked|and i studied|and i were|and i grew|my neighbour|my neighbor|daughter's school|son's school|teaches at my|grew up in my|grew up near|from my home town|from my hometown|whose sister|whose brother|friend of my|friend of mine|friends with my|plays in the same|turns out she knows|turns out he knows|turns out we|bonded over|also a keen|also supports|also plays|also grew up|shared a flat|shares my|same surname|ebenfalls aus|auch aus meiner|kennt meine|kennt meinen|gemeinsamer bekannter|gemeinsame bekannte|même école|même université|connaît mon|connaît ma|gleichen verein|selben verein|gleiche uni|selbe uni|gleichen uni|selben schule|gleichen schule",
      Cue(field: .connection, extent: .sentence)
    )
  ]

  private static let topics: [(String, Cue)] = [
    (
      "we talked about|talked about|we discussed|discussed|we covered|we went through|we went over|we spoke about|spoke about|we chatted about|chatted about|we touched on|touched on|asked re|talked through|talked me through|conversation about|discussion about|discussion of|long chat about|chat about|mostly about|main topics were|topics were|wir sprachen über|haben über|gesprochen über|nous avons parlé de|on a parlé de|wanted to talk about|wanted to hear about|they asked re|she asked re|he asked re|walked through|walked them through|walked her through|walked him through",
      Cue(field: .topic, extent: .after)
    )
  ]

  /// Words that make a date in the same sentence the day an answer is due.
  static let promised = PhraseTable<Bool>([
    (
      "let me know|lets me know|let you know|let us know|let them know|letting me know|tell me|tells me|tell you|hear back|hears back|heard back|hear from|hear by|hear something|get back to|gets back|get back|come back to me|comes back to me|come back with|back to me|back to you|be in touch|in touch|decision|decide|decides|deciding|verdict|answer|reply|respond|response|feedback by|feedback|expect to hear|i'll hear|i will hear|should hear|will hear|hear more|news by|news|email me|e-mail me|will email|'ll email|she'll email|he'll email|they'll email|will e-mail|call me|calls me|ring me|phone me|will call|will write|will ring|will phone|promised|promise|confirm by|confirm|result by|results|outcome|final word|final answer|sign by|need an answer|need my answer|make up their minds|make their mind up|make a decision|due by|offer by|offer expires|expires|valid until|open until|deadline|accept by|dec by|dec|antwort|rückmeldung|bescheid|meldet sich|melden sich|entscheidung|entscheiden|réponse|me dire|revient vers moi|reviennent vers moi|retour|décision|nouvelles|notify|update by|update me|update|inform me|writes to me|they want to move by|expect an offer|aiming to decide|choose by|will know|know by|knows by|answer me|message me|text me|ping me|shout by|either way",
      true
    )
  ])

  /// Words that make a date in the same sentence another appointment.
  static let appointment = PhraseTable<Bool>([
    (
      "next round|next stage|next step|second round|third round|final round|2nd rd|3rd rd|panel|start date|start on|start|starts|starting|join|joining|notice|holiday|on leave|away|case study|presentation|test day|trial day|lab day|follow-up interview|site walk|site visit|lunch with|breakfast|dinner|coffee with|aiming for|pencilled|invite for|meet the|meeting with|chat with|call with|conversation with|if nothing|nudge|chase|remind|launch|release|year end|since|last summer|until summer|contract ends|go live|go-live|expects them|audit",
      true
    )
  ])
}
