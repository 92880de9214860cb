/// Thanks of the same day, and what is written around an offer and a missed appointment, in Spanish.
extension TranslatedTemplates {
  static let spanishOffers: [DraftKind: String] = [
    .counterOffer: """
    Subject: Su oferta: algunos puntos antes de mi respuesta

    {greeting}:

    Gracias de nuevo por su oferta. Me gustaría decir que sí, y hablar antes de algunos puntos con usted.

    ? Esto es lo que tengo en mente: {term:all.wanted}.
    | Esto es lo que tengo en mente: {gap|the parts you want to talk about, each with your figure}.
    ? Lo que lo respalda: {term:all.grounds}.
    | Lo que lo respalda: {gap|a survey, a figure, another offer}.

    ¿Puedo llamarle en los próximos días?
    ? Tendrá mi respuesta antes de que acabe el {opportunity.deadline}.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .writtenOffer: """
    Subject: {opportunity.role|El puesto}: su oferta por escrito

    {greeting}:

    Gracias de nuevo por su oferta, que me alegra mucho.

    ? Para estudiarla con calma, ¿podría enviármela por escrito, con todos estos puntos: {term:all.part}?
    | Para estudiarla con calma, ¿podría enviármela por escrito, con {gap|what matters to you: pay, bonus, start date, place, \
    notice}?
    ? Tendrá mi respuesta antes de que acabe el {opportunity.deadline}.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .deadlineNotice: """
    Subject: {opportunity.role|El puesto}: una fecha que debería conocer

    {greeting}:

    Con toda franqueza: tengo otra oferta, a la que debo responder antes de que acabe el \
    {opportunity:other.deadline|the day you must answer}.

    Su puesto me interesa mucho. ¿Puede decirme si puedo contar con su decisión antes de ese día, o qué podría hacer yo para que \
    sea posible?

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .noShow: """
    Subject: {opportunity.role|El puesto}: ¿buscamos otro día?

    {greeting}:

    La conversación del {interview:missed.start|the day} no tuvo lugar. Yo estuve allí; supongo que surgió algo.

    El puesto me sigue interesando mucho. ¿Le vendría bien alguno de estos momentos: {gap|two or three days and hours}? También me \
    adapto a su propuesta.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .missedAppointment: """
    Subject: {opportunity.role|El puesto}: mis disculpas

    {greeting}:

    Le pido disculpas por la cita del {interview:missed.start|the day}: {gap|why you could not come, in one line}. Me habían \
    reservado ese tiempo, y lo siento.

    Este puesto me importa mucho. ¿Puedo ir otro día? Me es posible: {gap|two or three days and hours}.

    Un cordial saludo,

    {setting:signature.value|your name}
    """,
    .sameDayThanks: """
    Subject: Gracias por la conversación del {interview.start|the day of the interview}

    {greeting}:

    Gracias por el tiempo que me dedicó el {interview.start|the day of the interview}. || Le agradezco la conversación del \
    {interview.start|the day of the interview}. || Disfruté de nuestra conversación del {interview.start|the day of the interview}, \
    y se la agradezco. || Muchas gracias por la hora que pasamos el {interview.start|the day of the interview}.
    Valoro que tenga en cuenta mi candidatura, y el puesto me interesa de verdad. || Esta oportunidad significa mucho para mí, y mi \
    interés por el puesto es serio. || Después de hablar con usted, el puesto me gusta aún más, y agradezco la oportunidad. || Su \
    invitación me alegró, y deseo mucho este puesto.
    ? Me gustó saber más del puesto y de su empresa, sobre todo acerca de {finding:topic.text}. || Ahora conozco mejor su empresa, y el \
    tema {finding:topic.text} me sigue ocupando. || Con gusto habría hablado más tiempo del tema {finding:topic.text}. || Lo que contó \
    de su empresa y del tema {finding:topic.text} se me quedó grabado.
    | Me gustó saber más del puesto y de su empresa. || Ahora conozco mucho mejor su empresa. || Me gustó lo que contó del trabajo. || \
    Lo que contó de su empresa se me quedó grabado.

    Si necesita algo más, basta una línea. || Quedo a su disposición para cualquier pregunta. || Si falta algún documento, dígamelo, \
    por favor. || Con gusto le envío lo que haga falta.

    Un cordial saludo, || Saludos cordiales, || Reciba un cordial saludo, || Atentamente,

    {setting:signature.value|your name}
    """,
  ]
}
