/// Words around names: common first names, and capital words that are never a name.
enum NameWords {
  static let of = wordKey("of")
  static let aus = wordKey("aus")
  static let asWord = wordKey("as")
  static let theWord = wordKey("the")
  static let whoWord = wordKey("who")
  static let isWord = wordKey("is")
  static let theirWord = wordKey("their")
  static let peopleWord = wordKey("people")
  static let human = wordKey("human")
  static let resources = wordKey("resources")

  static let legalForms = WordSet(
    "gmbh ag ltd limited llp llc inc plc corp corporation kg se sa sarl sas bv nv ab oy aps group holding holdings partners studios systems bank labs technologies solutions university hospital council trust foundation institute agency insurance logistics software energy foods pharma consulting services industries learning robotics utilities media networks health healthcare clinic motors marine academy charity housing brewery distillers distillery publishing interactive games digital retail stores hotels airlines airways railways construction homes properties estates textiles instruments electronics aerospace biotech therapeutics diagnostics genomics analytics ventures brothers sons daughters travel shipping freight robotik versicherung stadtwerke werke verlag assurances éditions"
  )
  static let articles = WordSet(
    "the a an their our der die das le la les l un une ihr ihre unser unsere your his her")
  static let department = WordSet("team department dept abteilung acquisition resources operations ops side")
  static let referrers = WordSet("referrer referral referred friend ex-colleague mentor intro")
  /// Words that end a title.
  static let breaks = WordSet(
    "who which that was is were has had said says asked told will would joined came left seemed looked on by at with from where when then but so because since also both they she he we i about by wrote runs led via per over plus them me my very really just only there here all into until after before during while liked took gave sat is and"
  )

  static let firstNames = WordSet(
    """
    aaron abby abdul abigail adam adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra alfred ali alice alicia alina
    alison allan amanda amara amelia amina amir amy ana anders andrea andreas andrew andré andy angela angelika anika anita anja anke ann
    anna annalise anne annette annika anthony antje antoine anton antonia antonio arjun arthur asha astrid audrey aurélie ava ayesha
    babak barbara bea beata beatrice beatriz ben benedikt benjamin benoît bernard bernd bert beth bettina bill bianca birgit bob boris
    brandon brian brigitte bruno bryan caleb callum cameron camille carl carla carlos carmen carol carolin caroline carsten catherine
    cathy cecilia céline charles charlie charlotte chen chiara chloe chloé chris christa christian christina christine christoph
    christopher claire clara claude claudia claus clemens colin connor constanze craig cristina cyril daisy dan dana daniel daniela danny
    darren dave david dawn dean deborah delphine denis denise dennis derek devendra diana diane didier diego dieter dimitri dirk dmitri
    dominic dominik dominique don donna dora doris dorothea doug duncan dylan ed eddie edith edward efe eileen elaine elena eleanor eli
    elias elif elisa elisabeth elise elizabeth ella ellen ellie elliot élodie emeka emil emily emma emmanuel enrique eric erica erik erin
    ernest esther ethan eva evan evelyn fabian farah fatima felicity felipe felix femi fiona florence florian fran frances francesca
    francesco francis francisco franck françois françoise frank franziska fred frédéric freya friedrich fritz gabriel gabriela gareth
    gary gavin gemma geoff george georg georgia gerald gerard gerd giles gina giorgio giovanni gisela giulia glen gloria gonzalo gordon
    grace graham greg gregor greta guillaume gunnar günter guy hana hanna hannah hannes hans harald harriet harry hassan heather hector
    heidi heike heinz helen helena helene helga helmut hendrik henri henrik henry hermann holger holly hugh hugo hussein ian ibrahim
    ignacio ike ilse imran ines inga inge ingo ingrid irene irina iris isaac isabel isabella isabelle isla ivan ivy jack jackie jacob
    jacqueline jade jake jakob james jamie jan jana jane janet janine jared jasmin jasmine jason javier jay jean jeff jen jenna jennifer
    jenny jens jeremy jérôme jess jessica jesus jill jim jo joachim joan joanna joao joe joel johan johann johannes john johnny jon jonas
    jonathan jordan jorge jörg josé josef joseph josh joshua joy joyce juan juana judith judy jules julia julian juliane julie julien
    juliet jürgen justin kai kamal karen karim karin karl karla karsten kate katharina katherine kathleen kathrin kathryn kathy katia katie
    katja katrin katy kay keith kelly ken kenji kenneth kenny kerry kerstin kevin khalid kim kirsten klaus kofi konrad kristen kristin
    kurt kwame kyle käthe lara larry lars latisha laura lauren laurence laurent lea leah lee leila lena lenny leo leon leonard leonie
    leslie lewis liam lilian lily linda lindsay lisa liz lloyd lorenzo louis louise luc luca lucas lucia lucía lucy luis luisa lukas luke
    lydia lynn maarten mads magda magdalena maggie mahmoud maja malcolm malte manfred manuel manuela mara marc marcel marcela marco
    marcus margaret margarita margot maria marie marina mario marion mark marko markus marlene marta martha martin martina martine mary
    maryam mathieu mathilde matt matteo matthew matthias maureen maurice max maximilian maxine maya megan mehdi mehmet mei mel melanie
    melissa mercedes mia michael michaela michel michele michelle miguel mike mikhail milan milena mira miriam mohamed mohammed moira
    molly mona monica monika morgan moritz muhammad nadia nadine nancy naomi natalia natalie natasha nathalie nathan neha neil nell nellie
    nia nicholas nick nicola nicolas nicole nigel niklas niko nikolai nils nina noah noel noor nora norbert norman nuno olaf ole oleg
    olga oliver olivia olivier olu omar oscar otto owen pablo paco pam pamela paola parisa pascal pat patricia patrick patty paul paula
    pauline pavel pedro peggy penny per perry peter petra phil philip philipp philippa philippe phoebe piotr pierre pilar polly priya
    rachel radek rafael rahul raj ralf ralph ramesh ramon raquel rashid rashida raul ravi ray raymond rebecca regina reiner reinhard renate
    rené ria ricardo richard rick rita rob robert roberta roberto robin rocío rodrigo roger roland rolf roman romain ron ronald rosa rose
    rosemary rosie ross roxana roy ruben rudolf rüdiger rupert russell ruth ryan sabine sabrina sally salma sam samantha samir samuel
    sana sandra sandro sanjay sara sarah sascha scott sean sebastian selin selma serena serge sergei sergio shane shannon sharon sheila
    shirley shreya sibylle sidney siegfried silke silvia simon simone siobhan sofia sonia sonja sophia sophie stacy stan stefan stefanie
    stella steph stephan stephanie stéphane stéphanie stephen steve steven stuart sue sunita susan susanne susie suzanne sven svenja
    sylvia sylvie sze tam tamara tamsin tania tanja tanya tara tariq tatiana ted terence teresa terry thabo theo theresa thierry thomas
    thorsten tilda till tim timo timothy tina tobias todd tom tomas tomasz tomoko toni tony tracy tracey trevor tristan ulf uli ulrich
    ulrike ursula ute uwe valentina valerie valérie vanessa vera verena veronica veronika vicky victor victoria vijay viktor vincent
    violet virginia vivian vladimir volker walter wanda wayne wei wendy werner wiebke wilhelm will william wolfgang xavier yan yannick
    yara yasmin yolanda yuki yusuf yves yvonne zac zachary zara zoe zoë émile
    """)

  /// Capital words that begin sentences or name things.
  static let never = WordSet(
    """
    i we he she they it you my our his her their the this that these those a an and or but so if when while then there here who what
    where why how which whose not no yes ok okay also next last first second third final asked said told call called calls email emails
    phone video zoom teams meet google skype webex slack office onsite interview interviews interviewer interviewers recruiter hr cto
    ceo cfo coo vp hm role position company team project product today tomorrow yesterday tonight thanks thank dear hi hello regards
    best kind sincerely cheers subject re fwd sent notes note summary topics questions question answer prep update todo action actions
    decision salary base bonus start date time place location format round stage status source tags linkedin github excel sql python
    java swift rust react english german french spanish dutch italian american british european uk us usa eu london berlin paris munich
    hamburg zürich zurich vienna madrid lisbon dublin leeds bristol manchester edinburgh glasgow toronto boston chicago seattle
    amsterdam brussels after before during because since with without for from to at in on by of as is was were are be been do does did
    has have had will would can could should may might must just very really maybe perhaps probably overall otherwise however anyway
    everyone everybody nobody somebody someone anyone none all both each every some many most more less other another same good great
    nice fine bad ok long short big small new old main only even still already again always never ever now later soon once twice please
    sorry well however though although unless until despite instead besides plus minus per via hiring manager panel people talent
    human resources marketing sales finance engineering operations product design data customer support legal it ops research board
    works council job application applications offer rejection rejected accepted withdrawn waiting pending applied screen screening
    technical case study take-home presentation test task homework lunch dinner breakfast coffee tea reception lobby building floor room
    monday christmas easter problem problems challenge challenges concern concerns worry objection doubts competition candidates
    candidate promised promise forgot missed connection connections small world gespräch termin stelle teilnehmer antwort gehalt frage
    fragen nächste nächster entretien poste entreprise bonjour bien question cordialement merci sehr geehrte geehrter liebe lieber guten
    tag mit freundlichen grüßen viele und oder aber auch der die das ein eine ich wir sie er es man nous vous ils elles il elle je on ce
    cette le la les un une et ou mais avec pour dans sur chez noch nach vor bei von zum zur im am als wie was wer wo wann warum
    gmbh ag ltd llp inc plc llc corp sarl sa se kg co limited group holding holdings spoke talked met discussed covered wants wanted
    needs need want asks says told she'll he'll they'll i'll i'd i've i'm we'll it's that's there's don't didn't can't won't
    gave got had made seems seemed looks felt feel think thought believe hope expect expecting send sending bring follow check confirm
    book prepare write read review finish add ask tell talk speak remember reply ring chase nudge look looking mention mentioned
    """)
}
