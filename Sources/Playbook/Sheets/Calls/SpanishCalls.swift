/// What is said in a call, in Spanish, in our own wording; notes stand in it as titles.
extension CallScripts {
  static let spanish: [CallKind: String] = [
    .announced: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Quizá recuerde mi carta, en la que anunciaba \
    esta llamada.
    El puesto de {opportunity.role|the role} me interesa tanto como antes, y me gustaría dar el siguiente paso.
    ¿Puedo enviarle algo más que le ayude?
    ¿Cómo seguimos?
    """,
    .whereTheyStand: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}; hablamos el {interview.start|the day}.
    El puesto de {opportunity.role|the role} me interesa muchísimo.
    ¿Puedo preguntarle en qué punto está su decisión?
    """,
    .midWay: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}; le llamo por el puesto de \
    {opportunity.role|the role}.
    ¿Necesita algo más de mí para su decisión?
    """,
    .silence: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}; hablamos el {interview.start|the day}.
    ? Disfruté de nuestra conversación, sobre todo acerca de {finding:topic.text}.
    | Disfruté de nuestra conversación.
    ? Me gustaría ayudarle en esto: {finding:challenge.text}.
    | Me gustaría contribuir a su trabajo.
    ¿Puede decirme cómo va el proceso?
    """,
    .value: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Acerca de {finding:topic.text|a topic you \
    discussed} tengo algo para usted: {material.title|something new of value}.
    ¿Se lo envío?
    ¿Cómo va el puesto de {opportunity.role|the role}?
    """,
    .keepInTouch: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Me acordé de usted al leer esto: \
    {material.title|something that concerns them}.
    ¿Cómo van las cosas en {organisation.name|the organisation}?
    ¿Puedo preguntarle de vez en cuando si hay un puesto libre?
    """,
    .thanks: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Quería agradecerle nuestra conversación del \
    {interview.start|the day}.
    ? Lo que dijo acerca de {finding:topic.text} me sigue ocupando.
    Espero con ilusión lo que venga.
    """,
    .afterNo: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Gracias por avisarme.
    ¿Hay algo que podría hacer mejor en una próxima entrevista?
    """,
    .secondWind: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}; hablamos del puesto de {opportunity.role|the \
    role}.
    ¿Ha quedado libre algo desde entonces en lo que me vea?
    """,
    .offer: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Su oferta me alegra mucho.
    Tendrá mi respuesta antes de que acabe el {opportunity.deadline|the day}.
    """,
    .moreTime: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Su oferta me alegra mucho, y quiero darle \
    una respuesta firme.
    Usted la espera antes de que acabe el {opportunity.deadline|the day}. ¿Le sería posible el \
    {opportunity:extended.deadline|the exact day you ask for}?
    Ese día tendrá mi respuesta definitiva.
    """,
    .inWriting: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Gracias de nuevo por su oferta, que me \
    alegra mucho.
    ¿Podría enviármela por escrito, con todo lo que hablamos?
    """,
    .otherDeadline: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}; le llamo por el puesto de \
    {opportunity.role|the role}.
    Tengo otra oferta, a la que debo responder antes de que acabe el {opportunity:other.deadline|the day you must \
    answer}; su puesto me interesa mucho.
    ¿Puedo contar con su decisión antes de ese día?
    """,
    .recruiterStatus: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}; le llamo por el puesto de \
    {opportunity.role|the role} en {organisation.name|the organisation}.
    ¿Ha sabido algo de ellos?
    ¿Necesitan algo más de mí?
    """,
    .promise: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Le prometí algo, y aquí está: \
    {promise:me.text|what you promised}.
    """,
    .noShow: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. La conversación del \
    {interview:missed.start|the day} no tuvo lugar; supongo que surgió algo.
    El puesto de {opportunity.role|the role} me sigue interesando mucho.
    ¿Qué día le vendría bien?
    """,
    .missedAppointment: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}. Le pido disculpas por la cita del \
    {interview:missed.start|the day}: {gap|why you could not come, in one line}.
    El puesto de {opportunity.role|the role} me importa mucho. ¿Puedo ir otro día?
    """,
    .again: """
    Buenos días, {caller|the name}, soy {setting:name.value|your name}; le llamo por el puesto de {opportunity.role|the role}.
    Desde nuestra conversación se me ha ocurrido algo: {gap|something new in a line}.
    ¿Hay una fecha en la que pueda esperar noticias, u otra persona a quien preguntar?
    """,
  ]
}
