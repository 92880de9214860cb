/// The verbs of English that notes after interviews are written with, by their bare form.
enum VerbList {
  /// Regular ones that are no nouns of their own as well: a word of these is a verb wherever it stands.
  static let sure = """
    accept achieve acknowledge acquire activate adapt add adhere adjudicate adjust admire admit adopt advise
    advocate afford aggregate agree align allege allocate allow alter amaze amend analyse analyze announce annoy
    anticipate apologise apologize appear apply appoint appreciate approve arise arrange arrest arrive aspire
    assemble assert assess assign assist assume assure attain attend attract automate avoid bargain beg behave
    believe belong betray bolt breathe brew broaden bully bury calculate calibrate cancel carve cease celebrate
    certify cheat chew cite clarify clash classify cling coax coincide collaborate collect combine commit
    communicate compare compel compete compile complain compose comprise compute conceal concede conceive conclude
    condemn confer confess configure confirm confront confuse connect conserve consider consist consolidate consult
    consume contain contend contest contribute convert convince cope create cripple crumble cultivate curb dare
    debug decay decide declare dedicate deduct defeat defend defer define delete delight deliver demolish deny
    depart depend depict deploy deprive derive descend describe deserve despise destroy detect deter deteriorate
    determine develop devise devote diagnose differ differentiate digest diminish disagree disappear disclose
    discourage discover discuss dismiss dispose disrupt dissolve distinguish distract distribute dominate
    donate drown dwindle earn edit educate eject eliminate embark embed embrace emerge emit emphasise employ
    empower enable enact encourage endure enforce engage enhance enjoy enlarge enlist enrich enrol enroll ensure
    enter entertain entitle erase erode err escalate establish evade evaluate evoke evolve exaggerate
    examine exceed exclude execute exhaust exist expand expect expel expire explain exploit explore expose extend
    extract facilitate fail fascinate fetch finalise finalize fluctuate foresee forgive formulate foster fulfil
    fulfill fumble furnish gather generate glare govern grab grasp grind grumble halve hamper happen harmonise hate
    heal hesitate hinder hover hurry identify ignore illustrate imagine implement imply impose impress improve
    include incur indicate indulge infer inform inherit inhibit initiate insert insist inspect inspire instruct
    insure integrate intend intervene introduce intrude invade invent invest investigate involve irritate
    jeopardise join justify lag lament learn liaise linger listen lobby locate loom lubricate lure maintain manage
    mediate mend merge migrate miss mitigate mock modernise modernize modify motivate mow multiply mumble mutter
    nag navigate neglect negotiate nominate nudge nurture obey obtain occur offend offset omit operate oppose
    optimise optimize organise organize outlive outnumber outsource outweigh overheat participate peel perform
    persist persuade pester pioneer plead please plough plummet plunge pollute ponder possess postpone pounce
    precede predict prefer prepare prescribe preserve preside presume pretend prevent prioritise prioritize proceed
    proclaim procure prohibit prolong promote pronounce propose prosper protect prove provide provoke publish
    punish pursue qualify ramble react realise realize reap reapply reboot rebuke recall receive reckon recognise
    recognize recommend reconcile recover recycle reduce refactor refer reflect refuse regret reheat reinstall
    reject rejoin relate relaunch relocate rely remain remark remember remind remove renew renovate reorder repair
    repeat replace represent require reschedule reside resign resist respond restore restructure resume
    resurface retain rethink retire retrain retrieve reunite revise revisit revive rewire rot rotate sag satisfy
    scale scramble scrape seem select serve settle sew share shove simplify skip smash smuggle sneak soar solve
    soothe spark specialise specialize specify spill spoil squeeze stagger standardise standardize stare starve
    streamline strengthen strip submit succeed succumb sue suffer suggest supervise suppose survive suspend sustain
    swallow swap tackle tame tempt terminate thank thrive tighten tolerate topple trail translate trigger trim
    tumble unblock undermine unify unite unload unlock unpack untangle uproot urge utilise validate vanish
    vary verify wander want warn waver weaken widen wind withhold wobble wrap wreck yearn zoom
    """

  /// Regular ones that are nouns as well: only what stands around them tells.
  static let nouns = """
    access account act address age aim alternate answer appeal approach approximate attack attempt audit average
    balance bank base bend benefit bet bid bill bite blame blank block blow board book boss bother bounce break
    bridge brief budget build burn burst call camp care carry catch cause chair challenge change charge chart chase
    check churn claim clean clear click clock close coach code collapse comment commission complaint complete
    concern conduct construct contact contract control cook correct cost count cover craft crash credit cross cure
    cut damage dance date deal debate debt decline decrease delay delegate demand design desire detail dislike
    dispatch display divide document dispute double drain escape restart triple draw dream dress drift drill drink drip drive drop duplicate ease effect
    effort elaborate end estimate exercise experience experiment export express face fall farm fear feature feed
    feel field fight figure file fill film filter finance find finish fire fit fix flag flood flow fly focus force
    forecast form found frame freeze frequent function fund gain ghost glance graduate grant group guarantee guard
    guess guide halt hand handle head heat help hire hit hold hope host hunt hurt impact import increase influence
    install interest interview invite issue jam joke judge jump keep kick label lack land lapse laugh launch lay
    lead leak leap leave let level lie lift light like limit line link list live load lock log look love
    manufacture map mark market master match matter measure meet mention mentor mind mistake mix model moderate
    monitor move name need nod note notice object offer onboard open order own pack paint panic park part partner
    pass patch pause pay perfect permit phone pick pilot pitch place plan play plot point post pour practice
    practise present press price print process produce profit program progress project promise prompt pull pump
    purchase push question queue quote race raise range rank rate reach read rebound record recruit redesign
    release rent reply report request rescue research reserve resolve respect rest result return reveal review
    reward ride ring rise risk roll rule run rush sail sample save scan schedule score screen search seat
    secure sell separate set shadow shake shape shed shift ship shoot shop show sign signal sink sketch sleep slip
    smell smile sort sound spend split sport spot spread staff stage stall stand start state stay step stick stock
    stop store stress stretch strike structure struggle study stumble style supply support surprise survey sweep
    swim swing switch take talk target task taste tax tear term test threat tidy time touch tour track trade
    train transfer transform transport travel treat triage trip trouble trust try turn update upgrade use value
    view visit voice volunteer vote wait wake walk wash waste watch wave wear weigh welcome win wish wonder word
    work worry worth yield
    """

  /// Irregular ones: bare form, past, participle.
  static let irregular = """
    be was been, bear bore borne, beat beat beaten, become became become, begin began begun, bend bent bent, bet bet bet,
    bind bound bound, bleed bled bled, blow blew blown, break broke broken, bring brought brought,
    build built built, burst burst burst, buy bought bought, catch caught caught, choose chose chosen, come came come,
    cost cost cost, cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn, drink drank drunk,
    drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought,
    find found found, fly flew flown, forget forgot forgotten, freeze froze frozen, get got got, give gave given,
    go went gone, grow grew grown, hang hung hung, have had had, hear heard heard, hide hid hidden, hit hit hit,
    hold held held, hurt hurt hurt, keep kept kept, know knew known, lay laid laid, lead led led, leave left left,
    lend lent lent, let let let, lie lay lain, lose lost lost, make made made, mean meant meant, meet met met,
    mislead misled misled, misread misread misread, misunderstand misunderstood misunderstood, outgrow outgrew outgrown,
    outsell outsold outsold, overcome overcame overcome, overrun overran overrun, oversee oversaw overseen,
    overtake overtook overtaken, pay paid paid, put put put, quit quit quit, read read read, rebuild rebuilt rebuilt,
    rewrite rewrote rewritten, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said said, see saw seen,
    sell sold sold, send sent sent, set set set, shake shook shaken, shed shed shed, shoot shot shot, show showed shown,
    shrink shrank shrunk, shut shut shut, sing sang sung, sink sank sunk, sit sat sat, sleep slept slept,
    speak spoke spoken, spend spent spent, split split split, spread spread spread, stand stood stood, steal stole stolen,
    stick stuck stuck, strike struck struck, swear swore sworn, sweep swept swept, swim swam swum, swing swung swung,
    take took taken, teach taught taught, tear tore torn, tell told told, think thought thought, throw threw thrown,
    undergo underwent undergone, undersell undersold undersold, understand understood understood,
    undertake undertook undertaken, wake woke woken, wear wore worn, win won won, withdraw withdrew withdrawn,
    write wrote written
    """
}
