/// French, with notes quoted as titles.
extension TranslatedTemplates {
  static let french: [DraftKind: String] = [
    .thankYou: """
    Subject: Merci pour notre entretien du {interview.start|the day of the interview}

    {greeting},

    Je vous remercie de notre entretien du {interview.start|the day of the interview}. || Merci du temps que vous m'avez accordé le \
    {interview.start|the day of the interview}. || Notre échange du {interview.start|the day of the interview} m'a beaucoup intéressé, \
    et je vous en remercie. || Je tiens à vous remercier de votre accueil du {interview.start|the day of the interview}.
    ? Ce que vous m'avez dit au sujet de {finding:topic.text} continue de me faire réfléchir. || Au sujet de \
    {finding:topic.text}, j'ai beaucoup appris. || J'aurais volontiers poursuivi au sujet de {finding:topic.text}. || Depuis, \
    je repense à notre échange au sujet de {finding:topic.text}.

    ? Pour répondre à l'enjeu {finding:challenge.text}, je peux vous apporter ceci : {gap|the experience of yours that fits}.
    | Pour ce poste, je peux vous apporter ceci : {gap|the experience of yours that fits}.

    Je me réjouis de la prochaine étape. || Je serai heureux de poursuivre avec vous. || C'est avec plaisir que j'attends la \
    suite. || J'espère que nous poursuivrons cet échange.
    Je reste à votre disposition pour toute question. || S'il vous manque un élément, je vous l'enverrai aussitôt. || N'hésitez \
    pas à me demander ce qui vous serait utile. || Je vous fournirai volontiers tout complément.

    Bien cordialement, || Cordialement, || Avec mes salutations les meilleures, || Bien à vous,

    {setting:signature.value|your name}
    """,
    .midWayCheck: """
    Subject: {opportunity.role|Le poste} : vous manque-t-il un élément ?

    {greeting},

    Vous êtes en pleine réflexion, je serai donc bref : puis-je vous envoyer autre chose, une référence, un exemple de mon \
    travail, la réponse à une question restée ouverte ?

    Le poste m'intéresse toujours vivement.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .silenceBreaker: """
    Subject: {opportunity.role|Le poste} : une question

    {greeting},

    Je garde un très bon souvenir de notre entretien du {interview.start|the day of the interview}.
    ? Notre échange au sujet de {finding:topic.text} m'occupe encore.

    J'imagine que vos semaines sont chargées. Quand vous aurez un instant, pourriez-vous me dire où en est le recrutement ? Je \
    serais heureux de contribuer à votre travail.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .silenceAgain: """
    Subject: {opportunity.role|Le poste} : une idée de plus

    {greeting},

    Depuis notre entretien, une idée m'est venue : {gap|something new in a line}. || \
    J'ai désormais quelque chose à vous montrer : {gap|another angle: a result, a reference who would speak, a first draft}.

    Le poste m'intéresse toujours vivement. Y a-t-il une date à laquelle je peux espérer une réponse ? || \
    Si le poste est pourvu ou si vos projets ont changé, une ligne me suffit ; s'il est ouvert, je continuerai volontiers. Dans \
    tous les cas, merci de votre temps.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .rejectionThanks: """
    Subject: Merci de votre message

    {greeting},

    Je vous remercie de votre message et du temps que vous m'avez consacré.

    Accepteriez-vous de me dire, en une ligne, ce que je pourrais améliorer lors d'un prochain entretien ? Je comprendrais que \
    vous préfériez ne pas le faire.

    Je vous souhaite, ainsi qu'à votre équipe, une pleine réussite.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .otherOpenings: """
    Subject: Merci de votre attention

    {greeting},

    Je vous remercie du temps et de l'attention que vous avez accordés à ma candidature.

    Je souhaite toujours travailler chez vous. Pensez à moi, je vous prie, si un autre poste se libère.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .keepInTouch: """
    Subject: {material.title|what you came across}

    {greeting},

    ? J'ai pensé à vous en lisant « {material.title} ».
    | J'ai pensé à vous en lisant ceci : {gap|an article or an event that concerns them}.
    ? On le trouve ici : {material.link}.
    Ce que j'en retiens : {gap|one line of your own}.

    Ce message n'appelle pas de réponse. J'espère que tout va bien pour vous.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .offerAcknowledgement: """
    Subject: Votre offre : {opportunity.role|le poste}

    {greeting},

    Je vous remercie vivement de votre offre, qui me réjouit beaucoup.

    Je vais l'étudier avec soin et vous donnerai ma réponse au plus tard le {opportunity.deadline|the day you will answer}. \
    Puis-je vous appeler si une question se présente d'ici là ?

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .offerExtension: """
    Subject: Votre offre : une question de date

    {greeting},

    Votre offre compte beaucoup pour moi, et je tiens à vous donner une réponse sûre.

    Vous l'attendez pour le {opportunity.deadline|their deadline}. Le {opportunity:extended.deadline|the exact day you ask for} vous \
    serait-il possible ? Ce jour-là, vous aurez ma décision.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .acceptance: """
    Subject: {opportunity.role|Le poste} : j'accepte avec plaisir

    {greeting},

    J'accepte votre offre avec grand plaisir.

    ? Voici ce dont nous sommes convenus, si j'ai bien compris : {term:all.agreed}.
    | Voici ce dont nous sommes convenus, si j'ai bien compris : {gap|pay, start date, place and whatever else you agreed}.
    Dites-moi, je \
    vous prie, si quelque chose n'est pas exact. De quoi avez-vous besoin avant mon premier jour ?

    Merci de votre confiance.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .decline: """
    Subject: Votre offre : {opportunity.role|le poste}

    {greeting},

    Je vous remercie de votre offre et du temps que vos collègues et vous m'avez accordé. Après mûre réflexion, j'ai décidé de \
    ne pas l'accepter.

    Ce choix n'a pas été facile, et je serais heureux que nos chemins se croisent à nouveau.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
    .withdrawal: """
    Subject: {opportunity.role|Le poste} : je retire ma candidature

    {greeting},

    Pour que vous puissiez vous organiser, je vous le dis sans attendre : je retire ma candidature.

    Je vous remercie du soin que vous y avez apporté et vous souhaite une pleine réussite.

    Bien cordialement,

    {setting:signature.value|your name}
    """,
  ]
}
