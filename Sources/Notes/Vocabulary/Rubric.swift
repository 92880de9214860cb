/// What a label, a heading or a column says its content is.
enum Rubric: String, CaseIterable, Sendable {
  case organisation, role, date, time, format, round, stage
  case interviewer, recruiter, hr, referrer, contact, people
  case personTitle, email, phone, salary, agency
  case topic, theirQuestion, myQuestion, question, answer
  case challenge, objection, competition, missed, promised, next, commitment, connection
  /// Ordinary notes.
  case general
  /// The candidate's own preparation, wishes for questions: not record.
  case preparation
  /// A value that is read but no finding: place, start date, tags.
  case ignore
}

/// Labels and headings as people write them, English first, German and French for people, dates and employer.
enum RubricWords {
  /// Phrases that are a label or heading as a whole.
  static let exact = Phrases<Rubric>(facts + persons + findings + others).listed(as: .rubrics)

  private static let facts: [(String, Rubric)] = [
    (
      "company|organisation|organization|employer|firm|org|co|business|client|account|company name|employer name|unternehmen|firma|arbeitgeber|société|societe|entreprise|employeur|where|studio|school|hospital|hotel|council|charity|university|restaurant|clinic|practice|publisher|manufacturer|employing firm|hiring company|target company|client company|end client|kanzlei|klinik|schule|verein|établissement|cabinet recruteur|kunde|mandant|endkunde|auftraggeber|client final",
      .organisation
    ),
    (
      "what|role|position|job|job title|title|post|job applied for|post applied for|applying for|going for|vacancy title|position title|the post|the vacancy|puesto|ruolo|functie|vacancy|opening|applied for|job role|function|stelle|rolle|jobtitel|poste|fonction|intitulé|role applied for|position applied for|for|opportunity|the role|the job|role title|the position|offered role|bewerbung als",
      .role
    ),
    (
      "date|when|day and time|time and date|date held|seen on|interview time|datum und uhrzeit|fecha|interview date|date of interview|day|datum|termin|interview on|scheduled|scheduled for|date and time|date time|date / time|held|held on|met on|wann|quand|le|call date|date du rendez-vous|datetime|start|interviewed on|interviewed|date interviewed|interview day|gesprächstermin|date entretien|date de l'entretien|rdv|last contact|interview|seen|saw them|saw them on|visited|visited on",
      .date
    ),
    ("time|uhrzeit|heure|at", .time),
    (
      "format|type|kind|medium|mode|channel|how|method|how held|conducted via|interview method|modalité|modalités|where and how|via|art|form|platform|interview type|type of interview|location|place|ort|lieu|venue|interview format|canal|support|mode d'entretien|type d'entretien|medium used|kanal|gesprächsform",
      .format
    ),
    (
      "round|interview round|runde|tour|round no|stage of process|which round|interview stage|round number|interview no|interview number",
      .round
    ),
    ("stage|status|phase|step|état|étape|stand", .stage),
    (
      "salary|comp|compensation|pay|package|base|money|rate|gehalt|salaire|rémunération|remuneration|base salary|range|salary range|pay range|comp range|day rate|daily rate|offer|budget|the money|ctc|wages|pays|it pays|what it pays|hourly|pay offered|bruttogehalt|salario|tarif|ote|salary band|band|vergütung|gehaltsrahmen|salary expectation|tjm|fourchette|pay band|hourly rate|wage|base pay|gehaltsvorstellung|salary offered",
      .salary
    ),
  ]

  private static let persons: [(String, Rubric)] = [
    (
      "interviewer|interviewers|interviewed by|chaired by|conducted by|who i saw|i saw|i met|met by|people seen|seen by|hiring mgr|hiring lead|vu|vus|rencontrés|reçu par|en face|échange avec|gesehen|gesprochen mit|interviewer s|panel|panellists|panelists|spoke to|spoke with|met|met with|with|w/|hiring manager|manager|who|line manager|interviewer name|gesprächspartner|gesprächspartnerin|interviewpartner|also there|also present|also in the room|also on|also in|present|host|boss|would report to|reports to|reporting to|lead interviewer|second interviewer|interlocuteur|interlocutrice|interlocuteurs|rencontré|avec|ansprechpartner fachbereich|vorgesetzter|vorgesetzte|hm|chair|led by|run by|in the room|on the call|on their side|talked to|talked with|mit|talking to|from their side|and|plus|joined by",
      .interviewer
    ),
    (
      "recruiter|agency recruiter|headhunter|talent acquisition|talent partner|talent|sourcer|agent|consultant|personalberater|personalberaterin|recruteur|recruteuse|recruiter name|recruiting contact|recruiting|booked by|arranged by",
      .recruiter
    ),
    (
      "hr|hr contact|human resources|people team|people partner|personal|personalabteilung|rh|hr person|hr manager|ressources humaines|drh|personalreferentin|personalreferent|personalleitung",
      .hr
    ),
    (
      "referrer|referred by|referral|intro|introduced by|introduction|recommended by|via|intro by|empfohlen von|recommandé par|intro from|referral from",
      .referrer
    ),
    (
      "contact|contact person|contact name|ansprechpartner|ansprechpartnerin|kontakt|poc|point of contact|contact details|main contact|from|interlocuteur principal|person|name|name and title",
      .contact
    ),
    (
      "people|who i met|who was in the room|who was there|attendees|participants|teilnehmer|teilnehmerinnen|anwesend|présents|participants et rôles|panel members|people i met|the panel|interview panel|interviewers|the people|cast|who|in the room|who i spoke to|who i talked to|met|gesprächspartner|personnes|personnes rencontrées|beteiligte|people met|the team|who they are|who|whom i met|people in the room|who s who|jury|cast of characters|the cast|characters|faces|dramatis personae|line-up|lineup|the room|who was who|in attendance|gesprächsrunde|am tisch|autour de la table",
      .people
    ),
    (
      "interviewer title|interviewer's title|interviewer role|interviewer position|contact title|their title|her title|his title|job title of interviewer",
      .personTitle
    ),
    ("e-mail|email|mail|e mail|email address|courriel", .email),
    ("phone|tel|telephone|mobile|cell|telefon|tél|téléphone|handy|mob|direct|phone number|t|m|ph|d|portable", .phone),
    ("agency|recruitment agency|search firm|agentur|cabinet", .agency),
  ]

  private static let findings: [(String, Rubric)] = [
    (
      "talked re|spoke re|discussed re|gesprächsinhalte|inhalte|topics|topics covered|topics discussed|covered|discussed|we covered|we discussed|we talked about|talked about|what we talked about|what we discussed|what we covered|discussion|subjects|themes|agenda covered|areas covered|ground covered|conversation|things we discussed|themen|besprochen|sujets|sujets abordés|asked re|subjects covered|what came up|discussion points|points discussed|talking points covered|topic|main topics|what they asked about|topics we covered|went over|went through|gesprächsthemen|wir sprachen über|content|what we went through|thèmes abordés|points abordés|we went through|we went over|spoke about|they asked about|ground we covered|stuff we covered|cvrd|disc|discd|disc'd|tlkd|talked abt|spoke abt|chatted about|we got into|got into|stuff we got into|things we got into|what we got into|what we chewed over|chewed over|went into|we went into|on the table|gist|worüber|gesprochen über|on a parlé de|points discutés",
      .topic
    ),
    (
      "frage|qs|qs asked|qs they asked|qs from them|q's|asked of me|things they asked|what they wanted to know|they wanted to know|grilled on|grilled me on|frage an mich|ask|was asked|got asked|asks|she asks|he asks|they ask|questions|questions they asked|their questions|they asked|questions asked|questions from them|asked me|what they asked|q and a|q&a|interview questions|questions for me|questions and answers|questions and how i did|questions i was asked|they asked me|asked|q from them|q from her|q from him|she asked|he asked|questions from the panel|questions from panel|fragen|fragen an mich|questions posées|q|question|panel questions|technical questions|behavioural questions|questions put to me|questions i got|what i was asked|tough questions|hard questions|grilling time|grilling|the grilling|their turn|their go|quiz|interrogation|curveball|curveballs|tough ones|hard ones|what they threw at me|thrown at me|was gefragt wurde|sie fragten|on m'a demandé|question asked|question put|asked question|question posée",
      .theirQuestion
    ),
    (
      "questions i asked|my questions|i asked|my q|qs i asked|q from me|my question|asked by me|what i asked|questions from me|questions for them i asked|my qs|qs from me|my questions and their answers|meine fragen|mes questions|what i asked them|i asked them|questions i put to them|asked them|from me|questions i asked them|my questions to them|i then asked|me to them|my turn|my go|over to me|then me|me asking|what i wanted to know|my own questions|questions back|ich habe gefragt|rückfragen|eigene fragen|j'ai demandé|ma question",
      .myQuestion
    ),
    (
      "answer|a|my answer|her a|his a|their a|antwort|réponse|response|their answer|her answer|his answer|i said|ans|my a|r|rép",
      .answer
    ),
    (
      "issue|pain area|pain areas|problem area|problem areas|reason for hiring|reason for the hire|why the vacancy|what needs sorting|what they need|what they want fixed|what they want sorted|bottleneck|bottlenecks|baustelle|baustellen|points noirs|souci|soucis|préoccupation|préoccupations|problem dort|sorgen|défi|difficulté|probleme|problemfelder|their issues are|challenges|challenge|problems|problem|their problems|their challenges|pain points|pain|pains|pain point|issues|their issues|what they are struggling with|what they struggle with|struggles|why open|why hiring|why the role|why the role is open|why is it open|why it is open|why they are hiring|reason for vacancy|what hurts them|what is wrong there|what is broken|what's broken|what hurts|where it hurts|main problem|company challenges|key challenges|co prob|prob|probs|their pain|herausforderungen|herausforderung|problème|problèmes|défis|difficultés|business problems|what they need fixed|headaches|headache|their headache|challenge for them|what keeps them up at night|need|their need|needs|big problem|biggest problem|biggest challenge|main challenge|why now|what needs fixing|difficulties|trouble|troubles|problems they have|problems they face|their situation|team problems|what's wrong|what is wrong|their main problem|why they need someone|pbs|knackpunkt|schwierigkeiten|enjeux|enjeu|ails|what ails them|what's broken there|firm's problem|troubles there|why they need me|why they need anyone|what they need solved|what they want solved|what needs fixing there|the mess|mess|their mess|sore points|sore point|burning issues|baustellen dort|wo es brennt|wo der schuh drückt|ce qui ne va pas|nightmare|their nightmare|misery|woes|gripes|gripe|moan|moans|what i would walk into|what i'd walk into|what i would inherit|what i'd inherit|what awaits me|what i'd be dealing with|what they moan about|they moan about|they complain about|they struggle with|they suffer from|where it's burning|where it burns|what's on fire|on fire|state of things|state of play there|reality check|the hole they are in|engpass|engpässe|leidensdruck|points de douleur|what's up over there|what's up there|what is up there|what goes wrong there|between the lines|what's behind it|what is behind it|reading between the lines",
      .challenge
    ),
    (
      "objections|objection|concerns|concern|doubts|doubt|worries|worry|bad|the bad|less good|not so good|minuses|downsides|what bothered them|what put them off|unsure about|not sure about|weak point|weak points|counts against me|where i was weak|marked down for|criticism|criticisms|kritik|kritikpunkte|vorbehalt|vorbehalte|négatif|points négatifs|doute|réticence|réticences|hésitations|inquiétude|inquiétudes|point faible|points faibles|befürchtung|befürchtungen|skepsis|doubts about me|their doubts|their concerns|concerns about me|concern on their side|red flags|red flag|red flag for her|red flag for him|red flag for them|reservation|flag|flags|her flag|his flag|one flag|weak spots|worry about me|worries about me|reservations|hesitations|hesitation|pushback|push back|bedenken|zweifel|einwände|einwand|réserves|réserve|doutes|gaps|gap|obj|obs|negatives|what worried them|what they worried about|their worries|against me|cons|why not me|points against|points against me|their hesitation|reason given|reason|feedback|weakness|weaknesses|risk|risks they see|what they doubt|where they doubt me|possible objections|their objections|objections raised|sticking point|sticking points|minus|frein|freins|on the fence about|on the fence|not sold on|hesitant about|sceptical about|skeptical about|wary of|nervous about|lukewarm on|unconvinced by|unconvinced|less good for me|lows|what i lack|what they say i lack|lacking|what's missing|what is missing in me|missing in me|against|against me personally|was gegen mich spricht|gegen mich|contre moi|ce qui coince|cncrn|cncrns|dbt|dbts|wrry|hesit|reserv|they sneer at|they frown at|where i might fall down|where i fall down|where i fell down|where i fall short|where i might fall short|where i lost points|lost points|lost points for|points lost|where i came up short|what i don't have|i don't have|what they think i lack|i lack|they think i lack|they fear|their fear|fear|fears|wermutstropfen|minuspunkte|gegen mich spricht|ce qui me manque|mes points faibles|sorge|eine sorge|seine sorge|ihre sorge|what he didn't like|what she didn't like|what they didn't like|worried about me because|they hesitate because|hesitating because|hmm|hm|meh|uh-oh|not so great|not great|so-so",
      .objection
    ),
    (
      "competition|other candidates|competitors|rivals|other runners|who else applied|who else is in it|others in it|how many|opposition|andere bewerber|rival candidates|the competition|candidates|other people|who else|the field|shortlist|konkurrenz|mitbewerber|weitere kandidaten|concurrence|autres candidats|others|also in the running|in the running|competing|my competition|up against|the others|other applicants|rival|pool|candidate pool|competitor|who i am up against|comp'n|in the race|who else is there|the rest of the field|contenders|other contenders|runners|against whom|rivals for it|bewerberlage|weitere bewerber|noch im rennen|en lice|autres candidates|also in it|in it too|still in it|also after it|also up for it|also going for it|who else wants it",
      .competition
    ),
    (
      "missed|forgot|forgot to say|forgot to mention|didn't come up|never came up|not raised|not brought up|didn't get to say|wish i'd told them|should have told them|i left out|omissions|hätte ich sagen sollen|untold|i never got to|never got to|i never said|things i forgot|should have said|what i forgot|left out|didn't say|did not say|didn't mention|did not mention|not mentioned|missed accomplishments|missed opportunities|missed chances|fgt to say|forgotten|vergessen|oublié|oublis|what i should have said|what i didn't say|wish i had said|wish i'd said|wish i had mentioned|could have said|unsaid|things i should have said|accomplishments i left out|things i left out|what i left out|should've said|never said|never mentioned|regrets|l'esprit de l'escalier|esprit d'escalier|afterthoughts|missed it|should have mentioned|what i missed|i forgot|forgot to tell them|not said|ce que j'ai oublié|what i never said|omitted|left unsaid|kicking myself|kick myself|missed telling|missed saying|forgot to tell|forgot telling|forgot saying|not told|never told them|didn't tell them|too late to say|staircase wit|on the way home|thought of later|thought of too late|nicht gesagt|vergessen zu sagen|pas dit|ce que je n'ai pas dit|d'oh|doh|argh|aargh|grr|oops|facepalm|i should've said|i should have said|i should have told them|should have shown|too late now|never got out|what i never got out|pech|mist",
      .missed
    ),
    (
      "by|result expected|answer expected|reply expected|response expected|outcome expected|outcome due|they'll let me know|let me know by|they answer|they'll decide|when will i hear|know by|call back by|call back|feedback due|verdict by|verdict due|decision on|zusage bis|bescheid bis|bescheid|said they'd tell me|they'd tell me|would tell me|told me by|decision|decision by|decision due|dec|answer by|answer due|hear back|hear back by|reply by|response by|feedback by|deadline|decision date|they decide|verdict|entscheidung|antwort bis|réponse avant|décision|when they decide|will hear|will hear by|hear by|outcome by|outcome|news by|respond by|result|timeline|time line|timing|rückmeldung|rückmeldung bis|their deadline|due|due back|promised|promised by|promised date|expect to hear|expect answer|expected answer|expect news|expecting to hear|back to me|back to me by|hear from them|result by|results by|retour|réponse|when will they decide|reponse|feedback expected|decision expected|decide by|get back|final decision|decision when|entscheidung bis|answer|next contact|answer promised|reply due|retour prévu|hear from them by|call by|word by|will know|i'll know|i will know|ergebnis|ergebnis bis|résultat|résultat attendu|antwort|to hear by|expect word|expected by|expect a call|expect a call by|decision expected by|reply promised|when do i know|when do i hear|when will i know|when i'll know|when i know|when i hear|when i will hear|when i'll hear|wann höre ich|quand je saurai|rückruf|rückruf bis|meldung bis|nachricht bis|they call|she calls|he calls|they ring",
      .promised
    ),
    (
      "2nd stage|second stage|3rd stage|third stage|2nd round|second round|3rd round|third round|next|next step|next steps|they said they'd|they said they would|they will|they'll|what follows|next thing|if yes|if successful|nxt|what happens now|what's next|what is next|what next|what happens next|process|next stage|next round|then|nächste schritte|nächster schritt|prochaine étape|prochaines étapes|suite|la suite|the process from here|from here|process from here|afterwards|up next|weiteres vorgehen|wie es weitergeht|next up|where it goes from here|remaining steps|steps left|upcoming|the plan|their next step|follow-up from them|after this|after that|still to come|next action|their plan|weiter|coming up|how it goes on|et après|before i sign|before signing|before an offer|if i get it|when i pass|if i pass|if that goes well|if it goes well|in case of yes|danach|dann|im anschluss|anschließend|ensuite|puis|after it|after which|stage after|hurdle|next hurdle|next date|next up for me|what they do next|them|ball in their court|they do|prochain rendez-vous|follows|way forward|roadmap|ablauf|weiterer ablauf|weitere schritte|and now|now what|what now|then what|what then|and then what|what's coming|coming next|qu'est-ce qui suit|und jetzt|wie weiter|their side|their part",
      .next
    ),
    (
      "actions|action|action items|to do|todo|todos|to-dos|to dos|action item|my action items|jobs for me|my jobs|i'll send|i said i'd do|what i said i'd do|they want from me|they need from me|needed from me|wanted from me|to provide|to supply|must send|must do|don't forget|i said i'd send|i am to|my actions|my to-dos|my todos|tasks|my tasks|follow up|follow-up|follow ups|follow-ups|followup|what i promised|i promised|promises|my promises|promised them|i owe|i owe them|owed|for me|me|my side|homework|commitments|my commitments|aufgaben|zu erledigen|à faire|mes actions|i said i would|i said i'd|i will|to send|i need to|i have to|i must|on me|my homework|mine|from me to them|action for me|actions for me|my next steps|what i owe|what i owe them|i committed to|versprochen|promis|j'ai promis|ich habe versprochen|owe|owe them|things i promised|what i said i would do|i agreed to|outstanding|ai|ais|by me|to-do list|todo list|still to do|pending from me|deliverables|send|zu senden|nachreichen|nachzureichen|zuschicken|einreichen|stuff to do|things to do|left to do|to share|to forward|to bring|to hand in|to submit|to deliver|to email|to provide them|share with them|paperwork to send|documents to send|à envoyer|à transmettre|i send|i bring|i deliver|i provide|ball in my court|i do|what i do|to-dos for me|what they get from me|they get from me|from me by|said yes to|i said yes to|hausaufgaben|meine hausaufgaben|liefern|mitbringen|nachliefern|à fournir|je dois|je fournis|undertaken|undertaken by me|undertakings|loose ends|for my list|my list|schicken|schicke|bringe|liefere|ich|moi",
      .commitment
    ),
    (
      "connections|connection|small world|common ground|in common|ties|who knows who|we share|we both|shared past|rapport|personal|personal notes|links|link|shared|things in common|what we have in common|personal connection|personal connections|gemeinsamkeiten|points communs|common|mutual|mutual contacts|mutual friends|people in common|shared history|shared background|we have in common|verbindung|point commun|lien|human side|personal link|coincidence|coincidences|what connects us|connects us|small world again|who knows whom|know in common|people we know|we have a friend in common|bekannte|gemeinsame bekannte|kennt wen|connaissances communes",
      .connection
    ),
  ]

  private static let others: [(String, Rubric)] = [
    (
      "notes|overall|summary|impressions|impression|to know|good to know|the good|plus points|upsides|gut feeling|general|background|what happened|how it went|company notes|about them|about the company|what they do|the company|the office|culture|pros|learned|things learned|what i learned|debrief|feelings|mood|good|positives|strengths|went well|what went well|interview notes|applications|overall impression|context|about the role|about the team|kontext|eindruck|impressions générales|recap|remarks|observations|my take|verdict on me|bauchgefühl|general impression|the day|setting|atmosphere|vibe|fazit|allgemein|bilan|notizen|remarques|body|log|journal|highlights|comments",
      .general
    ),
    (
      "prep|preparation|before|before the interview|prep notes|preparing|to prepare|questions to ask|questions i want to ask|questions for them|ask them|to ask|my prep|vorbereitung|fragen die ich stellen will|research|homework before|want to ask|things to ask|possible questions|likely questions|expected questions|practice|rehearsal|star stories|stories to tell|talking points|my pitch|pitch|elevator pitch|reading list|bring|dress code|to research|préparation|questions à poser|prep questions|not asked|unasked|did not ask|didn't ask|didn't get to ask|never asked|questions not asked|questions i didn't ask|questions i did not ask|no time to ask|fragen an sie|checklist before|things to check beforehand|logistics|template|how to use|instructions|key messages|cheat sheet|self intro|beforehand|ran out of time to ask|questions left|zu fragen|things to bring|questions to prepare|strengths to mention|what to say|plan for the interview|ask if time|parked|unasked questions|noch zu fragen|wollte ich fragen",
      .preparation
    ),
    (
      "start|start date|notice|notice period|hybrid|remote|office|tags|tag|created|updated|modified|url|link to ad|website|source|benefits|bonus|pension|holiday|holidays|equity|car|perks|address|parking|zoom link|meeting id|passcode|dial in|id|ref|reference|references|job ref|aliases|cssclass|publish|type of contract|contract|dept|department|team|team size|team is|size|written|written on|attachments|attached|resume|cv|cv version|resume version|resume sent|duration|length|dauer|durée|applied|applied on|date applied|application date|beworben am|priority|rating|score|interest|excitement|deadline to apply|closing date|author|cc|bcc|to|hours|start time|weather|food|lunch|travel|expenses|stack|tech stack|tech|products|industry|sector|size of company|staff|headcount|hq|founded|revenue|product|options|sign-on|vacation|p s|ps|fyi|nb|job posting|posting|posting url|job url|last updated|category|lang|language|languages|mood score",
      .ignore
    ),
  ]

  /// Words that make any heading one of preparation, whatever else it says: "Questions to ask next time".
  static let unasked = Phrases<Rubric>([
    (
      "not asked|unasked|didn't ask|to ask|want to ask|before i went|before i go|before going|before the interview|before the call|before the day|before i walked|night before|day before|homework before|may ask|might ask|could ask|will ask|likely to ask|prep|preparation|beforehand|if there is time|if time|next time|reminders|vorbereitung|template|à préparer|zu stellen",
      .preparation
    )
  ]).listed(as: .unasked)

  /// Words that decide a label or heading in which they occur beside others.
  static let words = Phrases<Rubric>([
    (
      "i asked|from me|my question|my questions|my q|asked them|meine fragen|i wanted to know|asked back|put to them|turned the tables|ich fragte|ich gefragt|j'ai demandé|my turn|i put to them|i asked them|i put|put by me|question i|questions i",
      .myQuestion
    ),
    (
      "questions|they asked|asked me|fragen|asked by|asked of me|grilling|grilled|grilled on|quizzed|interrogated|thrown at me|they threw|put to me|wanted to know|fragten|gefragt|demandé|he asked|she asked|he wanted|she wanted",
      .theirQuestion
    ),
    (
      "forgot|forgotten|should have|should've|left out|didn't say|didn't mention|wish i|missed|never mentioned|vergessen|oublié|never told|not told|didn't get to|did not get to|unsaid|kept quiet|slipped my mind|too late|afterwards|on the way home|didn't tell|didn't come up|omitted|nicht gesagt|pas dit|kept to myself|keep to myself|kept back|kept quiet about|sat on my",
      .missed
    ),
    (
      "worries them about|worries her about|worries him about|objection|objections|concern|concerns|doubt|doubts|worry|worries|worried|red flag|red flags|reservations|hesitation|bedenken|zweifel|réserves|weak spot|weak spots|against me|pushback|hold against me|held against me|holds against me|held against us|not me|on the fence|the fence|sceptical|skeptical|unsure|not sure|hesitant|hesitate|hesitations|hesitated|hesitating|wobble|wobbles|wobbled|put them off|puts them off|fell short|weaknesses|weakness|criticism|criticisms|minus|minuses|say no|reasons not to|thumbs down|unconvinced|wary|cold feet|didn't like|did not like|disliked|dislikes|lukewarm|marked me down|marks against|sneer|sneer at|frown at|fall down|fall short|falling short|trip up|come unstuck|lose points|lost points|points lost|came up short|i lack|think i lack|don't have|sink me|sinks me|cost me|costs me|kill it for me|hurt me|trip me up|let me down|stop them|stops them|put them off me|why they may not|why they might not|hold me back|holds me back|gripe with me|problem with me|issue with me|beef with me|trouble with me|not in my favour|not in my favor|speaks against|counts against",
      .objection
    ),
    (
      "worries them|worries her|worries him|bothers them|keeps them up|struggling|struggle|struggles|problem|problems|challenge|challenges|pain|pains|headache|headaches|broken|hurting|why open|vacant|keeps them|keeps her|keeps him|herausforderungen|difficultés|stuck|wrong|ails|trouble|troubles|difficulty|difficulties|issue|issues|hurts|needs fixing|need fixing|to fix|fixing|sore point|sore points|goes badly|going badly|bleeding|burning|mess|probleme|sorgen|problème|problèmes|soucis|why they need|nightmare|nightmares|misery|woes|gripe|gripes|moan|moan about|complain|complain about|grumble|grumble about|whinge about|suffer|suffer from|on fire|walk into|inherit|falling apart|lacking|difficulties at|troubles at|sore|hurt them|weigh on them|weighs on them|plague them|plagues them|eats them|eat them up|sticking points for them",
      .challenge
    ),
    (
      "competition|other candidates|rivals|running|shortlist|competitors|up against|candidates|konkurrenz|candidats|the field|contenders|contender|in the race|in the frame|who else|bewerber|mitbewerber|konkurrenten|concurrents",
      .competition
    ),
    (
      "small world|in common|connection|connections|common ground|gemeinsam|commun|in common with|overlap|who knows|common friends|common past|knows whom",
      .connection
    ),
    (
      "i promised|i owe|my promises|promised them|to do|todo|to dos|action|actions|follow up|follow ups|commitments|my homework|on my plate|my tasks|my list|i said i'd|i said i would|owed|to send|send them|stuff to do|things to do|jobs to do|up to me|from my side|in my court|to hand in|to deliver|i need to|i have to|i must|chores|erledigen|schicken|à envoyer|à faire|undertaken|undertakings|agreed to do|agreed by me|promised by me|loose ends|still open for me|down to me",
      .commitment
    ),
    (
      "next step|next steps|happens next|happens now|what's next|from here|next|nächste|prochaine|prochaines|what comes|comes next|what follows|after this|lies ahead|still ahead|the road ahead|still to come|to come|goes from here|wie es weitergeht|geht es weiter|danach|ensuite|la suite|follows|next hurdle|the way on|way forward|road from here|happens after|happens then|comes after|comes then|happens if",
      .next
    ),
    ("decision|hear back|answer by|verdict|decide|entscheidung|décision|deadline", .promised),
    (
      "talked about|discussed|covered|topics|themes|themen|sujets|subjects|got into|chewed over|chatted about|went into|dug into|touched on|spoke about|talked of|discussion|came up",
      .topic
    ),
    (
      "in the room|attendees|participants|interviewers|panel members|who i met|people|teilnehmer|who was there|in attendance|on the panel|across the table|across from me|spoke to|spoke with|with whom|i met|who came",
      .people
    ),
    ("salary|compensation|money|pay|gehalt|salaire|package", .salary),
    ("overall|impression|impressions|how it went|what happened|summary", .general),
  ]).listed(as: .rubricWords)
}
