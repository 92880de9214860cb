/// The vocabulary of date phrases: English, and the German and French words for days and months.
enum DateWords {
  typealias Entry = (words: String, bits: WordBits, value: Int, unit: TimeUnit?)

  static let entries: [Entry] = months + weekdays + numbers + ordinals + units + others

  private static let months: [Entry] = [
    ("january jan januar jänner janvier", .month, 1, nil),
    ("february feb febr februar février fevrier", .month, 2, nil),
    ("mar märz maerz mrz mars", .month, 3, nil), ("march", .month, 3, nil), ("april apr avril", .month, 4, nil),
    ("may", [.month, .weak], 5, nil), ("mai", .month, 5, nil), ("june jun juni juin", .month, 6, nil),
    ("july jul juli juillet", .month, 7, nil), ("august aug août aout", .month, 8, nil),
    ("september sep sept septembre", .month, 9, nil), ("october oct oktober okt octobre", .month, 10, nil),
    ("november nov novembre", .month, 11, nil), ("december dec dezember dez décembre", .month, 12, nil),
  ]

  private static let weekdays: [Entry] = [
    ("monday montag lundi", .weekday, 1, nil), ("tuesday tues tue dienstag mardi", .weekday, 2, nil),
    ("wednesday weds wed mittwoch mercredi", .weekday, 3, nil),
    ("thursday thurs thur thu donnerstag jeudi", .weekday, 4, nil),
    ("friday fri freitag vendredi", .weekday, 5, nil), ("saturday samstag sonnabend samedi", .weekday, 6, nil),
    ("sunday sonntag dimanche", .weekday, 7, nil), ("mon", [.weekday, .weak], 1, nil),
    ("sat", [.weekday, .weak], 6, nil), ("sun", [.weekday, .weak], 7, nil),
    ("mondays", [.weekday, .plural], 1, nil), ("tuesdays", [.weekday, .plural], 2, nil),
    ("wednesdays", [.weekday, .plural], 3, nil), ("thursdays", [.weekday, .plural], 4, nil),
    ("fridays", [.weekday, .plural], 5, nil), ("saturdays", [.weekday, .plural], 6, nil),
    ("sundays", [.weekday, .plural], 7, nil),
  ]

  private static let numbers: [Entry] = [
    ("zero", .cardinal, 0, nil), ("one ein eine einer einem un une", .cardinal, 1, nil),
    ("two zwei deux", .cardinal, 2, nil),
    ("three drei trois", .cardinal, 3, nil), ("four vier quatre", .cardinal, 4, nil),
    ("five fünf cinq", .cardinal, 5, nil),
    ("six sechs", .cardinal, 6, nil), ("seven sieben", .cardinal, 7, nil), ("eight acht huit", .cardinal, 8, nil),
    ("nine neun neuf", .cardinal, 9, nil), ("ten zehn dix", .cardinal, 10, nil),
    ("eleven elf onze", .cardinal, 11, nil),
    ("twelve zwölf douze", .cardinal, 12, nil), ("thirteen", .cardinal, 13, nil), ("fourteen", .cardinal, 14, nil),
    ("fifteen quinze", .cardinal, 15, nil), ("sixteen", .cardinal, 16, nil), ("seventeen", .cardinal, 17, nil),
    ("eighteen", .cardinal, 18, nil), ("nineteen", .cardinal, 19, nil), ("twenty", .cardinal, 20, nil),
    ("thirty", .cardinal, 30, nil), ("forty fourty", .cardinal, 40, nil), ("fifty", .cardinal, 50, nil),
    ("sixty", .cardinal, 60, nil), ("seventy", .cardinal, 70, nil), ("eighty", .cardinal, 80, nil),
    ("ninety", .cardinal, 90, nil), ("hundred", .cardinal, 100, nil), ("thousand", .cardinal, 1000, nil),
  ]

  private static let ordinals: [Entry] = [
    ("first", .ordinal, 1, nil), ("second", .ordinal, 2, .second), ("third", .ordinal, 3, nil),
    ("fourth", .ordinal, 4, nil), ("fifth", .ordinal, 5, nil), ("sixth", .ordinal, 6, nil),
    ("seventh", .ordinal, 7, nil), ("eighth", .ordinal, 8, nil), ("ninth", .ordinal, 9, nil),
    ("tenth", .ordinal, 10, nil), ("eleventh", .ordinal, 11, nil), ("twelfth", .ordinal, 12, nil),
    ("thirteenth", .ordinal, 13, nil), ("fourteenth", .ordinal, 14, nil), ("fifteenth", .ordinal, 15, nil),
    ("sixteenth", .ordinal, 16, nil), ("seventeenth", .ordinal, 17, nil), ("eighteenth", .ordinal, 18, nil),
    ("nineteenth", .ordinal, 19, nil), ("twentieth", .ordinal, 20, nil), ("thirtieth", .ordinal, 30, nil),
  ]

  private static let units: [Entry] = [
    ("second seconds sec secs s", .unit, 2, .second), ("minute minutes min mins m", .unit, 0, .minute),
    ("hour hours hr hrs h stunde stunden heure heures", .unit, 0, .hour),
    ("day days d tag tage tagen jour jours", .unit, 0, .day), ("night nights", .unit, 0, .day),
    ("week weeks wk wks w woche wochen kw semaine semaines", .unit, 0, .week),
    ("weekend weekends wkend", .unit, 0, .weekend), ("fortnight fortnights", .unit, 0, .fortnight),
    ("month months mth mths monat monats monate monaten mois", .unit, 0, .month), ("mon", .unit, 1, .month),
    ("quarter quarters qtr qtrs", .unit, 0, .quarter),
    ("year years yr yrs y jahr jahres jahre jahren ans", .unit, 0, .year), ("decade decades", .unit, 0, .decade),
    ("century centuries", .unit, 0, .century),
  ]

  private static let others: [Entry] = [
    ("today heute aujourd'hui", .relativeDay, 0, nil),
    ("tomorrow tmrw tmr tomorow demain morgen", .relativeDay, 1, nil),
    ("yesterday yday y'day yest gestern", .relativeDay, -1, nil), ("übermorgen", .relativeDay, 2, nil),
    ("vorgestern", .relativeDay, -2, nil), ("otd", .relativeDay, 0, nil),
    ("tonight tonite", [.relativeDay, .dayPart], 0, nil),
    (
      "next coming upcoming following nächste nächsten nächster nächstes kommende kommenden kommender kommendes", .step,
      1, nil
    ),
    ("übernächste übernächsten übernächster übernächstes", .step, 2, nil), ("hier", [.relativeDay, .weak], -1, nil),
    (
      "last past previous vergangene vergangenen vergangener vorige vorigen voriger letzte letzten letzter letztes",
      .step, -1, nil
    ),
    ("this current diese diesen dieser dieses ce cet cette", .step, 0, nil),
    ("morning mornings matin", .dayPart, 0, nil), ("afternoon afternoons nachmittag", .dayPart, 0, nil),
    ("evening evenings eve abend soir", .dayPart, 0, nil), ("night nights nighttime", .dayPart, 0, nil),
    ("daytime midmorning midafternoon lunchtime lunch mealtime breakfast dinner brunch", .dayPart, 0, nil),
    (
      "noon midday midnight mid eod eow eom eoy eoq bom boy bow now asap atm moment possible date cob time breakfast lunch dinner business play",
      [.opener, .whole], 0, nil
    ),
    (
      "le in within half a an every each all full whole any the end start beginning middle early late earlier later",
      .opener, 0, nil
    ),
    (
      "hälfte moitié erste ersten zweite zweiten première deuxième seconde", .opener, 0, nil
    ),
    (
      "from between before after since seit depuis until till by around about approximately approx during over for",
      .opener, 0, nil
    ),
    (
      "no more less rest remainder remaining year month week quarter year's starting beginning as at on to prior than",
      .opener, 0, nil
    ),
    (
      "daily weekly monthly yearly annually annual quarterly biweekly fortnightly hourly semiannual semiannually bimonthly",
      [.opener, .whole], 0, nil
    ),
    (
      "everyday weekdays weekday once twice thrice right just anytime sometime sometimes through thru",
      [.opener, .whole], 0, nil
    ),
    (
      "couple few several pair quarter three mid mi wc commencing ende anfang mitte fin début dans nach vor bis il",
      [.opener, .whole],
      0, nil
    ),
    (
      "noughties twenties thirties forties fifties sixties seventies eighties nineties christmas xmas heiligabend weihnachten noël silvester hogmanay neujahr neujahrstag epiphany dreikönigstag valentine's juneteenth halloween karfreitag ostersonntag ostermontag easter ostern pâques aschermittwoch gründonnerstag himmelfahrt pentecost pentecôte pfingsten pfingstsonntag pfingstmontag fronleichnam thanksgiving",
      [.opener, .whole], 0, nil
    ),
    (
      "luther king deutschen einheit guy fawkes patrick's patricks stephen's fools fool's boxing new valentines saint bastille independence bonfire veterans armistice remembrance good shrove pancake mardi ash maundy palm ascension whit corpus martin mlk presidents president's memorial labor labour columbus black twelfth vendredi lundi",
      .opener, 0, nil
    ),
    ("spring summer autumn fall winter q h cy fy w", [.opener, .whole], 0, nil),
    (
      "every each any jeden chaque daily everyday täglich weekly wöchentlich monthly yearly annually annual quarterly biweekly fortnightly bimonthly hourly semiannual semiannually biannual weekends weekdays once twice thrice times mornings afternoons evenings nights",
      .recurring, 0, nil
    ),
    ("noon midday midnight mid half quarter a halb viertel", .clock, 0, nil),
    ("fiscal financial halb viertel après la", .opener, 0, nil), ("am pm a p uhr", .meridiem, 0, nil),
    (
      "gmt utc bst cet cest mez mesz est edt pst pdt cst cdt mst mdt ist jst kst aest aedt nzst nzdt wet eet eest sast et pt ct mt msk hkt sgt eastern central pacific mountain",
      .zone, 0, nil
    ),
  ]
}
