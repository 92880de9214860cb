/// German, with notes quoted as titles: so no ending of theirs has to fit.
extension TranslatedTemplates {
  static let german: [DraftKind: String] = [
    .thankYou: """
    Subject: Vielen Dank für das Gespräch am {interview.start|the day of the interview}

    {greeting},

    ~ vielen Dank für das Gespräch am {interview.start|the day of the interview}. || haben Sie Dank für die Zeit, die Sie sich am \
    {interview.start|the day of the interview} genommen haben. || über unser Gespräch am {interview.start|the day of the interview} habe \
    ich mich sehr gefreut. || für das offene Gespräch am {interview.start|the day of the interview} danke ich Ihnen.
    ? Was Sie zum Thema {finding:topic.text} gesagt haben, beschäftigt mich weiter. || Beim Thema {finding:topic.text} hätte \
    ich gern noch lange zugehört. || Zum Thema {finding:topic.text} habe ich von Ihnen viel gelernt. || Das Thema \
    {finding:topic.text} geht mir seither nicht aus dem Kopf.

    ? Bei der Aufgabe {finding:challenge.text} kann ich Ihnen helfen: {gap|the experience of yours that fits}. || Zur Aufgabe \
    {finding:challenge.text} bringe ich etwas mit: {gap|the experience of yours that fits}. || Für die Aufgabe \
    {finding:challenge.text} habe ich Erfahrung: {gap|the experience of yours that fits}.
    | Zu dieser Stelle bringe ich mit: {gap|the experience of yours that fits}. || Für Ihre Aufgaben habe ich Erfahrung: \
    {gap|the experience of yours that fits}. || Bei Ihnen möchte ich einsetzen, was ich kann: {gap|the experience of yours that fits}.

    Auf den nächsten Schritt freue ich mich. || Ich freue mich darauf, wie es weitergeht. || Gern gehe ich mit Ihnen den \
    nächsten Schritt. || Dem nächsten Schritt sehe ich mit Freude entgegen.
    Wenn Sie noch etwas brauchen, genügt eine Zeile. || Für weitere Fragen bin ich gern da. || Sollte etwas fehlen, sagen Sie \
    es mir bitte. || Weitere Unterlagen schicke ich Ihnen gern.

    Mit freundlichen Grüßen || Mit besten Grüßen || Freundliche Grüße || Beste Grüße

    {setting:signature.value|your name}
    """,
    .card: """
    Subject: Karte

    {greeting},

    haben Sie herzlichen Dank für das Gespräch am {interview.start|the day of the interview}. || das Gespräch am \
    {interview.start|the day of the interview} war mir eine Freude, danke dafür.
    ? Das Thema {finding:topic.text} beschäftigt mich seither. || An das Thema {finding:topic.text} denke ich noch oft.
    Ich würde gern mit Ihnen arbeiten. || Auf ein Wiedersehen freue ich mich.

    {setting:signature.value|your name}
    """,
    .midWayCheck: """
    Subject: {opportunity.role|Die Stelle}: Brauchen Sie noch etwas?

    {greeting},

    Sie sind mitten in Ihrer Entscheidung, deshalb nur kurz: Kann ich Ihnen noch etwas schicken, eine Referenz, eine \
    Arbeitsprobe, die Antwort auf eine offene Frage?

    An der Stelle bin ich weiterhin sehr interessiert.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .silenceBreaker: """
    Subject: {opportunity.role|Die Stelle}: eine kurze Frage

    {greeting},

    unser Gespräch am {interview.start|the day of the interview} ist mir in guter Erinnerung.
    ? Das Thema {finding:topic.text} beschäftigt mich noch immer.

    Sie haben gewiss volle Wochen. Wenn Sie einen Augenblick Zeit finden: Können Sie mir sagen, wie weit das Verfahren ist? \
    Ich würde gern zu Ihrer Arbeit beitragen.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .silenceAgain: """
    Subject: {opportunity.role|Die Stelle}: noch ein Gedanke

    {greeting},

    seit unserem Gespräch ist mir noch etwas eingefallen: {gap|something new in a line}. || inzwischen kann ich Ihnen etwas \
    zeigen: {gap|another angle: a result, a reference who would speak, a first draft}.

    An der Stelle bin ich weiterhin sehr interessiert. Gibt es einen Tag, bis zu dem ich mit einer Nachricht rechnen darf? || Wenn \
    die Stelle besetzt ist oder die Pläne sich geändert haben, genügt mir eine Zeile; ist sie offen, gehe ich gern den nächsten \
    Schritt. In jedem Fall danke ich Ihnen für Ihre Zeit.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .rejectionThanks: """
    Subject: Danke für Ihre Nachricht

    {greeting},

    vielen Dank für Ihre Nachricht und für die Zeit, die Sie mir gegeben haben.

    Würden Sie mir in einer Zeile sagen, was ich in einem nächsten Gespräch besser machen könnte? Ich verstehe auch, wenn Sie \
    das lieber nicht möchten.

    Ihnen und Ihrem Team wünsche ich viel Erfolg.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .otherOpenings: """
    Subject: Danke für Ihre Zeit

    {greeting},

    vielen Dank für die Zeit und die Überlegung, die Sie meiner Bewerbung gegeben haben.
    ? Das Gespräch zum Thema {finding:topic.text} bleibt mir in Erinnerung.

    Ich würde weiterhin gern bei Ihnen arbeiten. Bitte denken Sie an mich, wenn eine andere Stelle frei wird.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .keepInTouch: """
    Subject: {material.title|what you came across}

    {greeting},

    ? beim Lesen habe ich an Sie gedacht: „{material.title}“.
    | beim Lesen habe ich an Sie gedacht: {gap|an article or an event that concerns them}.
    ? Hier ist es zu finden: {material.link}.
    Was ich daraus mitgenommen habe: {gap|one line of your own}.

    Eine Antwort erwarte ich nicht. Ich hoffe, es geht Ihnen gut.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .offerAcknowledgement: """
    Subject: Ihr Angebot: {opportunity.role|die Stelle}

    {greeting},

    herzlichen Dank für Ihr Angebot, über das ich mich sehr freue.

    Ich sehe es mir in Ruhe an und gebe Ihnen bis zum {opportunity.deadline|the day you will answer} Bescheid. Darf ich anrufen, \
    wenn vorher eine Frage auftaucht?

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .offerExtension: """
    Subject: Ihr Angebot: eine Frage zum Termin

    {greeting},

    Ihr Angebot bedeutet mir viel, und ich möchte Ihnen eine Antwort geben, die hält.

    Sie haben um Antwort bis zum {opportunity.deadline|their deadline} gebeten. Wäre der \
    {opportunity:extended.deadline|the exact day you ask for} für Sie möglich? An diesem Tag haben Sie meine Entscheidung.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .acceptance: """
    Subject: {opportunity.role|Die Stelle}: Ich nehme Ihr Angebot gern an

    {greeting},

    ich nehme Ihr Angebot mit Freude an.

    ? So habe ich unsere Abmachung verstanden: {term:all.agreed}.
    | So habe ich unsere Abmachung verstanden: {gap|pay, start date, place and whatever else you agreed}.
    Bitte sagen Sie mir, wenn \
    etwas davon nicht stimmt. Was brauchen Sie von mir vor dem ersten Tag?

    Vielen Dank für Ihr Vertrauen.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .decline: """
    Subject: Ihr Angebot: {opportunity.role|die Stelle}

    {greeting},

    vielen Dank für Ihr Angebot und für die Zeit, die Sie und Ihre Kollegen mir gegeben haben. Nach reiflicher Überlegung habe \
    ich mich dagegen entschieden.

    Leicht ist mir das nicht gefallen, und ich würde mich freuen, wenn unsere Wege sich wieder kreuzen.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
    .withdrawal: """
    Subject: {opportunity.role|Die Stelle}: Ich ziehe meine Bewerbung zurück

    {greeting},

    damit Sie ohne mich planen können, sage ich es Ihnen gleich: Ich ziehe meine Bewerbung zurück.

    Vielen Dank für die Mühe, die Sie sich damit gemacht haben, und viel Erfolg bei der Besetzung.

    Mit freundlichen Grüßen

    {setting:signature.value|your name}
    """,
  ]
}
