/// What is said in a call, in German, in our own wording; notes stand in it as titles.
extension CallScripts {
  static let german: [CallKind: String] = [
    .announced: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Vielleicht erinnern Sie sich an meinen \
    Brief, in dem ich diesen Anruf angekündigt habe.
    An der Stelle als {opportunity.role|the role} bin ich so interessiert wie zuvor und würde gern den nächsten \
    Schritt gehen.
    Kann ich Ihnen noch etwas schicken, das Ihnen hilft?
    Wie geht es nun weiter?
    """,
    .whereTheyStand: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}; wir haben am {interview.start|the day} \
    miteinander gesprochen.
    An der Stelle als {opportunity.role|the role} bin ich sehr interessiert.
    Darf ich fragen, wie weit Sie mit Ihrer Entscheidung sind?
    """,
    .midWay: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}; es geht um die Stelle als \
    {opportunity.role|the role}.
    Brauchen Sie für Ihre Entscheidung noch etwas von mir?
    """,
    .silence: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}; wir haben am {interview.start|the day} \
    miteinander gesprochen.
    ? Das Gespräch hat mir Freude gemacht, vor allem das Thema {finding:topic.text}.
    | Das Gespräch hat mir Freude gemacht.
    ? Bei der Aufgabe {finding:challenge.text} würde ich Ihnen gern helfen.
    | Ich würde gern zu Ihrer Arbeit beitragen.
    Können Sie mir sagen, wie weit das Verfahren ist?
    """,
    .value: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Zum Thema {finding:topic.text|a topic you \
    discussed} habe ich etwas für Sie: {material.title|something new of value}.
    Darf ich es Ihnen schicken?
    Wie steht es mit der Stelle als {opportunity.role|the role}?
    """,
    .keepInTouch: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Bei {material.title|something that \
    concerns them} musste ich an Sie denken.
    Wie geht es bei {organisation.name|the organisation}?
    Darf ich mich wieder melden und nach offenen Stellen fragen?
    """,
    .thanks: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Ich möchte Ihnen für unser Gespräch am \
    {interview.start|the day} danken.
    ? Was Sie zum Thema {finding:topic.text} gesagt haben, beschäftigt mich weiter.
    Auf den nächsten Schritt freue ich mich.
    """,
    .afterNo: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Vielen Dank, dass Sie mir Bescheid \
    gegeben haben.
    Gibt es etwas, das ich in einem nächsten Gespräch besser machen könnte?
    """,
    .secondWind: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}; wir haben über die Stelle als \
    {opportunity.role|the role} gesprochen.
    Ist inzwischen etwas frei geworden, wofür Sie sich mich vorstellen können?
    """,
    .offer: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Über Ihr Angebot freue ich mich sehr.
    Meine Antwort haben Sie bis zum {opportunity.deadline|the day}.
    """,
    .moreTime: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Über Ihr Angebot freue ich mich sehr, und \
    ich möchte Ihnen eine Antwort geben, die hält.
    Sie haben um Antwort bis zum {opportunity.deadline|the day} gebeten. Wäre der {opportunity:extended.deadline|the \
    exact day you ask for} für Sie möglich?
    An diesem Tag haben Sie meine endgültige Antwort.
    """,
    .inWriting: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Noch einmal vielen Dank für Ihr Angebot, \
    über das ich mich sehr freue.
    Würden Sie es mir schriftlich schicken, mit allem, was wir besprochen haben?
    """,
    .otherDeadline: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}; es geht um die Stelle als \
    {opportunity.role|the role}.
    Mir liegt ein anderes Angebot vor, auf das ich bis zum {opportunity:other.deadline|the day you must answer} \
    antworten muss; Ihre Stelle interessiert mich sehr.
    Darf ich vorher mit Ihrer Entscheidung rechnen?
    """,
    .recruiterStatus: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}; es geht um die Stelle als \
    {opportunity.role|the role} bei {organisation.name|the organisation}.
    Haben Sie von dort gehört?
    Wird von mir noch etwas gebraucht?
    """,
    .promise: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Ich hatte Ihnen etwas zugesagt, und hier \
    ist es: {promise:me.text|what you promised}.
    """,
    .noShow: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Das Gespräch am \
    {interview:missed.start|the day} ist nicht zustande gekommen; vermutlich ist etwas dazwischengekommen.
    An der Stelle als {opportunity.role|the role} bin ich weiterhin interessiert.
    Welcher Tag würde Ihnen passen?
    """,
    .missedAppointment: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}. Für den Termin am \
    {interview:missed.start|the day} muss ich Sie um Entschuldigung bitten: {gap|why you could not come, in one \
    line}.
    An der Stelle als {opportunity.role|the role} liegt mir viel. Darf ich ein anderes Mal kommen?
    """,
    .again: """
    Guten Tag, {caller|the name}, hier ist {setting:name.value|your name}; es geht um die Stelle als {opportunity.role|the role}.
    Seit unserem Gespräch ist mir noch etwas eingefallen: {gap|something new in a line}.
    Gibt es einen Tag, bis zu dem ich mit einer Nachricht rechnen darf, oder jemand anderen, den ich fragen kann?
    """,
  ]
}
