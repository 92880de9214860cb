/// The lists of phrases that the finding and date rules ask for.
///
/// A word knows which lists have a phrase that begins with it (`WordSense.opens`), so that a rule looks at a token's
/// phrases only where there can be one.
enum PhraseList: UInt8, CaseIterable {
  case answerLeads, appointment, askCues, clientWords, closings, commitmentLeads, corrections, cues, doings,
    employerActs,
    employerCues,
    extras
  case fillers, forms
  case framing, fromCandidate, fromCompany, headWords, holidays, introductions, invitations, meetingCues, meetings,
    moves
  case ownReplies, payCues, placeholders, promised, replies, roleCues, roundTold, rounds, rubricWords, rubrics
  case stepLeads, stepWords, tails, terseSteps, told, turns, unasked, weakEmployerCues, withdrawals

  var table: any PhraseOpenings {
    switch self {
    case .answerLeads: NoteScanner.answerLeads
    case .appointment: CueWords.appointment
    case .askCues: NoteScanner.askCues
    case .clientWords: NoteScanner.clientWords
    case .closings: NoteScanner.closings
    case .commitmentLeads: NoteScanner.commitmentLeads
    case .corrections: NoteScanner.corrections
    case .cues: CueWords.table
    case .doings: NoteScanner.doings
    case .employerActs: NoteScanner.employerActs
    case .employerCues: NoteScanner.employerCues
    case .extras: MoneyGrammar.extras
    case .fillers: NoteScanner.fillers
    case .forms: RoleWords.forms
    case .framing: NoteScanner.framing
    case .fromCandidate: NoteScanner.fromCandidate
    case .fromCompany: NoteScanner.fromCompany
    case .headWords: NoteScanner.headWords
    case .holidays: DateGrammar.holidays
    case .introductions: NoteScanner.introductions
    case .invitations: NoteScanner.invitations
    case .meetingCues: NoteScanner.meetingCues
    case .meetings: NoteScanner.meetings
    case .moves: NoteScanner.moves
    case .ownReplies: NoteScanner.ownReplies
    case .payCues: NoteScanner.payCues
    case .placeholders: NoteScanner.placeholders
    case .promised: CueWords.promised
    case .replies: NoteScanner.replies
    case .roleCues: NoteScanner.roleCues
    case .roundTold: NoteScanner.roundTold
    case .rounds: RoleWords.rounds
    case .rubricWords: RubricWords.words
    case .rubrics: RubricWords.exact
    case .stepLeads: NoteScanner.stepLeads
    case .stepWords: NoteScanner.stepWords
    case .tails: NoteScanner.tails
    case .terseSteps: NoteScanner.terseSteps
    case .told: NoteScanner.told
    case .turns: NoteScanner.turns
    case .unasked: RubricWords.unasked
    case .weakEmployerCues: NoteScanner.weakEmployerCues
    case .withdrawals: NoteScanner.withdrawals
    }
  }
}

/// A set of phrase lists.
struct PhraseLists: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ list: PhraseList) { rawValue = 1 << UInt64(list.rawValue) }
}

/// What the lexicon asks of a table: the keys of the words that its phrases begin with.
protocol PhraseOpenings {
  var firstWords: [UInt64] { get }
}
