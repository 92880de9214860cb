/// What is said in a call, in French, in our own wording; notes stand in it as titles.
extension CallScripts {
  static let french: [CallKind: String] = [
    .announced: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Vous vous souvenez peut-être de ma \
    lettre, où j'annonçais cet appel.
    Le poste de {opportunity.role|the role} m'intéresse toujours autant, et j'aimerais passer à l'étape suivante.
    Puis-je vous envoyer autre chose qui vous aiderait ?
    Comment allons-nous continuer ?
    """,
    .whereTheyStand: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil ; nous nous sommes parlé le \
    {interview.start|the day}.
    Le poste de {opportunity.role|the role} m'intéresse vivement.
    Puis-je vous demander où vous en êtes de votre décision ?
    """,
    .midWay: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil, au sujet du poste de \
    {opportunity.role|the role}.
    Vous faut-il encore quelque chose de ma part pour votre décision ?
    """,
    .silence: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil ; nous nous sommes parlé le \
    {interview.start|the day}.
    ? J'ai aimé notre échange, surtout au sujet de {finding:topic.text}.
    | J'ai aimé notre échange.
    ? J'aimerais vous aider sur ce point : {finding:challenge.text}.
    | J'aimerais contribuer à votre travail.
    Pouvez-vous me dire où en est la procédure ?
    """,
    .value: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Au sujet de {finding:topic.text|a topic \
    you discussed}, j'ai quelque chose pour vous : {material.title|something new of value}.
    Puis-je vous l'envoyer ?
    Où en est le poste de {opportunity.role|the role} ?
    """,
    .keepInTouch: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. J'ai pensé à vous en lisant ceci : \
    {material.title|something that concerns them}.
    Comment vont les choses chez {organisation.name|the organisation} ?
    Puis-je vous demander de temps en temps si un poste s'ouvre ?
    """,
    .thanks: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Je voulais vous remercier de notre \
    entretien du {interview.start|the day}.
    ? Ce que vous avez dit au sujet de {finding:topic.text} m'occupe encore.
    Je me réjouis de la suite.
    """,
    .afterNo: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Merci de m'avoir tenu au courant de \
    votre décision.
    Y a-t-il une chose que je pourrais mieux faire lors d'un prochain entretien ?
    """,
    .secondWind: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil ; nous avions parlé du poste de \
    {opportunity.role|the role}.
    Un poste qui pourrait me convenir s'est-il ouvert depuis ?
    """,
    .offer: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Votre offre me fait très plaisir.
    Vous aurez ma réponse avant la fin du {opportunity.deadline|the day}.
    """,
    .moreTime: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Votre offre me fait très plaisir, et je \
    veux vous donner une réponse qui tienne.
    Vous l'attendez avant la fin du {opportunity.deadline|the day}. Le {opportunity:extended.deadline|the exact day \
    you ask for} vous conviendrait-il ?
    Ce jour-là, vous aurez ma réponse définitive.
    """,
    .inWriting: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Merci encore pour votre offre, qui me \
    fait très plaisir.
    Pourriez-vous me l'envoyer par écrit, avec tout ce dont nous avons parlé ?
    """,
    .otherDeadline: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil, au sujet du poste de \
    {opportunity.role|the role}.
    J'ai reçu une autre offre, à laquelle je dois répondre avant la fin du {opportunity:other.deadline|the day you \
    must answer} ; votre poste m'intéresse beaucoup.
    Puis-je compter sur votre décision d'ici là ?
    """,
    .recruiterStatus: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil, au sujet du poste de \
    {opportunity.role|the role} chez {organisation.name|the organisation}.
    Avez-vous eu de leurs nouvelles ?
    Leur faut-il encore quelque chose de ma part ?
    """,
    .promise: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Je vous avais promis quelque chose, et \
    le voici : {promise:me.text|what you promised}.
    """,
    .noShow: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. L'entretien du \
    {interview:missed.start|the day} n'a pas eu lieu ; j'imagine qu'il y a eu un empêchement.
    Le poste de {opportunity.role|the role} m'intéresse toujours autant.
    Quel jour vous conviendrait ?
    """,
    .missedAppointment: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil. Je vous prie de m'excuser pour le \
    rendez-vous du {interview:missed.start|the day} : {gap|why you could not come, in one line}.
    Le poste de {opportunity.role|the role} me tient à cœur. Puis-je venir un autre jour ?
    """,
    .again: """
    Bonjour {caller|the name}, {setting:name.value|your name} à l'appareil, au sujet du poste de {opportunity.role|the role}.
    Depuis notre entretien, une idée m'est venue : {gap|something new in a line}.
    Y a-t-il une date à laquelle je peux espérer une réponse, ou une autre personne à qui m'adresser ?
    """,
  ]
}
