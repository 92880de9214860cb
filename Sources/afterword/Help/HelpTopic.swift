/// A matter that several commands share, told once: `afterword help days`.
struct HelpTopic {
  let name: String
  /// At most 80 columns each.
  let text: String

  var lines: [StyledText] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledText(String($0)) }
  }

  static let all = [days, notes, numbers, sync, privacy, json, settings]

  private static let days = HelpTopic(
    name: "days",
    text: """
      Days are typed as one says them, for every argument and field that is a day:

        today, tomorrow, yesterday      friday, next tuesday, by friday
        12 june, 15th, 3/4/2026         3d, 2w, 1m: so many days, weeks, months on
        fortnight, eow, eom             next business day, today+21
        2026-06-12                      2026-06-12 10:30 with an hour

      What happened lies behind today, what is due ahead of it. What was understood
      is said back; a day that does not exist is refused.

        afterword when "wednesday next week"      how a phrase is read
        afterword settings dates.order day-first  which comes first in 3/4
        afterword settings zone Europe/London     whose day today is
      """)

  private static let notes = HelpTopic(
    name: "notes",
    text: """
      Notes are taken as they are: scribbles, Markdown, mails (.eml, .mbox), tables
      (.csv), address cards and calendars. Each is kept byte for byte; what was found
      in it are rows of their own, to be changed and taken back.

        afterword read FILE               what would be found; keeps nothing
        afterword import FILE FOLDER      takes them in
        afterword import - --on today     what you type, to Ctrl-D
        afterword import FOLDER -n        what an import would do
        afterword import FILE --ask       asks about each finding
        afterword show note.txt           reads a note again; --raw gives its bytes

      The same file again adds nothing; an edited one changes what it changed. Mails
      that do not name their firm stand under its host until one does; the order in
      which papers come makes no difference.
      """)

  private static let numbers = HelpTopic(
    name: "numbers",
    text: """
      The day's page numbers what is to be done. Its numbers, names and ids all do,
      several at once, in done, skip, snooze, why, letter, script, prepare and show:

        afterword done 2 3              afterword done 1,4-6
        afterword done gareth sian      afterword snooze 4 wed
        afterword letter 1              afterword skip --older 10d

      Numbers are those of the page shown last and count on its day alone. More than
      three at once are named and asked about. One undo takes all of it back.
      """)

  private static let sync = HelpTopic(
    name: "sync",
    text: """
      Two machines meet in any folder that both reach: a stick, a share, a cloud
      drive. Each writes only files of its own there; nothing is ever lost.

        afterword sync FOLDER           both ways; later `afterword sync` alone
        afterword sync FOLDER --encrypt only your machines read it
        afterword export FILE           one file, a backup too
        afterword import FILE           takes in what another machine exported
        afterword conflicts             what both said differently
        afterword resolve               settles that, one by one
      """)

  private static let privacy = HelpTopic(
    name: "privacy",
    text: """
      Everything lies in one file that only you can read (0600), on this machine.
      Afterword never sends anything and opens no connection, unless you name a
      remote to `sync`; it drafts, and you send.

        the store     $AFTERWORD_STORE, else $XDG_DATA_HOME/afterword
        this machine  $XDG_STATE_HOME/afterword: marks, drafts, the page's numbers
        a bundle      everything ever kept, what was deleted and changed too

        afterword export FILE --redact  what may be shown to others
        afterword export FILE --encrypt only those whose keys you have read it
        afterword status                where the store lies
      """)

  private static let json = HelpTopic(
    name: "json",
    text: """
      Every command that shows something prints JSON with --json: one object, keys
      sorted, in a shape that stays; and one record a line with --plain, its parts
      apart by tabs. Neither is coloured or cut. Names are in snake_case, days and
      times ISO 8601; what is not there is null, and its key is there all the same.
      `afterword help plan` describes the items of plan, today and why.

        afterword schema                what each command prints, as JSON Schema
        afterword schema list

        afterword list interviews --plain --header      ISO days, columns named
        afterword export people.csv                     also .json .vcf .ics .md
        afterword log-since 0 --json                    all that was written

      Recipes:
        # What is due, as a table
        afterword today --json | jq -r '.items[] | [.day, .title, .person] | @tsv'
        # How many searches stand where
        afterword list opportunities --json | jq -r '.rows[].fields.stage' |
          sort | uniq -c
        # Each morning by mail, from cron
        0 7 * * 1-5  afterword today --plain | mail -E -s "Today" me@mail.example
        # In a prompt, from a file that a timer writes
        afterword today --brief > ~/.cache/afterword-brief
        # What is new since the last time
        afterword log-since "$(cat last)" --json > new.json &&
          jq -r .position new.json > last
        # A calendar program that is told of changes alone
        afterword export ~/calendar/afterword.ics --replace -q

      Exit codes: 0 done, 1 not there or a check failed, 2 wrong usage, 3 bad input,
      4 store, disk or output trouble, 5 an answer is needed, 130 interrupted.
      """)

  private static let settings = HelpTopic(
    name: "settings",
    text: """
      Settings are part of the store, so that two machines plan alike.

        afterword setup                          asks for those that matter
        afterword settings                       all of them, and what they mean
        afterword settings name "Sam Rees"       your name below letters
        afterword settings zone Europe/London    your time zone
        afterword playbook list                  the ways of following up
        afterword playbook use executive         another one, for all or one search

      In the environment: EDITOR, PAGER, NO_COLOR, COLUMNS, AFTERWORD_STORE.
      """)
}
