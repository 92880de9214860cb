import Foundation
import Model
import Notes
import Testing

/// Phrases that people reported to public date readers as read wrong, and a few of real notes: what each means first.
@Suite struct PublicPhraseTests {
  /// Phrase, day it is said on, the beginning of the first value of each phrase in it; `-` where it says no day. 56 of them
  /// were right when they were collected.
  private static let phrases = """
    Wed, Jan 20th, 2016 | 2020-07-20 | 2016-01-20
    next Saturday at 11:00 | 2022-08-02 | 2022-08-13T11:00
    next Sunday at 15:00 | 2022-08-02 | 2022-08-14T15:00
    2024 Aug | 2026-01-28 | 2024-08-01/2024-09-01
    26 July - 22 August | 2025-07-02 | 2025-07-26/2025-08-23
    2 weeks ago | 2024-09-10 | 2024-08-27
    the 1st of next month | 2014-03-03 | 2014-04-01
    1st monday this month | 2014-03-25 | 2014-03-03
    2nd Sunday of next May | 2015-05-06 | 2016-05-08
    5th Tuesday this October | 2011-10-19 | -
    next tuesday | 2026-07-27 | 2026-08-04
    3rd Friday of next month | 2021-01-29 | 2021-02-19
    1st day of next week | 2021-01-29 | 2021-02-01
    Tuesday | 2023-11-06 | 2023-11-07
    Sun 9am | 2025-01-01 | 2025-01-05T09:00
    12am last monday | 2021-03-28 | 2021-03-22T00:00
    last week on Monday | 2021-03-28 | 2021-03-15
    monday next week | 2020-11-26 | 2020-11-30
    by the end of the month | 2006-03-12 | ../2006-03-31
    by the end of the week | 2020-10-15 | ../2020-10-16
    by the end of the year | 2020-10-15 | ../2020-12-31
    the week after next | 2018-01-02 | 2018-01-15/2018-01-22
    the coming week | 2018-01-02 | 2018-01-08/2018-01-15
    this week or next | 2018-01-02 | 2018-01-01/2018-01-15
    last week of this month | 2021-10-10 | 2021-10-25/2021-11-01
    2nd of this month | 2017-11-09 | 2017-11-02
    last 5 days of may 2017 | 2017-11-09 | 2017-05-27/2017-06-01
    on 23 of last month | 2017-11-09 | 2017-10-23
    In the next two weeks | 2019-02-21 | 2019-03-07
    That's the first school I've ever been to | 2019-02-01 | -
    To whom this may concern | 2019-02-01 | -
    Wednesday at 2 pm for 30 minutes | 2018-05-28 | 2018-05-30T14:00
    I spoke to her on Friday | 2017-06-21 | 2017-06-16
    Thursday 26th July 2018 | 2017-07-26 | 2018-07-26
    Tue Jan 12 00:00:00 UTC 2016 | 2021-01-05 | 2016-01-12T00:00
    Mon Feb 29 08:37:00 2016 | 2017-01-04 | 2016-02-29T08:37
    Datum: 17. August 2020 | 2023-06-01 | 2020-08-17
    Wed  11 Jan,  11:00 AM | 2016-12-15 | 2017-01-11T11:00
    19:40 Thursday (May 16, 2019) | 2019-05-14 | 2019-05-16T19:40
    Last weekday in March | 2022-03-27 | 2022-03-31
    Last Friday in March | 2022-03-27 | 2022-03-25
    2nd last weekday next month | 2022-03-27 | 2022-04-28
    mid January | 2019-10-01 | 2020-01-11/2020-01-21
    Fri @ 7pm | 2019-10-01 | 2019-10-04T19:00
    eow | 2024-09-19 | 2024-09-20
    eom | 2021-11-08 | 2021-11-30
    today+21 | 2021-09-07 | 2021-09-28
    Thu 5th @ 2ish | 2026-03-02 | 2026-03-05T14:00
    a week on Tuesday | 2026-03-05 | 2026-03-17
    first thing Monday | 2026-03-05 | 2026-03-09
    in two weeks' time | 2026-03-05 | 2026-03-19
    mid Feb | 2026-01-20 | 2026-02-11/2026-02-21
    a fortnight today | 2026-03-05 | 2026-03-19
    by COB tomorrow | 2026-03-05 | 2026-03-06
    end of Q1 | 2026-02-05 | 2026-03-31
    Monday, Oct. 20th, from 10 to 11:30AM PST | 2025-10-14 | 2025-10-20T10:00:00/2025-10-20T11:30:00
    Oct 20, 2025 11:30am-12:00pm PDT | 2025-10-16 | 2025-10-20T11:30:00/2025-10-20T12:00:00
    Thursday, October 9, 2025 from 1:00 PM to 2:00 PM (PDT) | 2025-10-02 | 2025-10-09T13:00:00/2025-10-09T14:00:00
    Tuesday, Oct 14, 2025 at 9:00am-9:45am PDT | 2025-10-09 | 2025-10-14T09:00:00/2025-10-14T09:45:00
    Friday, October 18, 11:00 AM - 4:00 PM PST | 2025-10-14 | 2025-10-18
    8/5/2019 & 8/14/2019 | 2019-11-01 | 2019-08-05 & 2019-08-14
    8-Jul | 2019-11-01 | 2019-07-08
    10 business days from jan 15 | 2026-01-20 | 2026-01-29
    Jan 7th-11th | 2018-12-25 | 2019-01-07/2019-01-12
    in 30-60 seconds | 2025-10-02 | -
    Dienstag, 10 Oktober, 2023 | 2023-10-10 | 2023-10-10
    between 3 to 6 weeks | 2025-10-06 | 3628800
    Almost 2 years ago | 2019-02-13 | 2017-02
    until mid March | 2019-01-10 | ../2019-03-11
    August 22 8:00 AM | 2024-12-09 | 2024-08-22T08:00
    Wednesday, 07/24/24 | 2024-07-24 | 2024-07-24
    it's been 10 days now | 2026-02-16 | 2026-02-06
    29 March 2026 2:30am Europe/Berlin | 2026-03-20 | -
    Thu 3pm EST / 8pm GMT | 2026-03-02 | 2026-03-05T15:00
    """
  private static let leastRight = 68

  private func answer(_ phrase: String, _ day: Day) -> String {
    let text = Array(phrase.unicodeScalars)
    let order = DatePhrases.order(in: text, near: day, else: .undecided)
    let found = DatePhrases.answer(phrase, from: Moment(day: day), order: order.order)
    return found.isEmpty ? "-" : found.compactMap { $0.values.first?.value }.joined(separator: " & ")
  }

  /// A range may say its last day or the day after.
  private func isRight(_ answer: String, _ right: String) -> Bool {
    if answer.hasPrefix(right) { return right != "-" || answer == "-" }
    let (one, other) = (right.split(separator: "/"), answer.split(separator: "/"))
    guard one.count == 2, other.count == 2, one[0] == other[0], let end = Day(one[1]), let said = Day(other[1]) else {
      return false
    }
    return abs(end - said) <= 1
  }

  @Test func `of 74 reported phrases at least 68 are right as first value`() throws {
    var wrong: [String] = []
    let lines = Self.phrases.split(separator: "\n")
    for line in lines {
      let parts = line.components(separatedBy: " | ")
      let answer = answer(parts[0], try #require(Day(parts[1])))
      if !isRight(answer, parts[2]) { wrong.append("\(parts[0]): \(answer) instead of \(parts[2])") }
    }
    #expect(lines.count == 74)
    #expect(lines.count - wrong.count >= Self.leastRight, "\(wrong.joined(separator: "\n"))")
  }
}
