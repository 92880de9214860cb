/// Words around names: common first names, and capital words that are never a name.
enum NameWords {
  static let legalForms = WordSet(
    "gmbh ag ltd limited llp llc inc plc corp corporation kg se sa sarl sas bv nv ab oy aps group holding holdings partners studios systems bank labs technologies solutions university hospital council trust foundation institute agency insurance logistics software energy foods pharma consulting services industries learning robotics utilities media networks health healthcare clinic motors marine academy charity housing brewery distillers distillery publishing interactive games digital retail stores hotels airlines airways railways construction homes properties estates telecom ceramics cider outdoor outfitters bakery kitchens furniture freight ferries steel mills dairy verlag maschinenbau antriebstechnik stadtwerke textiles instruments electronics aerospace biotech therapeutics diagnostics genomics analytics ventures brothers sons daughters travel shipping freight robotik versicherung stadtwerke werke verlag assurances éditions press studio school schools cloud textile fabrics buses coaches haulage shipping ports aviation optics photonics semiconductors medical dental vets veterinary nurseries landscapes timber joinery interiors architects surveyors solicitors accountants capital investments bakeries roasters catering restaurants brewing wines spirits power solar renewables petroleum minerals mining quarries metals castings plastics polymers chemicals coatings packaging books magazines television films productions records theatre museum gallery borough surgery hospice college infirmary outdoors cycles boatyard cruises holidays resorts leisure fitness fashion clothing apparel jewellers cosmetics automation robotik pumps cooperative co-operative waterworks orchards farms estate vineyards"
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
    aaron abby abdul abigail ada adaeze adam ade adebayo adele adil adnan adrian adrienne agata agnes agnieszka ahmad ahmed aida aidan aiden aileen
    aino ainsley aisha aisling ajay akash akemi akiko akin akira alan alana alasdair alastair alba albert alec aled alejandra alejandro aleksander
    aleksandra alessandro alessia alex alexander alexandra alexis alfie alfred ali alice alicia alina alison alistair allan allison alma alois althea
    alvaro alyssa amadou amaia amal amanda amara ambrose amelia amelie amina amir amit amrit amrita amy ana anastasia anders andrea andreas andrei
    andrew andré andy angela angelika angelina angharad angus anika anil anita anja anjali anke ankit ann anna annabel annalise anne anneke anneli
    annemarie annette annika anouk ansel anselm anthony antje antoine anton antonia antonio anwen anya aoife araceli archana archie ariana ariel arjun
    arne arno arnold arthur arun arvind asha ashok ashton ashwin asif asma astri astrid asuka atsuko attila auberon audra audrey augusto aurora
    aurélie ava avery ayesha aylin ayo ayodele aziz babak balvinder baptiste barbara barnaby barry bartek bartosz bashar bashir basia basil bea beata
    beatrice beatrix beatriz becky bella ben benedict benedikt benjamin benny benoit benoît berit bernadette bernard bernd bernice bert bertil beth
    bethan bettina beverly beyza bhavna bianca bibi bilal bill billie birgit birgitta bjorn björn blair blake bob bobby bogdan bonnie boris boyd brad
    bradley brandon branka breda brenda brendan brett brian bridget brigitte bronwen bronwyn bruce bruno bryan bryony bukola burak caitlin caleb
    callum calvin cameron camille carl carla carlo carlos carly carmel carmen carol carole carolin caroline carsten carys cassandra cathal catherine
    cathy catrin catriona cecile cecilia cedric celeste celia ceri cesar chad chandra chantal charlene charles charlie charlotte chelsea chen cheryl
    chiara chidi chika chinedu chioma chloe chloé chloë chris christa christian christina christine christoph christopher ciara ciaran cillian claire
    clara clare claude claudette claudia claudio claus clayton clemens clifford clio clive clyde cody coleen coleman colette colin connor conor
    constance constantin constanze cora cordelia corey cormac cornelia courtney craig cristina crystal curtis cynthia cyril cyrus céline daan dafydd
    dagmar daiki daisy dalia dalila damian damien dan dana dani danica daniel daniela danilo danny daphne darius dariusz darko darrell darren dave
    david davina dawn dean deborah declan deepa deepak deirdre delia delphine demetrius denis denise dennis denzel derek dermot desiree desmond dev
    devendra devika devon dhruv diana diane didier diego dieter dieudonné dilip dimitri dina dinesh dirk divya dmitri dmitry dolores dominic dominik
    dominika dominique don donal donald donna donovan dora doreen dorian doris dorota dorothea dorte doug dragan duncan duygu dwayne dwight dylan
    eamon ebba eberhard ebony ece ed edda eddie edgar edith edmund eduardo edward edwin edwina efe egon eileen eilidh eimear eirik ekaterina elaine
    eleanor elena eleni eli elias elif elin elio elisa elisabeth elise eliza elizabeth ella ellen ellie elliot elliott elma elodie eloisa eloise elsa
    elspeth eluned elwyn emeka emil emilia emilio emily emine emma emmanuel emre emyr enda endre ennio enrico enrique eoin erdem eric erica erik erika
    erin ernest ernesto erwin esme esra estelle esther ethan ethel etienne eugene eugenia eunice eva evan evangelos evelin evelyn ewa ewan ezra fabian
    fabio fadi fahad faisal faiza farah farhan farid farida farouk farzana fatima fatou faye fearghal fedor felicity feliks felipe felix femi feng
    ferdinand fergus fernanda fernando ffion filip finlay finn fintan fiona fionnuala flavia fleur florence florian floris fotini fran frances
    francesca francesco francine francis francisco franck frank franziska françois françoise fraser fred fredrik freya frida friedrich fritz frédéric
    fumiko gabriel gabriela gaelle gail galina gareth garth gary gaspard gauri gavin gaynor gaëlle geert gemma genevieve geneviève geoff georg george
    georgia georgina georgios geraint gerald gerard gerd gerda gerry gert gesine gethin ghada ghislaine gianluca gianni gideon gilbert giles gilles
    gina giorgio giovanni gisela giulia giuseppe glen glenda glenn gloria godfrey gonzalo goran gordon gottfried grace graham grainne grant greg
    gregor greta gráinne gudrun guido guillaume guillermo gunnar gurpreet gus guy gwen gwendolyn gwenllian gwyneth günter habib hadiza hafsa haider
    hakan halima hamid hamish hamza hana hanan hanna hannah hanneke hannes hans harald harish harjit harold haroon harriet harry haruka haruto harvey
    hassan hazel heather hector hedda hedwig heidi heike heiko heinz helen helena helene helga helle helmut hemi hendrik henk henri henrietta henrik
    henry hermann hettie hideo hilary hilda hillary hiroshi holger hollis holly hortense howard hubert huda hugh hugo humphrey hussein hyun hywel iain
    ian iana ibrahim ida ifeoma ignacio ignatius igor ike ilaria ilona ilse ilyas imani imke imogen imran inaya indira ines inga inge ingo ingrid
    ingvild inmaculada inés ioana ioannis iolo irene irfan irina iris isaac isabel isabella isabelle isha ishaan isla ismail isobel istvan ivan ivana
    ivar ivo ivor ivy iwona izabela jacek jacinta jack jackie jacob jacqueline jade jadwiga jagoda jaime jake jakob jakub jamal james jamie jamila jan
    jana jane janet janine jannik janusz jared jarek jarvis jasmin jasmina jasmine jason jasper jaswinder javier jay jaya jayden jayesh jayne jean
    jeanette jed jeff jeffrey jemima jen jenna jennifer jenny jens jeremiah jeremy jerome jerry jerzy jess jesse jessica jesus jette jill jim jimmy
    jitendra jiří jo joachim joan joana joanna joao jocelyn jochen joe joel joelle joey johan johann johannes john johnny jolene jolyon jon jonah
    jonas jonathan jools jordan jordi jorge jorgen jose josef josefina joseph josh joshua josie josip joss josé jovan joy joyce jozef juan juana jude
    judit judith judy jukka jules julia julian juliane julianne julie julien juliet julio jurgen justin justine jusuf jérôme jörg jürgen kai kaitlin
    kaito kaja kamal kamil kamila kareem karen karim karin karina karl karla karol karolina karsten karthik kasia kasper katarina kate kateryna
    katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin katy kaveh kavita kay kaye kazuo keiko keira keith kelechi kelly
    kelsey kemi ken kendra kenji kenneth kenny kenzo keri kerry kerstin keshav kevin khalid kian kiera kieran killian kim kimberly kinga kiran kirk
    kirra kirsten kirstin kirsty kitty kjell klara klaus koen kofi kolade konrad krishna kristen kristian kristin krzysztof kuldeep kumiko kunal kurt
    kwabena kwame kyle käthe lachlan laila lakshmi lamar lamia lana lance lara larry lars lasse laszlo latifa latisha latoya laura lauren laurence
    laurent lea leah leanne lee leif leila len lena lenka lenny leo leon leonard leonid leonie leonor leonora leroy leslie lester leticia letitia
    lewis liam lian lidia liesl lila lilian lilli lillian lily lin linda lindsay lindsey lindy linus lionel liora lisa lisbeth liv liz llewellyn
    llinos lloyd lois lola lorcan lorenzo lorna lorraine lotte lou louie louis louisa louise lowri lubna luc luca lucas lucia luciana lucy lucía
    ludmila ludo ludwig luis luisa lujain lukas luke lutz lydia lynda lynette lynn lynne lyra lászló maarten mabel maciej maddie madeleine madhu
    madison mads mae magda magdalena maggie magnus mahdi mahesh mahmoud mair mairead maite maja makoto malcolm malgorzata malik malte mamadou mandy
    manfred manish manoj manon manpreet manuel manuela mara marc marcel marcela marcin marco marcus mareike marek margaret margarethe margarita margit
    margo margot marguerite maria mariam mariana marie marina mario marion marisa marisol marit marita maritza mariusz marjorie mark marko markus
    markéta marlene marlies marlon marsha marta martha martin martina martine marvin mary maryam marzena masha massimo mateo mateusz mathew mathias
    mathieu mathilde matilda matt matteo matthew matthias mattias maud maura maureen maurice mauricio mauro max maximilian maxine maxwell maya mayumi
    małgorzata meera megan mehdi mehmet mehran mei meike meinir mel melanie melike melinda melissa mercedes meredith merle mette mia micah michael
    michaela michał michel michele michelle mick miguel mihaela mihai mika mikael mike mikhail mikkel mila milan milena miles milica milo milos mimi
    mina ming minh mira miranda mirela miriam mirjam miroslav mitchell miya mohamed mohammed mohan mohit moira molly mona monica monika morag morgan
    moritz morten morwenna moses muhammad mukesh murat murdo muriel murray mustafa myfanwy myles myra myriam nabil nadia nadim nadine nadir nahla
    naima najwa nancy nandini nanette naoko naomi narges nas nasreen nassim natalia natalie natalya natasha nate nathalie nathan nathaniel naveed
    navin neal neda neha neil nele nell nellie nelson nerys nestor neville ngozi nia niall niamh nicholas nick nico nicola nicolas nicole nicolette
    niels nigel nigella nikhil nikita niklas niko nikolai nikos nils nilufar nimra nina nirmala nisha nita nneka noah noel noelle noor nora norbert
    norma norman noëlle nuala nuno nuria obi obinna octavia odette odile ognjen oisin oisín oksana ola olaf ole oleg oleksandr olena olga olive oliver
    olivia olivier olu olumide omar omari omid ondřej oona oren orhan orla orlaith oscar osman osvaldo otis ottilie otto ottoline owain owen pablo
    paco paddy padma padraig palesa pallavi pam pamela panos paola parisa parminder parveen pascal pascale pasquale pat patrice patricia patrick
    patrizia patty paul paula pauline paulo pavel pawel paweł pedro peggy pelle penny per perla perpetua perry petar pete peter petr petra petros
    petter phil philip philipp philippa philippe phillip phoebe phyllis pia pierce pierre pierrick pilar piotr pippa polly pooja prakash pranav
    preethi preeti priscila priscilla priti priya pádraig quentin quinn quirin rachel radek radka rafael rafał rafiq raghav raheem rahel rahul raimund
    rainer raj rajesh rajiv ralf ralph ramesh ramon ramona ramón randy raphael raquel rashid rashida rasmus raul ravi ray raymond rebecca rebekah
    reece regina regine reiner reinhard rekha remi renata renate renaud rené reuben rex reza rhian rhiannon rhoda rhodri rhona rhydian rhys ria riaan
    ricardo richard richie rick ricky rikke rina rishi rita ritu riya rob robbie robert roberta roberto robin rocco rocío roderick rodney rodrigo
    roger rohan rohit roisin roksana roland rolf romain roman romana romilly romy ron ronald ronan ronja ronnie rory rosa rosaleen rosalind rosamund
    rosanna rose rosemary roshan rosie ross roswitha rowan rowena roxana roxanne roy ruairi ruari ruben rubina rudolf rufus rupa rupert ruslan russell
    ruth ryan rémi róisín rüdiger saanvi saba sabah sabine sabrina sacha sadia sadie saeed safiya sagar saif saira sakura salim sally salma salman
    salome sam samantha samina samir samira samson samuel sana sandeep sandra sandro sandy sanjay sanna saoirse sapna sara sarah sarita sascha saskia
    satoshi saul savita sayaka scarlett scott seamus sean sebastian seema selin selina selma seonaid serena serge sergei sergio seth seun severin
    shabnam shaheen shahid shalini shane shannon shanti sharmila sharon shaun shauna shazia sheila shelley sheryl shinji shireen shirin shirley shiv
    shivani shobha shona shreya sian sibylle sid siddharth sidney siegfried sigrid sigrun sigurd silas silke silvana silvia simeon simon simona simone
    sina sinead siobhan siobhán sioned sissel siân sjoerd slavko snezana sofia sofie sofija solange soledad solomon solveig sonal sonia sonja sophia
    sophie soren spencer srinivas stacey stacy stan stanislav stanisław stavros stefan stefanie steffen stella steph stephan stephanie stephen steve
    steven stuart stéphane stéphanie sue sukhdeep sumit sunil sunita sunniva suraj suresh susan susanna susanne sushil susie suzanne sven svenja
    svetlana swati sylvester sylvia sylvie sze szymon søren tabitha tadeusz tadhg tai takeshi talia talitha tallulah tam tamar tamara tamsin tania
    tanja tanvi tanya tara tarek tariq tasha tasneem tatiana tatjana taylor ted tegan temitope tendai teodor terence teresa tereza terry tessa thabo
    thandi thandiwe thea theo theodora theresa therese theresia thierry thomas thorsten thérèse tia tiffany tigran tihomir tilda till tilly tim timo
    timon timothy tina tiziana tobi tobias toby todd tolga tom tomas tomasz tomek tomislav tomoko tomos tomás toni tony tonya torben torsten toshiko
    tove tracey tracy travis trevor trina trinh trish tristan trudy tuan tunde tuomas tyler tyra udo ulf uli ulla ulrich ulrika ulrike uma umar umut
    una unai upendra ursula urszula usha usman ute uwe valentin valentina valeria valerie valérie vanessa vanja vasco vasile vasilis veera venkat vera
    verena verity veronica veronika vesna vicki vicky victoire victor victoria vidya vijay vijaya vikas vikram viktor vilma vinay vince vincent
    vincenzo vinod viola violet virginia virginie vishal vito vivek vivian vivienne vlad vladimir vladislav vojtech volker václav wade wahid waldemar
    walid walt walter wanda wanjiru warren waseem wasim wayne wei wendy werner wesley wiebke wiktor wilfred wilhelm will willem william wilma winifred
    winston witold wojciech wolfgang wout xavi xavier xenia ximena xiulan yaa yael yagmur yan yann yannick yara yaseen yasin yasmin yasmine yasuko
    yelena yemi yetunde yevgeny yiannis ying ylva yolanda yolande yonas yorick yosef yosuke yuan yuki yuko yulia yumi yuri yusuf yuto yves yvette
    yvonne zac zach zachary zaheer zahra zainab zara zbigniew zdeněk zehra zelda zena zeynep zhen zita zlatan zoe zofia zoltan zora zosia zoë zubair
    zuleika zuzanna élodie émile øyvind
    brent zanele nomsa lerato sipho themba bongani naledi kagiso refilwe lindiwe ayanda siyabonga akosua abena efua folake segun njeri kamau otieno
    achieng wambui mwangi siew swee priyanka ganesh amol aarav vihaan bushra saima nadeem defne kerem pelin yasemin fatma hatice ayşe gülşen wiremu
    tane moana aroha rangi ngaire marama manaia pania hinemoa kahu regula reto flurin ladina urs ueli ruedi hansruedi vreni gernot edeltraud waltraud
    hannelore gerlinde sieglinde wolfram eckhart ekkehard hartmut dietmar detlef lothar elke frauke gesa tjark fiete jorrit marieke sander joris sanne
    femke bram thijs jelle wouter mats göran håkan ingvar ragnhild håvard trond terje pekka matti antti juhani päivi riitta tuula marjatta aleksi eetu
    órla fiachra caoimhe diarmuid eoghan colm fergal auguste solène lucie maëlle gwenaël loïc erwan corentin bastien thibault thibaut séverine
    sandrine christelle laetitia maz chuck brandi darnell wyatt keisha tyrone deshawn marcellus
    łukasz bartłomiej władysław muireann imelda lwazi livia birte kritika joost tammy
    euan caspian dipti oskar pim annelies mhairi struan wil alphonsa kurian inês joão tiago rui catarina duarte gonçalo alessio federica davide stefano gosia aneta vojtěch jitka zoran jelena snežana taras bohdan
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
