/// What each command prints with `--json`, in the notation of `ShapeReader`: a line for a command, or for a shape that
/// several have in common. The tests hold every output against it.
enum JSONShapes {
  private static let text = #"""
    today: Plan
    plan: Plan
    why: FollowUp | {items: [FollowUp]}
    playbook compare: {*: [FollowUp]}
    Plan: {today: day, playbook: text, archived: number, items: [FollowUp]}
    FollowUp: {id: item, rule: text, title: text, state: State, opens: day, day: day, until: day, by: time?, late: number, \
    missed: number, moved: {from: day, why: text}?, person: text?, person_id: id?, opportunity: text?, \
    opportunity_id: id?, channels: [text], draft: text?, optional: flag, needs: [text], reason: Reason, together: [item], \
    rules: [text], command: text}
    State: "overdue" | "due" | "open" | "upcoming" | "snoozed"
    Reason: {rule: text, anchor: text, arithmetic: text, source: text, because: text, ours: text?, notes: [text], change: text}

    show: {row: Row, joined: [Reference], conflicts: [text], related: [{kind: text, field: text, rows: [Row]}], text: text?}
    list: {rows: [Row]}
    find: {found: [{id: id, kind: text, title: text, passage: text}]}
    Row: {id: id, kind: text, title: text, state: "alive" | "contested" | "kept" | "deleted", fields: {*: Value}}
    Value: text | number | flag | [text] | Reference | {parts: [Part]} | {tag: text, json: text}
    Reference: {id: id, kind: text}
    Part: {text: text?, variants: [{text: text, machine: text, time: time}]?}
    conflicts: {conflicts: [Conflict]}
    Conflict: {id: id, kind: text, title: text, field: text, about: "values" | "text" | "deleted-and-edited" | "kept", \
    answers: [{code: code, text: text, machine: text?, time: time?, shown: flag}]}
    duplicates: {duplicates: [{reason: text, rows: [{id: id, kind: text, title: text}]}]}
    history: {transactions: [Transaction]}
    Transaction: {name: code, time: time, machine: text, command: text, batch: text, count: number, \
    changes: [{id: id, kind: text, field: text, what: text}]}
    log-since: Writing
    add, set, edit, delete, undelete, join, unjoin, undo, redo, resolve, note, log, heard, reflect, debrief, done, skip, \
    snooze, pause, playbook use, playbook set, playbook borrow, playbook add, letter draft, letter sent, machine name, setup, forget, \
    mirror: Writing
    Writing: {position: text, more: flag, transactions: [Written]}
    Written: {name: code, time: time, machine: text, command: text, \
    changes: [{kind: text, id: id, field: text, operation: text, value: Value?}]}
    drafts: {drafts: [{name: text, title: text, time: time, path: text, command: text}]}
    proposals: {proposals: [Proposal]} | Writing
    Proposal: {id: id, what: text?, opportunity_id: id?, interview_id: id?, person_id: id?, day: day?, due: day?, start: time?, text: text?}

    promises: {promises: [Promise]}
    Promise: {id: id, by: ("me" | "them")?, text: text?, given: day?, due: day?, due_end: day?, kept: day?, slips: [day], \
    person: text?, opportunity: text}
    materials: {materials: [Material]}
    Material: {id: id, title: text?, kind: text?, topic: text?, link: text?, given: [{person: text, day: day}]}
    references: {references: [Vouching]}
    Vouching: {person: text, opportunity: text?, asked: day?, about: text?, used: day?, thanked: day?}
    offers: {offers: [{opportunity: text, heard: day?, deadline: day?, pay: text?, collisions: [text]}]}
    negotiate: Offer | Writing
    Offer: {opportunity: text, heard: day?, deadline: day?, parts: [OfferPart], missing: [text], pay: [text], \
    say: [{text: text, source: text}], leave_out: [text], collisions: [text]}
    OfferPart: {part: text?, offered: text?, wanted: text?, walk_away: text?, grounds: text?, agreed: text?}
    script: {person: text, say: [text], leave_out: [text], at_hand: [text]}
    prepare: {interview: text, day: day, people: [text], next_step: text?, open_objections: [text], weak_answers: [text], \
    weak_elsewhere: [text], pay: [text], \
    left_out: [text], ask: [text], patterns: [text], promised: [text]}
    calendar: {days: [{day: day, entries: [text]}]}
    timeline: {lanes: [{opportunity: text, opportunity_id: id, events: [{day: day, what: text}]}]}
    stats: {waits: [number], median: number?, unanswered: number, answers: [{form: text, sent: number, answered: number}], \
    firms: [{name: text, waits: [number]}], advice: [text], \
    reached: [{what: text, count: number}], ends: {*: number}}
    playbook list: {playbooks: [{name: text, about: text, in_use: flag, rules: [text]}]}
    playbook show: {name: text, about: text, rules: [Rule]}
    Rule: {name: text, title: text, numbers: {*: text}, yours: [text], recipient: text, channels: [text], draft: text?, \
    source: text, ours: text?, because: text}

    settings: {settings: [Setting]} | Writing
    Setting: {name: text, value: text?, default: text, set_on: day?, machine: text?, meaning: text, trouble: text?}
    status: {path: text, bytes: number, rows: {*: number}, changes: number, transactions: number, machines: [Machine], \
    waiting: [{machine: text, changes: number, needs: [Range]}], conflicts: number, \
    clocks: {ahead: [text], behind: [text]}, sync: {folder: text, at: time}?}
    doctor: {checks: [{what: text, problems: [text]}]}
    machine show: {machines: [SigningMachine], unmet: [{name: text, words: text}]}
    SigningMachine: {name: text, this: flag, changes: number, last: time, unsigned: number, \
    keys: [{words: text, standing: "own" | "known" | "unknown" | "revoked"}]}
    Machine: {name: text, this: flag, changes: number, last: time}
    Range: {machine: text, from: number, to: number}
    key show: {recipients: [{name: text, key: text}]}

    import: {notes: Notes?, merged: Merged?, text: Text?}
    Text: {added: number, filled: number, differing: number, deleted: number, unknown: number, undo: code?}
    Notes: {files: [File], problems: [text], undated: [text], archived: number}
    File: {name: text, outcome: text, made: {*: number}, undo: code?}
    Merged: {changes: number, transactions: number, changed_rows: number, removed_rows: number, unknown: number, \
    waiting: number, joined_notes: number, conflicts: number}
    sync: {merged: Merged, left: number, written: text?, removed: [text], skipped: [{name: text, why: text}], encrypted: flag}
    export: Bundle | {content_id: sum}
    verify: Bundle
    Bundle: {kind: "backup" | "delta" | "redacted", content_id: sum, changes: number, transactions: number, machines: number, \
    counts: {*: number}}
    restore: {content_id: sum, store: text, kept: text?}
    salvage: {whole: flag, changes: number, transactions: number, unproven: number, lost: [Range]}

    read: {file?: text, encoding: text, bom: flag, newline: text, container: text, paper?: text, paper_confidence?: share, \
    reference_date?: time, note_date: {value?: time, from: text, span?: Span}, date_order: {order: text, because: text, \
    text?: text}, scalar_count: number, documents: [{span: Span, message_id?: text, subject?: text, date?: time}], \
    papers?: [Paper], columns?: [{name: text, field: text?}], remarks: [{line?: number, text: text}], facts: [Fact], \
    perhaps?: [Fact]}
    Fact: {field: text, interview: number, role?: text, name?: Attribute, title?: Attribute, email?: Attribute, \
    phone?: Attribute, value?: text, span: Span, text: text, confidence: share, alternatives?: [text], mentions?: [Span], \
    asked_by?: text, answer?: Attribute, day?: Attribute, applied?: Attribute}
    Attribute: {value: text, span: Span, text: text, mentions?: [Span]}
    Span: [number]
    Paper: {span: Span, form: text, subject?: text, date?: time, bulk?: text}
    when: {id?: text | number, pred: [{start: number, length: number, values: [DateValue]}]}
    DateValue: {kind: text, value: text, zone?: text, start?: text?, end?: text?}
    """#

  private struct Line {
    let name: String
    let text: String

    /// One for each name before the colon; none for a line that names nothing.
    static func read(_ line: Substring) -> [Line] {
      let halves = line.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { return [] }
      return halves[0].split(separator: ",").map {
        Line(name: String($0.drop { $0 == " " }), text: String(halves[1]))
      }
    }
  }

  /// The lines, continued ones whole.
  private static let lines: [Line] = text.replacing("\\\n", with: "").split(separator: "\n").flatMap(Line.read)

  /// The commands that print JSON, as they are typed.
  static let commands = lines.map(\.name).filter { $0.first?.isLowercase == true }

  /// - Throws: `ShapeReader.Fault` for a line above that cannot be read.
  static func shape(_ name: String) throws -> Shape? {
    try lines.first { $0.name == name }.map { try ShapeReader.read($0.text) }
  }
}
