/// Spanish, with notes quoted as titles.
extension TranslatedTemplates {
  static let spanish: [DraftKind: String] = [
    .thankYou: """
    Subject: Gracias por la entrevista del {interview.start|the day of the interview}

    {greeting}:

    Le agradezco la entrevista del {interview.start|the day of the interview}. || Gracias por el tiempo que me dedicó el \
    {interview.start|the day of the interview}. || Nuestra conversación del {interview.start|the day of the interview} me resultó muy \
    interesante, y se la agradezco. || Quiero darle las gracias por la conversación del {interview.start|the day of the interview}.
    ? Lo que me dijo sobre el tema {finding:topic.text} me sigue dando que pensar. || Sobre el tema {finding:topic.text} aprendí \
    mucho. || Con gusto habría seguido hablando sobre el tema {finding:topic.text}. || Desde entonces pienso en lo que hablamos \
    sobre el tema {finding:topic.text}.

    ? Ante el reto {finding:challenge.text} puedo aportar lo siguiente: {gap|the experience of yours that fits}.
    | A este puesto puedo aportar lo siguiente: {gap|the experience of yours that fits}.

    Espero con ilusión el próximo paso. || Me alegrará seguir adelante con ustedes. || Quedo con ganas de dar el siguiente paso. \
    || Confío en que sigamos hablando.
    Si le falta algo, basta una línea. || Quedo a su disposición para cualquier pregunta. || Le enviaré con gusto lo que \
    necesite. || Pídame, por favor, lo que le sea útil.

    Un cordial saludo, || Saludos cordiales, || Atentamente, || Reciba un cordial saludo,

    {setting:signature.value|your name}
    """,
    .midWayCheck: """
    Subject: {opportunity.role|El puesto}: ¿necesita algo más?

    {greeting}:

    Sé que están en plena decisión, así que seré breve: ¿puedo enviarle algo más, una referencia, una muestra de mi trabajo, la \
    respuesta a alguna pregunta pendiente?

    El puesto me sigue interesando mucho.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .silenceBreaker: """
    Subject: {opportunity.role|El puesto}: una pregunta

    {greeting}:

    Guardo un muy buen recuerdo de nuestra conversación del {interview.start|the day of the interview}.
    ? Sigo pensando en lo que hablamos sobre el tema {finding:topic.text}.

    Imagino que tendrá semanas muy ocupadas. Cuando tenga un momento, ¿podría decirme cómo va el proceso? Me gustaría contribuir \
    a su trabajo.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .silenceAgain: """
    Subject: {opportunity.role|El puesto}: una idea más

    {greeting}:

    Desde nuestra conversación se me ha ocurrido algo: {gap|something new in a line}. || \
    Ahora tengo algo que mostrarle: {gap|another angle: a result, a reference who would speak, a first draft}.

    El puesto me sigue interesando mucho. ¿Hay una fecha en la que pueda esperar noticias? || \
    Si el puesto está cubierto o los planes han cambiado, me basta una línea; si sigue abierto, continuaré con gusto. En cualquier \
    caso, gracias por su tiempo.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .rejectionThanks: """
    Subject: Gracias por su mensaje

    {greeting}:

    Le agradezco su mensaje y el tiempo que me dedicaron.

    ¿Podría decirme en una línea qué podría mejorar en una próxima entrevista? Comprendo también que prefiera no hacerlo.

    Les deseo mucho éxito a usted y a su equipo.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .otherOpenings: """
    Subject: Gracias por su atención

    {greeting}:

    Le agradezco el tiempo y la atención que dedicaron a mi candidatura.

    Me sigue gustando la idea de trabajar con ustedes. Le ruego que piense en mí si se abre otro puesto.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .keepInTouch: """
    Subject: {material.title|what you came across}

    {greeting}:

    ? He leído «{material.title}» y he pensado en usted.
    | He leído algo y he pensado en usted: {gap|an article or an event that concerns them}.
    ? Se encuentra aquí: {material.link}.
    Lo que me llevo de ello: {gap|one line of your own}.

    No hace falta que me responda. Espero que todo le vaya bien.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .offerAcknowledgement: """
    Subject: Su oferta: {opportunity.role|el puesto}

    {greeting}:

    Muchas gracias por su oferta, que me alegra mucho.

    La estudiaré con cuidado y le daré mi respuesta a más tardar el {opportunity.deadline|the day you will answer}. ¿Puedo llamarle \
    si antes surge alguna pregunta?

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .offerExtension: """
    Subject: Su oferta: una pregunta sobre la fecha

    {greeting}:

    Su oferta significa mucho para mí, y quiero darle una respuesta firme.

    Me la pidió para el {opportunity.deadline|their deadline}. ¿Sería posible el {opportunity:extended.deadline|the exact day you ask for}? Ese \
    día tendrá mi decisión.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .acceptance: """
    Subject: {opportunity.role|El puesto}: acepto con mucho gusto

    {greeting}:

    Acepto su oferta con mucho gusto.

    ? Según entiendo, hemos acordado lo siguiente: {term:all.agreed}.
    | Según entiendo, hemos acordado lo siguiente: {gap|pay, start date, place and whatever else you agreed}.
    Dígame, por favor, si algo no es \
    exacto. ¿Qué necesita de mí antes del primer día?

    Gracias por su confianza.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .decline: """
    Subject: Su oferta: {opportunity.role|el puesto}

    {greeting}:

    Le agradezco su oferta y el tiempo que usted y sus colegas me dedicaron. Tras pensarlo con calma, he decidido no aceptarla.

    No ha sido fácil, y me alegraría que nuestros caminos volvieran a cruzarse.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .withdrawal: """
    Subject: {opportunity.role|El puesto}: retiro mi candidatura

    {greeting}:

    Para que puedan organizarse, se lo digo cuanto antes: retiro mi candidatura.

    Le agradezco el cuidado con que la trataron y les deseo mucho éxito.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
  ]
}
