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
    "gmbh ag ltd limited llp llc inc plc corp corporation kg se sa sarl sas bv nv ab oy aps group holding holdings partners studios systems bank labs technologies solutions university hospital council trust foundation institute agency insurance logistics software energy foods pharma consulting services industries learning robotics utilities media networks health healthcare clinic motors marine academy charity housing brewery distillers distillery publishing interactive games digital retail stores hotels airlines airways railways construction homes properties estates telecom ceramics cider outdoor outfitters bakery kitchens furniture freight ferries steel mills dairy verlag maschinenbau antriebstechnik stadtwerke textiles instruments electronics aerospace biotech therapeutics diagnostics genomics analytics ventures brothers sons daughters travel shipping freight robotik versicherung stadtwerke werke verlag assurances éditions press school schools cloud textile fabrics buses coaches haulage shipping ports aviation optics photonics semiconductors medical dental vets veterinary nurseries landscapes timber joinery interiors architects surveyors solicitors accountants capital investments bakeries roasters catering restaurants brewing wines spirits power solar renewables petroleum minerals mining quarries metals castings plastics polymers chemicals coatings packaging books magazines television films productions records theatre museum gallery borough surgery hospice college infirmary outdoors cycles boatyard cruises holidays resorts leisure fitness fashion clothing apparel jewellers cosmetics automation robotik pumps cooperative co-operative waterworks orchards farms estate vineyards"
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
    aaron abby abdul abigail adam adele adrian adrienne agnes ahmed aiden aileen ainsley aisha aisling alan alana
    alba albert alec alejandra alejandro alessandro alex alexander alexandra alexis alfie alfred ali alice alicia
    alina alison alistair allan allison althea alvaro alyssa amal amanda amara amelia amelie amina amir amit amrita
    amy ana anastasia anders andrea andreas andrei andrew andré andy angela angelika angelina angus anika anil anita
    anja anjali anke ann anna annabel annalise anne anneke annemarie annette annika ansel anthony antje antoine anton
    antonia antonio anwen archie ariana arjun arnold arthur arun asha ashok ashton asif astrid audrey aurora aurélie
    ava avery ayesha aziz babak barbara barry bashir basil bea beata beatrice beatrix beatriz becky bella ben
    benedict benedikt benjamin benny benoît bernadette bernard bernd bernice bert beth bettina beverly bianca bilal
    bill billie birgit blair blake bob bobby boris brad bradley brandon brenda brendan brett brian bridget brigitte
    bruce bruno bryan bryony caitlin caleb callum calvin cameron camille carl carla carlo carlos carly carmel carmen
    carol carole carolin caroline carsten cassandra cathal catherine cathy catriona cecile cecilia celeste cesar chad
    chandra chantal charlene charles charlie charlotte chelsea chen cheryl chiara chidi chloe chloé chris christa
    christian christina christine christoph christopher ciara cillian claire clara claude claudia claudio claus
    clayton clemens clifford clive clyde cody coleen colette colin connor conor constance constanze cora corey cormac
    cornelia courtney craig cristina crystal curtis cynthia cyril céline dagmar daisy dalia dan dana dani daniel
    daniela danny darius darrell darren dave david davina dawn dean deborah declan deirdre delia delphine denis
    denise dennis derek dermot desmond dev devendra devon dhruv diana diane didier diego dieter dilip dimitri dinesh
    dirk dmitri dolores dominic dominik dominique don donal donald donna donovan dora doreen doris dorota dorothea
    doug duncan dylan eamon ebony ed eddie edgar edith edmund eduardo edward edwin efe eileen eilidh elaine eleanor
    elena eleni eli elias elif elio elisa elisabeth elise eliza elizabeth ella ellen ellie elliot elliott elma elodie
    eloise elsa emeka emil emilia emilio emily emma emmanuel enrico enrique eric erica erik erin ernest esme esra
    esther ethan eunice eva evan evelyn ewa ezra fabian fabio faisal farah farid farouk fatima fatou faye felicity
    felipe felix femi feng ferdinand fergus finlay fintan fiona fleur florence florian fran frances francesca
    francesco francis francisco franck frank franziska françois françoise fraser fred fredrik freya friedrich fritz
    frédéric gabriel gabriela gail gareth gary gavin gaynor gemma geoff georg george georgia georgina gerald gerard
    gerd gerry giles gina giorgio giovanni gisela giulia glen gloria godfrey gonzalo gordon grace graham grant greg
    gregor greta guido guillaume gunnar gus guy gwen gwyneth günter hadiza hafsa hakan hamish hamza hana hanan hanna
    hannah hannes hans harald harish harold harriet harry harvey hassan heather hector heidi heike heinz helen helena
    helene helga helmut hendrik henri henrietta henrik henry hermann hilary holger holly howard hubert hugh hugo
    hussein ian ibrahim ifeoma ignacio ike ilse imani imogen imran ines inga inge ingo ingrid irene irina iris isaac
    isabel isabella isabelle isla ismail ivan ivo ivy jack jackie jacob jacqueline jade jaime jake jakob jakub jamal
    james jamie jan jana jane janet janine jared jarek jasmin jasmine jason jasper javier jay jayne jean jeanette jed
    jeff jeffrey jemima jen jenna jennifer jenny jens jeremy jerome jerry jess jesse jessica jesus jill jim jimmy jo
    joachim joan joanna joao joe joel joey johan johann johannes john johnny jolene jon jonah jonas jonathan jools
    jordan jorge josef joseph josh joshua josie joss josé joy joyce juan juana jude judith judy jules julia julian
    juliane julie julien juliet julio justin justine jérôme jörg jürgen kai kamal karen karim karin karina karl karla
    karol karsten kasia kate katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin katy kay
    kaye keiko keira keith kelly kelsey kemi ken kendra kenji kenneth kenny keri kerry kerstin kevin khalid kiera
    kieran kim kimberly kiran kirk kirsten kirstin klaus kofi konrad krishna kristen kristian kristin krzysztof kurt
    kwame kyle käthe lachlan laila lana lance lara larry lars latisha latoya laura lauren laurence laurent lea leah
    leanne lee leila len lena lenny leo leon leonard leonie leroy leslie lester lewis liam lian liesl lila lilian
    lillian lily lin linda lindsay lindsey lionel lisa liv liz lloyd lois lola lorenzo lorna lorraine lou louie louis
    louisa louise luc luca lucas lucia luciana lucy lucía ludmila luis luisa lukas luke lydia lynn lynne maarten
    mabel maddie madeleine madison mads mae magda magdalena maggie magnus mahmoud maja malcolm malik malte mandy
    manfred manish manuel manuela mara marc marcel marcela marcin marco marcus mareike margaret margarita margot
    maria mariam mariana marie marina mario marion marisa marjorie mark marko markus marlene marlon marsha marta
    martha martin martina martine marvin mary maryam mateo mathew mathias mathieu mathilde matt matteo matthew
    matthias mattias maura maureen maurice max maximilian maxine maxwell maya meera megan mehdi mehmet mei mel
    melanie melinda melissa mercedes meredith merle mia micah michael michaela michel michele michelle mick miguel
    mike mikhail mila milan milena miles milo mimi mina ming minh mira miranda miriam mitchell mohamed mohammed moira
    molly mona monica monika morag morgan moritz morten morwenna moses muhammad muriel murray mustafa myles myra
    nadia nadine nadir nancy nanette naomi nas natalia natalie natasha nate nathalie nathan neal neha neil nell
    nellie nelson nestor nia nicholas nick nico nicola nicolas nicole nigel nikhil niklas niko nikolai nils nina nita
    noah noel noor nora norbert norma norman nuala nuno obi octavia odette ola olaf ole oleg olga olive oliver olivia
    olivier olu omar oona oren orla oscar osman otis otto owen pablo paco pam pamela paola parisa pascal pat patrice
    patricia patrick patty paul paula pauline paulo pavel pedro peggy penny per perla perry pete peter petra petros
    phil philip philipp philippa philippe phillip phoebe phyllis pia pierce pierre pilar piotr pippa polly pooja
    prakash pranav preeti priscilla priti priya quentin quinn rachel radek rafael raheem rahul rainer raj rajesh ralf
    ralph ramesh ramon ramona randy raquel rashid rashida raul ravi ray raymond rebecca reece regina reiner reinhard
    rekha renata renate rené rex reza rhian rhiannon rhona rhys ria ricardo richard richie rick ricky rita rob robbie
    robert roberta roberto robin rocco rocío roderick rodney rodrigo roger rohan roland rolf romain roman romy ron
    ronald ronan ronnie rory rosa rosalind rose rosemary rosie ross rowan roxana roxanne roy ruben rudolf rufus
    rupert russell ruth ryan rüdiger sabine sabrina sacha sadie saeed sally salma salman sam samantha samir samira
    samuel sana sandeep sandra sandro sandy sanjay sara sarah sascha saskia saul scarlett scott seamus sean sebastian
    selin selina selma serena serge sergei sergio seth seun shane shannon sharon shaun shauna sheila shelley sheryl
    shireen shirley shona shreya sian sibylle sid sidney siegfried sigrid silas silke silvia simon simona simone
    sinead siobhan siobhán sofia sofie solomon sonia sonja sophia sophie spencer stacey stacy stan stefan stefanie
    stella steph stephan stephanie stephen steve steven stuart stéphane stéphanie sue sumit sunil sunita susan
    susanna susanne susie suzanne sven svenja swati sylvia sylvie sze tabitha tai talia tam tamar tamara tamsin tania
    tanja tanya tara tarek tariq tasha tatiana taylor ted terence teresa terry tessa thabo thea theo theresa therese
    thierry thomas thorsten tia tiffany tilda till tilly tim timo timothy tina tobias toby todd tom tomas tomasz
    tomek tomoko toni tony tonya torben torsten tracey tracy travis trevor trina trish tristan trudy tunde tyler ulf
    uli ulla ulrich ulrike uma umar una unai ursula usha ute uwe valentina valerie valérie vanessa vasco vera verena
    verity veronica veronika vicki vicky victor victoria vijay vikram viktor vince vincent viola violet virginia vito
    vivian vivienne vlad vladimir volker wade walt walter wanda warren waseem wayne wei wendy werner wesley wiebke
    wilfred wilhelm will willem william winston wojciech wolfgang xavi xavier xiulan yan yann yannick yara yasmin
    yasmine yetunde ying yolanda yolande yosef yuan yuki yuri yusuf yuto yves yvonne zac zachary zahra zainab zara
    zeynep zhen zoe zoltan zora zoë zubair élodie émile
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
