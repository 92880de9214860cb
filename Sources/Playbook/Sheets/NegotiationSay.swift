package import Model

/// The sentences of a negotiation, by language; lines in the language of letter templates, notes stand in them as they are.
struct NegotiationWording {
  /// Of an offer that one point, or several, are open about.
  let openingOfOne: String
  let opening: String
  /// One part of the offer.
  let part: String
  /// What was said about pay before.
  let earlier: String
  let strength: String
  /// Another part, where one cannot move.
  let instead: String
  let closing: String
  /// At the user's limit.
  let limit: String

  static func of(_ tongue: Tongue) -> NegotiationWording {
    switch tongue {
    case .british, .american: english
    case .german: german
    case .french: french
    case .spanish: spanish
    }
  }

  private static let english = NegotiationWording(
    openingOfOne: """
      Thank you again for the offer of the position of {opportunity.role|the role}. I would like to say yes, and there is one \
      point that I want to talk about first.
      """,
    opening: """
      Thank you again for the offer of the position of {opportunity.role|the role}. I would like to say yes, and there are a \
      few points that I want to talk about first.
      """,
    part: """
      ? On {term.part} your offer is {term.offered}; what I have in mind is {term.wanted}.
      | On {term.part} what I have in mind is {term.wanted}.
      ? What speaks for it: {term.grounds}.
      """,
    earlier: """
      When we spoke on {interview.start|the day}, this was said about pay: {finding:pay.text as statement}.
      """,
    strength: "What I bring to it: {finding:qualification.text as statement}.",
    instead: "If there is no room in {term.part}, can we look at {term:other.part}?",
    closing: """
      ? May I have it in writing? You will have my answer by {opportunity.deadline}.
      | May I have it in writing?
      """,
    limit: "I thank you for going into it with me. As it stands I cannot accept; if anything changes, please call me.")

  private static let german = NegotiationWording(
    openingOfOne: """
      Noch einmal vielen Dank für Ihr Angebot. Ich möchte gern zusagen, und vorher einen Punkt mit Ihnen besprechen.
      """,
    opening: """
      Noch einmal vielen Dank für Ihr Angebot. Ich möchte gern zusagen, und vorher einige Punkte mit Ihnen besprechen.
      """,
    part: """
      ? Zum Punkt {term.part}: Ihr Angebot ist {term.offered}; ich stelle mir {term.wanted} vor.
      | Zum Punkt {term.part}: Ich stelle mir {term.wanted} vor.
      ? Dafür spricht: {term.grounds}.
      """,
    earlier: "In unserem Gespräch am {interview.start|the day} hieß es zum Gehalt: {finding:pay.text}.",
    strength: "Das bringe ich dafür mit: {finding:qualification.text}.",
    instead:
      "Wenn sich beim Punkt {term.part} nichts machen lässt: Können wir über den Punkt {term:other.part} sprechen?",
    closing: """
      ? Bekomme ich es schriftlich? Meine Antwort haben Sie bis zum {opportunity.deadline}.
      | Bekomme ich es schriftlich?
      """,
    limit:
      "Ich danke Ihnen für das Gespräch. So kann ich nicht zusagen; wenn sich etwas ändert, rufen Sie mich bitte an.")

  private static let french = NegotiationWording(
    openingOfOne: """
      Merci encore pour votre offre. J'aimerais dire oui, et il y a un point dont je voudrais parler d'abord.
      """,
    opening: """
      Merci encore pour votre offre. J'aimerais dire oui, et il y a quelques points dont je voudrais parler d'abord.
      """,
    part: """
      ? Sur le point « {term.part} », votre offre est la suivante : {term.offered} ; je pense à {term.wanted}.
      | Sur le point « {term.part} », je pense à {term.wanted}.
      ? Ce qui l'appuie : {term.grounds}.
      """,
    earlier:
      "Lors de notre entretien du {interview.start|the day}, il a été dit à propos du salaire : {finding:pay.text}.",
    strength: "Voici ce que j'apporte : {finding:qualification.text}.",
    instead:
      "S'il n'y a pas de marge sur le point « {term.part} », pouvons-nous regarder le point « {term:other.part} » ?",
    closing: """
      ? Puis-je l'avoir par écrit ? Vous aurez ma réponse avant la fin du {opportunity.deadline}.
      | Puis-je l'avoir par écrit ?
      """,
    limit: "Merci d'en avoir parlé avec moi. En l'état je ne peux pas accepter ; si quelque chose change, appelez-moi.")

  private static let spanish = NegotiationWording(
    openingOfOne: """
      Gracias de nuevo por su oferta. Me gustaría decir que sí, y hay un punto del que quiero hablar antes.
      """,
    opening: """
      Gracias de nuevo por su oferta. Me gustaría decir que sí, y hay algunos puntos de los que quiero hablar antes.
      """,
    part: """
      ? En cuanto a «{term.part}», su oferta es {term.offered}; yo pensaba en {term.wanted}.
      | En cuanto a «{term.part}», yo pensaba en {term.wanted}.
      ? Lo que lo respalda: {term.grounds}.
      """,
    earlier: "En nuestra conversación del {interview.start|the day} se dijo esto del salario: {finding:pay.text}.",
    strength: "Esto es lo que aporto: {finding:qualification.text}.",
    instead: "Si no hay margen en «{term.part}», ¿podemos mirar «{term:other.part}»?",
    closing: """
      ? ¿Puedo tenerlo por escrito? Tendrá mi respuesta antes de que acabe el {opportunity.deadline}.
      | ¿Puedo tenerlo por escrito?
      """,
    limit: "Gracias por hablarlo conmigo. Tal como está no puedo aceptar; si algo cambia, llámeme, por favor.")
}

extension LetterWriter {
  /// What to say about an offer, or about pay before there is one.
  package func negotiation(for opportunity: Opportunity) throws(SourceError) -> NegotiationSheet? {
    guard let process = process(opportunity.id) else { return nil }
    let terms = facts.terms(of: opportunity)
    let known = Set(terms.compactMap(\.part))
    let planner = Planner(facts: facts, preferences: preferences, today: today, zones: zones)
    let planning = RulePlanning(planner: planner, process: process, rules: [])
    return NegotiationSheet(
      opportunity: opportunity.id, heard: opportunity.stage == .offer ? opportunity.closedOn : nil,
      deadline: opportunity.deadline, terms: terms, missing: Term.usualParts.filter { !known.contains($0) },
      pay: process.payTalks, say: try lines(process, terms),
      leaveOut: [
        "your limit", "what you need the money for", "a threat to go elsewhere", "a yes or a no in the same breath",
      ] + (terms.contains { $0.offered != nil } ? [] : ["the first figure, while they have named none"]),
      collisions: opportunity.deadline.map { planning.collisions($0).map(\.text) } ?? [])
  }

  private func lines(_ process: Process, _ terms: [Term]) throws(SourceError) -> [SourcedLine] {
    var context = context(person: process.teller, opportunity: process.opportunity.id)
    let wording = NegotiationWording.of(context.tongue)
    let open = terms.filter(\.isOpen)
    // Before an offer there is none to thank for; where nothing else is wanted there is nothing to talk about.
    let isOffered = process.stage == .offer && !open.isEmpty
    let opening = open.count == 1 ? wording.openingOfOne : wording.opening
    var lines = try isOffered ? said(opening, context, "ours: joy first, then every point at once") : []
    for term in open {
      context.terms["term"] = term.named(in: context.tongue)
      let source = term.grounds == nil ? "your wish; what speaks for it is not on record" : "your wish and your grounds"
      lines += try said(wording.part, context, source)
    }
    if let talk = process.payTalks.last, open.contains(where: { $0.part == Term.usualParts[0] }) {
      var earlier = context
      earlier.findings["finding:pay"] = talk.finding
      earlier.interviews["interview"] = process.interviews.first { $0.row.id == talk.finding.interview }?.row
      lines += try said(wording.earlier, earlier, "the interview of \(spoken(talk.day))")
    }
    if !open.isEmpty, let strength = process.qualification {
      context.findings["finding:qualification"] = strength.finding
      lines += try said(wording.strength, context, "came up in the interview of \(spoken(strength.day))")
    }
    guard isOffered else { return lines }
    if open.count > 1 {
      context.terms["term"] = open[0].named(in: context.tongue)
      context.terms["term:other"] = open[1].named(in: context.tongue)
      lines += try said(wording.instead, context, "ours: another part, where one cannot move")
    }
    lines += try said(wording.closing, context, "ours: what is agreed is written down")
    let limits = terms.compactMap { term in term.walkAway.map { "\(term.part ?? ""): \($0)" } }
    if !limits.isEmpty {
      lines += try said(wording.limit, context, "only below your limit, \(limits.joined(separator: ", "))")
    }
    return lines
  }

  private func said(
    _ wording: String, _ context: LetterContext, _ source: String
  ) throws(SourceError) -> [SourcedLine] {
    let text = try Template(wording).filledLines(context).joined(separator: " ")
    return [SourcedLine(text: text, source: source)]
  }
}

extension Process {
  /// What came up last of the user that fits the role.
  fileprivate var qualification: (finding: Finding, day: Day)? {
    for interview in held.reversed() {
      let found = (facts.findingsOfInterview[interview.row.id] ?? []).first { $0.about == .qualification }
      if let found { return (found, interview.day) }
    }
    return nil
  }
}
