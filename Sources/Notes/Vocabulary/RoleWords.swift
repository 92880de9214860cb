/// Words that make a job title, a kind of person, an interview's form or round.
enum RoleWords {
  /// The noun that a job title ends in (or, in French, begins with).
  static let nouns = WordSet(
    """
    engineer engineers developer programmer architect analyst scientist manager mgr lead leader head director dir
    designer producer editor writer copywriter consultant adviser advisor coordinator co-ordinator specialist officer
    administrator admin assistant associate accountant controller auditor bookkeeper buyer planner scheduler supervisor
    foreman technician mechanic electrician operator driver nurse midwife doctor physician surgeon therapist
    physiotherapist pharmacist dentist vet paramedic carer teacher tutor lecturer professor researcher fellow trainer
    coach librarian archivist curator paralegal solicitor lawyer attorney barrister counsel secretary receptionist
    representative rep agent broker trader underwriter actuary banker cashier clerk merchandiser marketer strategist
    recruiter partner president vp svp evp ceo cto cfo coo cio cpo cmo cro chro ciso chief founder co-founder cofounder
    owner principal dean provost registrar chair chairman chairwoman chairperson trustee tester chef cook baker
    sommelier barista waiter waitress host steward concierge housekeeper gardener landscaper surveyor estimator chemist
    biologist physicist geologist ecologist statistician economist mathematician journalist reporter correspondent
    photographer videographer animator illustrator artist musician actor translator interpreter linguist psychologist
    counsellor counselor pilot captain dispatcher warehouse inspector investigator detective welder machinist fitter
    plumber carpenter joiner builder tailor seamstress practitioner worker workers keyworker caseworker instructor
    examiner invigilator attendant valet labourer laborer roofer bricklayer stonemason plasterer scaffolder rigger
    fabricator toolmaker assembler metallurgist draughtsman draughtswoman draughtsperson modeller modeler forecaster
    valuer assessor adjuster negotiator auctioneer appraiser purchaser salesperson salesman saleswoman storekeeper
    storeman packer courier shunter signaller haulier hygienist podiatrist osteopath audiologist sonographer
    phlebotomist psychotherapist psychiatrist anaesthetist radiologist pathologist optometrist biochemist microbiologist
    epidemiologist meteorologist hydrologist agronomist botanist zoologist horticulturist forester lifeguard winemaker
    distiller florist hairdresser stylist beautician bartender caterer stewardess conservator restorer cataloguer
    proofreader presenter broadcaster sub-editor columnist publicist cartographer compositor retoucher treasurer
    fundraiser organiser organizer campaigner lobbyist conveyancer notary prosecutor constable firefighter sysadmin
    moderator quant postdoc rector chancellor headteacher governess nanny childminder cra csm sdr bdr sister matron
    chaplain porter cleaner radiographer optician nutritionist dietitian machinists roaster superintendent commander
    executive exec intern trainee apprentice graduate sre pm po dba swe qa evangelist advocate liaison facilitator
    mentor ombudsman conductor ranger keeper warden caretaker foreperson leiter leiterin entwickler entwicklerin
    ingenieur ingenieurin berater beraterin referent referentin sachbearbeiter sachbearbeiterin projektleiter
    projektleiterin geschäftsführer geschäftsführerin abteilungsleiter abteilungsleiterin teamleiter teamleiterin
    bereichsleiter bereichsleiterin kaufmann kauffrau techniker technikerin meister assistent assistentin
    personalreferent personalreferentin partnerin managerin koordinator koordinatorin spezialist spezialistin verkäufer
    verkäuferin erzieher erzieherin personalleiter personalleiterin einkäufer einkäuferin buchhalter buchhalterin
    redakteur redakteurin vorstand prokurist prokuristin disponent disponentin architektin werkstudent werkstudentin
    chefarzt arzt ärztin pfleger pflegerin lehrer lehrerin wissenschaftler wissenschaftlerin vertriebsleiter
    vertriebsleiterin einkaufsleiter einkaufsleiterin produktmanager produktmanagerin softwareentwickler
    softwareentwicklerin werkleiter werksleiter controllerin laborleiter laborleiterin ingénieur ingénieure développeur
    développeuse responsable directeur directrice chargé chargée cheffe consultante gérant gérante comptable technicien
    technicienne assistante acheteur acheteuse rédacteur rédactrice conseiller conseillère formateur formatrice
    infirmier infirmière analyste adjoint adjointe gestionnaire juriste dessinateur dessinatrice bauleiter bauleiterin
    polier werkmeister sozialarbeiter sozialarbeiterin sozialpädagoge sozialpädagogin hausmeister tischler schreiner
    maurer elektriker elektrikerin mechatroniker laborant laborantin verwalter verwalterin steuerberater steuerberaterin
    apotheker apothekerin kellner köchin logistiker vertriebler texter gestalter gestalterin grafiker grafikerin
    bibliothekar bibliothekarin kurator kuratorin éducateur éducatrice animateur animatrice aide-soignant serveur
    serveuse cuisinier cuisinière vendeur vendeuse magasinier chauffeur conducteur conductrice mécanicien mécanicienne
    électricien menuisier attaché attachée concepteur conceptrice graphiste libraire bibliothécaire traducteur
    traductrice lektor lektorin generalist generaliste régisseur régisseuse propriétaire patron patronne gérance hygienist machinist registrar actuary registrars rigger welder joiner plumber roofer glazier upholsterer beekeeper gamekeeper groundskeeper greenkeeper signaller dispatcher steward stewardess seamstress tailor jeweller optician optometrist audiologist chiropodist podiatrist osteopath orthoptist radiographer sonographer phlebotomist paramedic hydrologist geologist ecologist forester arborist agronomist brewer distiller cellarman vintner winemaker cheesemaker butcher fishmonger florist physio physios direktorin konservator konservatorin restaurator restauratorin kuratorin sammlungsleiter vorstand vorständin inhaber inhaberin geschäftsleiter geschäftsleiterin filialleiter filialleiterin abteilungsleiter abteilungsleiterin bauleiter bauleiterin schulleiter schulleiterin rektor rektorin pfarrer pfarrerin oberarzt oberärztin chefarzt chefärztin arzt ärztin hrbp agm dgm dosm technologist bursar purser associé associée md gm recruiterin directora jefe jefa
    gerente handler picker
    """)

  /// What German compounds for a trade end in.
  static let germanHeads = [
    "entwickler", "ingenieur", "leiter", "planer", "manager", "berater", "techniker", "referent", "führer", "pfleger",
    "mechaniker", "kaufmann", "kauffrau", "sachbearbeiter", "assistent", "betreuer", "verkäufer", "schlosser",
    "meister",
  ]

  /// Nouns that other words of the title follow.
  static let frenchNouns = WordSet(
    "ingénieur ingénieure développeur développeuse responsable directeur directrice chargé chargée chef cheffe gérant gérante technicien technicienne conseiller conseillère gestionnaire juriste"
  )

  /// Words that stand before the noun in a title and do not by themselves show a name.
  static let modifiers = WordSet(
    """
    senior snr sr junior jr staff principal lead head deputy interim acting regional national global group chief vice
    managing executive associate assistant mid-level technical software hardware frontend front-end backend back-end
    fullstack full-stack data product project programme program engineering marketing sales finance financial operations
    ops operational people talent human resources customer client account business general digital creative content
    community research clinical quality production supply chain procurement purchasing logistics warehouse it ux ui
    devops cloud platform site reliability security network systems system machine learning ml ai web mobile android ios
    embedded firmware test automation design brand growth performance change risk compliance legal commercial strategic
    strategy corporate internal external public policy planning maintenance facilities office team training development
    curriculum mechanical electrical civil structural chemical process manufacturing industrial fe be eng hr pr vp svp
    evp non-executive ward charge registered chartered qualified field area store branch shift key revenue acquisition
    acquisitions partnerships success dental travel music theatre water retail energy media housing freight dairy
    charity health healthcare steel furniture textile shipping insurance support service services delivery release scrum
    agile solutions solution application applications infrastructure analytics insight insights intelligence information
    knowledge records events event hospitality
    """)

  static let hrTitles = WordSet(
    "hr hrbp people personal personalleitung personalreferentin personalreferent personalleiterin personalleiter rh drh personalabteilung personnel chro rrh"
  )
  static let recruiterTitles = WordSet(
    "recruiter recruiterin recruiting recruitment talent sourcer headhunter sourcing recruteur recruteuse staffing personalberater personalberaterin resourcer"
  )

  /// The interview's form, by its words.
  static let forms = Phrases<String>([
    (
      "ph|rang me|phoned|phoned me|appel téléphonique|phone|telephone|phone call|by phone|tel call|telco|telefon|telefonisch|téléphone|tel|whatsapp call|llamada|por teléfono|al telefono|over the phone|on the phone|au téléphone|telephonic round|telephonic interview|telephone interview|phone chat|phone conversation|ph scrn|ph screen|ph scr|ph call|phone scrn|telephonic|phoner|par téléphone|telefonat|telefoninterview",
      "phone"
    ),
    (
      "discord|discord call|slack huddle|huddle|whatsapp video|whatsapp video call|videollamada|videochiamata|videogesprek|videochamada|par visio|en visio|via zoom|teams call|teams meeting|teams interview|teams chat|on teams|via teams|over teams|video|video call|zoom|teams|ms teams|microsoft teams|google meet|gmeet|skype|webex|hangouts|google hangouts|facetime|video conference|videocall|vc|videokonferenz|visio|visioconférence|jitsi|whereby|bluejeans|hirevue|videogespräch|videocall|video link|gotomeeting|chime|video chat|videoanruf|online",
      "video"
    ),
    (
      "onsite|on-site|on site|in person|in-person|shop floor|on the shop floor|in the workshop|at the workshop|in the warehouse|at the warehouse|at the depot|in the shop|in store|at the branch|in branch|in der filiale|bei ihnen im büro|dans leurs locaux|à leurs bureaux|presencial|in presenza|op kantoor|face-to-face|in-house|face to face|f2f|vor ort|sur place|in their office|in their offices|at their office|at their offices|their offices|in their _ office|in their _ offices|at their _ office|at their hq|at the office|office visit|site visit|sur site|en présentiel|présentiel|präsenz|persönlich|at their headquarters|at their _ headquarters|at their site|in the office|in their building|at their _ site|at their plant|at the plant|im büro|dans leurs bureaux|dans nos bureaux|dans nos locaux|in unserem büro|in unseren räumen|bei uns im haus|in house|walk-in",
      "onsite"
    ),
  ]).listed(as: .forms)

  static let rounds = Phrases<String>([
    (
      "first round|1st round|first interview|1st interview|round one|first stage|1st stage|erstgespräch|erste runde|stage one|premier entretien|premier tour|1er entretien|interview one|first-round interview|1st rd|first rd|stage 1|initial interview|first-stage interview|erstes gespräch",
      "1"
    ),
    (
      "second round|2nd round|second interview|2nd interview|round two|second stage|2nd stage|zweitgespräch|zweite runde|stage two|deuxième entretien|second tour|2e entretien|deuxième tour|interview two|2nd rd|second rd|second-stage interview|zweites gespräch",
      "2"
    ),
    (
      "third round|3rd round|third interview|3rd interview|round three|third stage|3rd stage|dritte runde|stage three|troisième entretien|interview three|3rd rd|third rd|drittes gespräch|troisième tour",
      "3"
    ),
    (
      "fourth round|4th round|fourth interview|4th interview|round four|fourth stage|4th stage|vierte runde|4th rd|quatrième entretien|stage four",
      "4"
    ),
    ("fifth round|5th round|fifth interview|5th interview|round five|fifth stage", "5"),
    (
      "final round|final interview|final stage|last round|finalrunde|endrunde|final|entretien final|dernier entretien|last interview|final-round interview|final panel|finale runde",
      "final"
    ),
    (
      "screening|screening call|screen call|recruiter screen|initial screen|screening interview|initial screening|first screen|hr screen|vorauswahl|préqualification|screen|scrn|pre-screen|prescreen",
      "screen"
    ),
  ]).listed(as: .rounds)
}
