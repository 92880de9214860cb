/// The words that the date grammar names. Their raw value is the word as folded by the tokeniser.
enum Keyword: String, CaseIterable {
  case the, of, `in`, within, on, at, by, to, and, or, a, an, from, between, before, after, since, until, till, through
  case thru, during, over, `for`, than, prior, no, not, more, less, later, earlier, early, late, mid, middle, start
  case beginning, begin, end, rest, remainder, remaining, `as`, around, about, approximately, approx, every, each, other
  case any, all, full, whole, half, quarter, couple, few, several, pair, ago, hence, back, now, right, just, asap, atm
  case moment, time, present, past, last, next, this, current, coming, upcoming, following, previous, year, day, week,
    month
  case today, tomorrow, noon, midday, midnight, oclock, eod, eow, eom, eoy, bom, boy, bow, eoq
  case daily, weekly, monthly, yearly, annually, annual, quarterly, biweekly, fortnightly, hourly, semiannual
  case everyday, weekdays, weekday, weekends, once, twice, thrice, times, business, working, school, w, c, wc, wb, b
  case commencing, starting, ending, am, pm, m, uhr, h, q, cy, fy, minutes, min, date, my, ish, ampm
  case morning, afternoon, evening, night, tonight, tonite, breakfast, lunch, dinner, lunchtime, daytime, brunch
  case mornings, afternoons, evenings, nights, midmorning, midafternoon, hours, eve, matin, soir, abend, nachmittag
  case st, nd, rd, th, up, sometime, sometimes, anytime, soon, possible, but, least, equal, long, so, far
  case spring, summer, autumn, fall, winter, s, untill, ende, anfang, mitte, fin, début, dans, vor, nach, bis, der, des,
    la, le
  case du, de, au, er, re, seit, depuis, hälfte, moitié, avant, jusqu, dem, den, zum, biannual, bimonthly, t, first,
    semiannually,
    nighttime, latest
  case how, what, hour, weekend, second, jeden, chaque, täglich, wöchentlich, per, e, p, vom, cob, close, play, old, um,
    à, closest, nearest, minute, gmt, utc, ce, bc, ad, bce
  case with, mit, avec, i, contract, remote, permanent, teams, online, tel, round, runde, stage, `if`, unless, falls,
    iWill = "i'll", iWould = "i'd", told, them, only, also, said, promised, owe, agreed, offered, their, theyAre =
    "they're", pro, par, im, pa, panel, manager, boss, her, him
  case which, should, some, maybe
  case hiring, please
  case aus, who, `is`, people, human, resources, need, then, it, itIs = "it's", new, our, plus, und, et, me, that, k
  case grand, gone, she, he, sheIs = "she's", heIs = "he's"

  /// Words that the findings ask for and no date phrase holds.
  static let ofFindings: Set<Keyword> = [
    .with, .mit, .avec, .i, .contract, .remote, .permanent, .teams, .online, .tel, .round, .runde, .stage, .if, .unless,
    .falls, .iWill, .iWould, .told, .them, .also, .said, .promised, .owe, .agreed, .offered, .their, .theyAre, .pro,
    .panel, .manager, .boss, .her, .him, .which, .should, .some, .maybe, .hiring, .please, .how, .what, .aus, .who,
    .is, .people, .human, .resources, .need, .then, .it, .itIs, .new, .our, .plus, .und, .et, .me, .that, .k, .grand,
    .gone, .she, .he, .sheIs, .heIs,
  ]
  case mi, midi, fiscal, financial, halb, viertel, après, prochain, prochaine, dernier, dernière, hier, il, y
}
