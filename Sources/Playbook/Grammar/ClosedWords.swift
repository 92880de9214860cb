/// The small words of English: those of which there are no new ones.
enum ClosedWords {
  static let determiners = set(
    """
    a an the this that these those my your his her its our their some any no each every either neither another both all
    several many few much more most less fewer enough half such
    """)
  static let numbers = set(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty sixty
    hundred thousand million dozen
    """)
  /// Those that can only be a subject.
  static let subjects = set("i we they he she")
  static let pronouns = set(
    """
    i we they he she it you me us them him myself ourselves yourself themselves himself herself itself somebody someone
    anybody anyone everybody everyone nobody something anything everything nothing mine yours theirs ours hers who whom
    """)
  static let whole = set(
    "somebody someone anybody anyone everybody everyone nobody something anything everything nothing")
  /// Forms of "be", "have" and "do" and the modal verbs: finite wherever they stand.
  static let auxiliaries = set(
    """
    is are was were am has have had do does did can could will would shall should may might must cannot isn't aren't
    wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't shan't shouldn't mustn't
    needn't ain't i'm you're we're they're he's she's it's that's there's i've you've we've they've i'd you'd we'd they'd
    i'll you'll we'll they'll he'd she'd he'll she'll who's what's it'll that'll nobody's everyone's
    """)
  static let prepositions = set(
    """
    of in on at by for with without from to into onto about over under after before between among through during against
    across along around behind beside besides beyond despite except inside outside near off out per since than toward
    towards until till up upon via versus vs within down as like
    """)
  static let conjunctions = set("and or but nor so yet plus & +")
  /// Words that lead in a clause of their own inside a larger phrase.
  static let relatives = set(
    "that which who whose whom where when why how what whether if because while although though")
  static let questions = set("who what which when where why how whose")
  static let adverbs = set(
    """
    not never always often sometimes still already just only also ever yet again too very quite rather almost nearly
    hardly soon later now then here once twice perhaps maybe even instead together apart away back
    """)
  /// Said of oneself by somebody who takes notes; no letter repeats them.
  static let narration = set(
    """
    said told asked laughed nodded mumbled smiled frowned shrugged sighed winked lol haha hmm um uh argh ugh tbh btw
    u ur gonna wanna gotta cos cuz pls thx stupid idiot omg ok okay yes yeah yep nope nah fwiw imo
    """)
  /// Contractions without their apostrophe: no sentence of a letter takes them.
  static let misspelt = set(
    """
    isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt cant couldnt wont wouldnt shouldnt im ive youre youve
    theyre theyve thats whats
    """)
  /// No fragment with one of these stands in a letter.
  static let remarks = narration.union(misspelt)
  /// Words that are small when they begin a phrase inside a sentence.
  static let small = determiners.union(numbers).union(prepositions).union(conjunctions).union(relatives).union(adverbs)
    .union(pronouns.subtracting(["i"])).union(auxiliaries.filter { !$0.hasPrefix("i'") })
  /// Nouns in -s that stand before other nouns as they are.
  static let compounding = set(
    "sales operations systems data news goods customs sports mathematics physics economics logistics claims analytics hr"
  )
  /// Verbs that say how something seemed; an adjective follows, no noun.
  static let linking = set("sounded seemed looked appeared felt remained stayed")
  /// Verbs with which "-ing" goes as an object: "stop overspending".
  static let catenative = set("stop avoid keep start begin finish quit need")
  /// Said of a person before "to" and a verb.
  static let willing = set("willing able unable ready happy prepared keen eager free")
  /// Parts of a group: "neither of us".
  static let shares = set("neither both none each all some most")
  /// Said of a person, with a small word after it: "fluent in", "calm under".
  static let predicative = set(
    """
    fluent steady calm hands-on experienced comfortable confident patient quick familiar keen reliable punctual qualified
    certified licensed skilled competent literate bilingual flexible happy strong diplomatic organised resilient curious
    passionate thorough creative light sure aware wary anxious uneasy cautious green raw soft tough heavy eager prone
    relaxed serious direct frank brief great brilliant excellent average adept proficient versed conversant fit fresh
    shaky hesitant reluctant afraid scared proud fond sick free available independent keen loyal close stuck
    """)
  /// Verbs for what somebody is or has, not for what one could help with.
  static let stative = set("need want have like know own lack speak love hate see owe prefer believe understand")
  /// Verbs in -s of which the reader, not the writer, is the subject in a note on a doubt.
  static let opinions = set(
    "thinks prefers wants worries fears feels believes doubts suspects expects says wonders likes needs hopes sees assumes"
  )
  /// Words in -ing that are nouns before other nouns: "waiting list".
  static let gerundNouns = set(
    """
    waiting training planning parking meeting dining packing working steering filing landing opening closing testing leaking
    failing ageing aging growing missing rising falling shrinking crumbling declining flagging existing remaining
    """)
  /// Verbs that are nouns too, and hardly ever before another noun: "find drivers".
  static let mostlyVerbs = set(
    "find keep make take give let put love meet buy catch fix try bring lose spend raise save beat run hire")
  /// What one waits for, and no step that one goes.
  static let decisions = set("decision answer verdict feedback response result outcome reply")
  static let weekdays = set("monday tuesday wednesday thursday friday saturday sunday")
  /// Nouns and adjectives that begin a line of such notes with a capital and are no names.
  static let firstNouns = set(
    """
    case trial panel site phone technical final second third first last next reference coffee lunch video round month
    quarter year week day team company customer client agency staff budget price pay cash cost night shift stock supply
    school ward court board hall site field factory plant warehouse shop store kitchen office desk system server network
    database code legacy old new big small good bad poor slow high low full half short long early late internal external
    senior junior medical background written practical online whiteboard skills psychometric personality group chat
    """)
  /// Small words of other languages that English does not have.
  static let foreign = set(
    """
    der das und nicht ist mit für auf ein eine einen einem einer den dem des von zu zum zur bei nach ich sie wir ihr
    mein meine kein keine aber oder wie wenn dass weil noch schon sich im am beim über unter ohne durch wird werden
    le la les des du et est pas pour dans avec une un ne je il elle nous vous ils mon ma mes sur qui que sont au aux
    el los las del y no es por con para una su mi sus yo ella nosotros  lo  muy más pero como
    het een niet  en voor met op dat ik wij zij hun mijn naar geen aan bij uit
    i il gli di che per  sono con della o e um  na nos  seu
    sind haben hatte waren wurde wurden werden jedes jeder jede
    cet cette en sulle della delle degli nella parte eu ter meu sua uns unser unsere ihre ihren seit davon nur viel mehr sehr hab habe
    die los zwei drei vier zum ako ang mga ng daw sa hai ki ka nahi jak nem egy az
    na ni wa ya za kwa się nie jest na w z do och att det som på är inte  av jeg ikke og til af
    """
  ).subtracting([
    "i", "no", "a", "o", "e", "do", "an", "on", "as", "per", "un", "me", "am", "z", "w", "y", "og", "of", "na", "ni",
    "za", "in", "will",
  ])

  private static func set(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
