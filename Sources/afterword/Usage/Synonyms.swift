import Store

/// What people call a command of ours, from other programs and from common sense.
enum CommandSynonyms {
  /// One command a line: its name, then what it is also called.
  private static let table = """
    add: new create insert make
    conflicts: conflict clashes
    delete: remove rm del erase trash drop forget discard
    doctor: check fsck repair fix diagnose
    done: finish finished complete completed close tick kept
    duplicates: dupes dups dedupe
    edit: modify amend vi vim editor
    export: backup dump save write
    find: search grep query lookup locate
    heard: news outcome rejected offer offered
    help: man usage
    history: changes journal audit blame
    import: ingest load take merge
    join: link same
    key: keys encrypt
    letter: draft mail email compose thank thanks reply
    list: ls all people
    log: call record contact touch
    note: jot capture memo write-down
    plan: agenda upcoming schedule next
    playbook: playbooks rules
    prepare: prep brief
    promises: promise owed
    proposals: proposal proposed suggestions
    read: preview parse
    reflect: review debrief retro
    resolve: settle solve
    set: update change put assign
    show: view open cat get display info print person
    skip: ignore dismiss
    snooze: postpone delay defer later wait
    status: stat state about
    sync: pull push exchange share
    stats: statistics report numbers summary
    timeline: lanes gantt chart
    today: now due todo tasks home start
    undelete: recover
    undo: redo revert rollback back
    unjoin: split unlink part
    why: explain reason
    when: date day
    """

  static func meant(by word: String, among known: [String]) -> String? {
    let folded = word.lowercased()
    for line in table.split(separator: "\n") {
      let words = line.split(whereSeparator: { $0 == " " || $0 == ":" }).map(String.init)
      if let name = words.first, known.contains(name), words.dropFirst().contains(folded) { return name }
    }
    return nil
  }
}

/// What people call an option of ours.
enum OptionSynonyms {
  private static let table = """
    --yes: --force --assume-yes -f
    --dry-run: --dryrun --simulate --preview --pretend
    --quiet: --silent
    --no-color: --no-colour --colour --color
    --store: --db --database --file --path
    --on: --date --day --at
    --json: --format --output -j
    """

  static func meant(by option: String, among known: [String]) -> String? {
    for line in table.split(separator: "\n") {
      let words = line.split(whereSeparator: { $0 == " " || $0 == ":" }).map(String.init)
      if let name = words.first, known.contains(name), words.dropFirst().contains(option) { return name }
    }
    return nil
  }
}
