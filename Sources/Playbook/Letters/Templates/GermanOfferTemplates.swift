/// Thanks of the same day, and what is written around an offer and a missed appointment, in German.
extension TranslatedTemplates {
  static let germanOffers: [DraftKind: String] = [
    .counterOffer: """
    Subject: Ihr Angebot: einige Punkte vor meiner Antwort

    {greeting},

    noch einmal vielen Dank für Ihr Angebot. Ich möchte gern zusagen und vorher einige Punkte mit Ihnen besprechen.

    ? Das stelle ich mir vor: {term:all.wanted}.
    | Das stelle ich mir vor: {gap|the parts you want to talk about, each with your figure}.
    ? Dafür spricht: {term:all.grounds}.
    | Dafür spricht: {gap|a survey, a figure, another offer}.

    Darf ich Sie dazu in den nächsten Tagen anrufen?
    ? Meine Antwort haben Sie bis zum {opportunity.deadline}.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .writtenOffer: """
    Subject: {opportunity.role|Die Stelle}: Ihr Angebot schriftlich

    {greeting},

    noch einmal vielen Dank für Ihr Angebot, über das ich mich sehr freue.

    ? Damit ich es in Ruhe durchgehen kann: Würden Sie es mir schriftlich schicken, mit all diesen Punkten: {term:all.part}?
    | Damit ich es in Ruhe durchgehen kann: Würden Sie es mir schriftlich schicken, mit {gap|what matters to you: pay, bonus, \
    start date, place, notice}?
    ? Meine Antwort haben Sie bis zum {opportunity.deadline}.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .deadlineNotice: """
    Subject: {opportunity.role|Die Stelle}: ein Termin, den Sie kennen sollten

    {greeting},

    ich möchte offen zu Ihnen sein: Mir liegt ein anderes Angebot vor, auf das ich bis zum \
    {opportunity:other.deadline|the day you must answer} antworten muss.

    Ihre Stelle interessiert mich sehr. Können Sie mir sagen, ob ich vorher mit Ihrer Entscheidung rechnen darf, oder was ich \
    dazu beitragen kann?

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .noShow: """
    Subject: {opportunity.role|Die Stelle}: Finden wir einen neuen Termin?

    {greeting},

    das Gespräch am {interview:missed.start|the day} ist nicht zustande gekommen. Ich war da; vermutlich ist etwas \
    dazwischengekommen.

    An der Stelle bin ich weiterhin sehr interessiert. Passt Ihnen einer dieser Termine: {gap|two or three days and hours}? Gern \
    richte ich mich auch nach Ihrem Vorschlag.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .missedAppointment: """
    Subject: {opportunity.role|Die Stelle}: Bitte um Entschuldigung

    {greeting},

    für den Termin am {interview:missed.start|the day} muss ich Sie um Entschuldigung bitten: {gap|why you could not come, in \
    one line}. Die Zeit war für mich freigehalten, und es tut mir leid.

    An der Stelle liegt mir viel. Darf ich ein anderes Mal kommen? Möglich sind mir: {gap|two or three days and hours}.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .sameDayThanks: """
    Subject: Vielen Dank für das Gespräch am {interview.start|the day of the interview}

    {greeting},

    ~ vielen Dank für die Zeit, die Sie sich am {interview.start|the day of the interview} für mich genommen haben. || haben Sie \
    Dank für das Gespräch am {interview.start|the day of the interview}. || das Gespräch am {interview.start|the day of the \
    interview} hat mir Freude gemacht, und ich danke Ihnen dafür. || für die Stunde am {interview.start|the day of the interview} \
    danke ich Ihnen herzlich.
    Dass Sie mich für die Stelle in Betracht ziehen, weiß ich zu schätzen, und ich möchte sie wirklich gern. || Die Einladung hat \
    mir viel bedeutet, und mein Interesse an der Stelle ist ernst. || Ich freue mich über diese Gelegenheit und bin an der Stelle \
    sehr interessiert. || Nach unserem Gespräch möchte ich die Stelle umso lieber, und für die Gelegenheit danke ich Ihnen.
    ? Gern habe ich mehr über die Aufgabe und über Ihr Haus erfahren, vor allem zum Thema {finding:topic.text}. || Ihr Haus und die \
    Aufgabe kenne ich nun besser, und das Thema {finding:topic.text} beschäftigt mich weiter. || Über das Thema {finding:topic.text} \
    hätte ich gern noch länger mit Ihnen gesprochen. || Was Sie von Ihrem Haus und zum Thema {finding:topic.text} erzählt haben, \
    bleibt mir in Erinnerung.
    | Gern habe ich mehr über die Aufgabe und über Ihr Haus erfahren. || Ihr Haus und die Aufgabe kenne ich nun viel besser. || Was \
    Sie von der Arbeit erzählt haben, hat mir gefallen. || Was Sie von Ihrem Haus erzählt haben, bleibt mir in Erinnerung.

    Wenn Sie noch etwas brauchen, genügt eine Zeile. || Für weitere Fragen bin ich gern da. || Sollte etwas fehlen, sagen Sie es \
    mir bitte. || Weitere Unterlagen schicke ich Ihnen gern.

    Mit freundlichen Grüßen || Mit besten Grüßen || Freundliche Grüße || Beste Grüße

    {setting:signature.value|your name}
    """,
  ]
}
