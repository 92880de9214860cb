/// Thanks of the same day, and what is written around an offer and a missed appointment, in French.
extension TranslatedTemplates {
  static let frenchOffers: [DraftKind: String] = [
    .counterOffer: """
    Subject: Votre offre : quelques points avant ma réponse

    {greeting},

    Merci encore pour votre offre. J'aimerais dire oui, et parler d'abord de quelques points avec vous.

    ? Voici ce que je souhaite : {term:all.wanted}.
    | Voici ce que je souhaite : {gap|the parts you want to talk about, each with your figure}.
    ? Ce qui l'appuie : {term:all.grounds}.
    | Ce qui l'appuie : {gap|a survey, a figure, another offer}.

    Puis-je vous appeler à ce sujet dans les prochains jours ?
    ? Vous aurez ma réponse avant la fin du {opportunity.deadline}.

    Cordialement,

    {setting:signature.value|your name}
    """,
    .writtenOffer: """
    Subject: {opportunity.role|Le poste} : votre offre par écrit

    {greeting},

    Merci encore pour votre offre, qui me fait très plaisir.

    ? Pour que je puisse l'étudier avec soin, pourriez-vous me l'envoyer par écrit, avec tous ces points : {term:all.part} ?
    | Pour que je puisse l'étudier avec soin, pourriez-vous me l'envoyer par écrit, avec {gap|what matters to you: pay, bonus, \
    start date, place, notice} ?
    ? Vous aurez ma réponse avant la fin du {opportunity.deadline}.

    Cordialement,

    {setting:signature.value|your name}
    """,
    .deadlineNotice: """
    Subject: {opportunity.role|Le poste} : une date que vous devriez connaître

    {greeting},

    Par souci de franchise : j'ai reçu une autre offre, à laquelle je dois répondre avant la fin du \
    {opportunity:other.deadline|the day you must answer}.

    Votre poste m'intéresse beaucoup. Pouvez-vous me dire si je peux compter sur votre décision d'ici là, ou ce que je pourrais \
    faire pour la rendre possible ?

    Cordialement,

    {setting:signature.value|your name}
    """,
    .noShow: """
    Subject: {opportunity.role|Le poste} : trouvons une autre date

    {greeting},

    L'entretien du {interview:missed.start|the day} n'a pas eu lieu. J'étais au rendez-vous ; j'imagine qu'il y a eu un empêchement.

    Le poste m'intéresse toujours autant. L'un de ces moments vous conviendrait-il : {gap|two or three days and hours} ? Votre \
    proposition me conviendra aussi bien.

    Cordialement,

    {setting:signature.value|your name}
    """,
    .missedAppointment: """
    Subject: {opportunity.role|Le poste} : toutes mes excuses

    {greeting},

    Je vous prie de m'excuser pour le rendez-vous du {interview:missed.start|the day} : {gap|why you could not come, in one \
    line}. Ce moment m'avait été réservé, et je le regrette.

    Ce poste me tient à cœur. Puis-je venir un autre jour ? Voici ce qui m'est possible : {gap|two or three days and hours}.

    Cordialement,

    {setting:signature.value|your name}
    """,
    .sameDayThanks: """
    Subject: Merci pour notre entretien du {interview.start|the day of the interview}

    {greeting},

    Merci du temps que vous m'avez accordé le {interview.start|the day of the interview}. || Je vous remercie de notre entretien du \
    {interview.start|the day of the interview}. || Notre échange du {interview.start|the day of the interview} m'a fait plaisir, et \
    je vous en remercie. || Un grand merci pour l'heure passée ensemble le {interview.start|the day of the interview}.
    J'apprécie que vous examiniez ma candidature, et ce poste m'intéresse vraiment. || Cette occasion compte beaucoup pour moi, et mon \
    intérêt pour le poste est sérieux. || Après notre échange, le poste me plaît plus encore, et je vous sais gré de cette occasion. \
    || Votre invitation m'a fait plaisir, et je souhaite vivement obtenir ce poste.
    ? J'ai aimé en apprendre davantage sur le poste et sur votre maison, surtout au sujet de {finding:topic.text}. || Je connais mieux \
    votre maison à présent, et le sujet {finding:topic.text} m'occupe encore. || J'aurais volontiers parlé plus longtemps du sujet \
    {finding:topic.text}. || Ce que vous avez dit de votre maison et du sujet {finding:topic.text} me reste en mémoire.
    | J'ai aimé en apprendre davantage sur le poste et sur votre maison. || Je connais bien mieux votre maison à présent. || Ce que \
    vous avez dit du travail m'a plu. || Ce que vous avez dit de votre maison me reste en mémoire.

    S'il vous manque quelque chose, une ligne suffit. || Je reste à votre disposition pour toute question. || Dites-moi, je vous prie, \
    s'il manque une pièce. || Je vous enverrai volontiers tout autre document.

    Cordialement, || Bien cordialement, || Avec mes salutations cordiales, || Sincères salutations,

    {setting:signature.value|your name}
    """,
  ]
}
