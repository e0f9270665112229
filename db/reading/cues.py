"""Words by which a sentence tells of visits and meetings, of what is to come and what is past; in plain letters."""

from __future__ import annotations

import re

TRAVEL = re.compile(
    r"\b(?:spen[dt]s? (?:\w+ ){1,3}?(?:days?|weeks?)|(?:left|leaves|leaving|departing|departed|departs|bound"
    r"|parti(?:e?s?|r|ra|ront|o|eron)) (?=for|pour|a\b)"
    r"|travel\w*|visit(?!ors?\b)\w*|trips?|delegation|flew|fly|flies|arriv\w+|journey\w*"
    r"|(?:expected|awaited|due) (?=in\b|here\b)|attendue?s?|mission|tour|went|heads? (?=to\b|for\b)|headed|heading"
    r"|(?:leaves?|left|depart(?:s|ed)) (?:(?:on |this |last )?\w+day )(?=for\b)"
    r"|relocated|landed|stayed (?=in\b)|lands (?=in\b)"
    r"|visite\w*|deplacement|rendue?s?|rendra|rendront|rendre|rend|voyage|arrivee?s?|sejour\w*"
    r"|tournee|dirigees?|venue (?=a\b|en\b|aux?\b)"
    r"|quitter(?:a|ont) (?:[\w'-]+ ){1,4}?(?=pour\b)"
    r"|s'(?:est |sont )?envol\w+|arrib\w+|(?:partira|saldra|salio|partio) (?:(?:el|este) \w+ )?(?=hacia\b|rumbo\b)"
    r"|viaj\w+|visit\w+|desplaz\w+|lleg\w+|delegacion|gira|mision|estancia|viaje|aterriz\w+|escala|escale|stopover)\b"
    r"|\b[وف]?(?:زارت?|زاروا|س?[يت]زور|(?:ب|ل|ال|بال|لل|و)?زيار[ةت]\w*|وصلت?|س?[يت]صل|توجهت?|س?[يت]توجه)\b"
)
MEET = re.compile(
    r"\b(?:met|meets?|meeting|meetings|talks|received|(?<!co-)(?:hosted|hosts|host|hosting)|welcomed|convened"
    r"|(?<=after )receiving"
    r"|held (?:talks"
    r"|discussions|consultations)|held (?:its|their|the|an?) (?:[\w-]+ ){0,3}?(?:session|round|sitting)"
    r"|tenu (?:sa|leur|la|une) (?:\w+ ){0,3}?session|(?:celebr|realiz)\w+ (?:su|la|una) (?:\w+ ){0,3}?(?:sesion|ronda)"
    r"|(?:session|round|commission|committee|council|working group|comite|groupe de travail|sesion|ronda|comision"
    r"|grupo de trabajo)\b(?! (?:will|to)\b)[^.;]{0,110}? (?:(?:was|were) (?:held|convened)|s'est tenue?|se celebro"
    r"|se llevo a cabo|se realizo|tuvo lugar|took place|a eu lieu)"
    r"|(?:abrite(?:ra)?|acogio|acogera|albergo|albergara)[^.;]{0,60}? (?:session|reunion|sesion|ronda|consultations"
    r"|consultas|dialogue|dialogo|rencontre|encuentro)"
    r"|(?:had|held|made|placed) (?:[\w-]+ ){0,4}calls? (?:with|to)"
    r"|di(?:o|eron) la bienvenida|welcom(?:e|ing) ceremony|(?:cette|l'|une|son|leur|en) ?audience"
    r"|counterparts?|dialogue|consultations|summit|called on|calls on"
    r"|opposite numbers?|courtesy call|(?:was|were) visited by|spoke (?:by|on|over)"
    r"|(?:phone|video|conference|telephone) ?(?:call|conversation)s?|videoconference|appel telephonique"
    r"|visioconference|echange telephonique|videollamada|videoconferencia|llamada telefonica"
    r"|spoke (?:\w+ )?(?:to|with) (?!reporters|journalists|(?:the )?(?:press|media|public|audience))"
    r"|rencontre\w*|entretenue?s?|entretien\w*|reunion|reunie?s?|recue?s?|accueilli\w*|pourparlers"
    r"|concertation\w*|homologues?|procede[^.;]{0,40} a la signature"
    r"|(?:sostuv|mantuv)\w+ una (?:\w+ )?(?:llamada|conversacion)"
    r"|reuni\w+|encuentro|entrevist\w+|recibi\w+|recibid[oa]s?|conversaciones|cumbre|homolog[oa]s?|consultas"
    r"|signed|signe\w*|firm\w+)\b|التقى|التقت|[يت]لتقي|[يت]ستقبل|استقبل|[يت]جتمع|اجتمع|اجتماع|لقاء|مباحثات|محادثات"
    r"|\b[وف]?(?:بحثت?|[يت]بحث(?:ان)?|ناقشت?)\b(?=[^.]* مع )"
)
RECEIVED = re.compile(
    r"\b(?:was|were|been|be)(?: \w+)? (?:received|hosted|welcomed|briefed|greeted|met|escorted)"
    r"(?: (?:at|in|on|to) [^.;,]{3,60}?)? by\b|\b(?:ete|est"
    r"|sera) (?:recue?s?|accueillie?s?),? (?:(?!et\b)\w+\W{1,2}){0,12}?par\b"
    r"|\b(?:fue|fueron|sera) (?:recibid|atendid|acogid)[oa]s?,? (?:(?!y\b)\w+,? ){0,12}?por\b"
)
HOSTED = re.compile(
    r"\b(?:received|hosted|hosts|receives|welcomed|(?<=after )(?:receiving|hosting|welcoming)|apres avoir (?:recu"
    r"|accueilli)|tras recibir|despues de recibir"
    r"|(?:va|vont) (?:recevoir|accueillir)|van? a (?:recibir|acoger)|will (?:receive|host|welcome)|(?:a|ont|avons) recu"
    r"|(?:chaired|presided over|led) an? (?:\w+ )?(?:welcome|welcoming|reception) ceremony"
    r"|(?:a|ont) (?:accorde (?:\w+ ){0,2}une audience|abrite)|abritera|acogeran?|di(?:o|eron) la bienvenida"
    r"|a accueilli|recevra|recoit|accueille|ont accueilli|recibio|recibira|recibe|acogio"
    r"|ha recibido|han recibido|ha acogido)\b|استقبل"
)
LED = re.compile(
    r"\b(?:led by|headed by|under the leadership of|led (?:a|an|the)|leads?|heads? (?:a|an|the)"
    r"|headed (?:a|an|the)|leading (?:a|an|the)|conduite? par|dirigee? par"
    r"|a conduit|conduisait|dirigeait|menait|encabezaba|lideraba|presidia|a la tete d|encabezad[oa] por"
    r"|presidid[oa] por|liderad[oa] por|encabezo|al frente de)\b"
)
AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:(?:now|currently|tentatively|still) )?(?:due|set|expected|scheduled"
    r"|planned|slated)|to be held|upcoming|forthcoming|next (?:week|month|year|meeting|round|session)"
    r"|look(?:s|ed|ing)? forward to (?:seeing|meeting|welcoming|hosting|receiving)"
    r"|would (?:then |also |now |himself |herself )?(?:travel|visit|fly|pay (?:a|an)|host|receive|take place|be held)"
    r"|tomorrow|(?:has|have) been scheduled"
    r"|(?:(?:plan|intend|expect)s?|(?:is|are) (?:about|preparing|planning)) to"
    r" (?:visit|travel|meet|hold|arrive|tour|pay|receive|host|fly|go)"
    r"|(?:is|are) (?:lined up|likely|poised|slated) to (?:visit|travel|meet|hold|arrive|pay|receive|host|fly|attend)"
    r"|(?:is|are) (?:travell?ing|flying|going) to (?:\w+ ){1,3}?on"
    r"|(?:compte(?:nt)?|va|vont|entend(?:ent)?|prevoi(?:t|ent) de)"
    r" (?:se rendre|effectuer|visiter|rencontrer|recevoir|accueillir)"
    r"|(?:va a|van a|planean?|preven?|espera|esperan|piensan?) (?:visitar|viajar|reunirse|recibir|desplazarse|realizar)"
    r"|(?:is|are) (?:also |then )?to (?:visit|travel|meet|hold|arrive|tour|pay|receive|host)"
    r"|(?:is|are) to be (?:signed|held|opened|inaugurated|launched|convened|initialled)"
    r"|(?:begins|starts|kicks off) (?:on )?(?:an?|his|her|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?"
    r"|(?:flies|travels|heads|departs|leaves|goes on) (?:on )?(?:to|for) (?:\w+ ){1,3}?(?:on )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|meet (?:in|at) (?:\w+ ){1,3}?on (?:mon|tues|wednes|thurs|fri|satur|sun)day \d+"
    r"|(?:nos|leurs) (?:experts|equipes|techniciens|services|directeurs) se (?:retrouv|reuniss)ent"
    r"(?= [^.;]{0,40}\bl[ea] \d)"
    r"|se rendra|se rendront|effectuera|effectueront|aura lieu|auront lieu|se tiendra|se tiendront"
    r"|(?:abriter|rencontrer|recevr|accueiller|visiter|sejourner|s'entretiendr|se reunir|regagner|gagner)(?:a|ont)"
    r"|(?:poursuivr|continuer)(?:a|ont) (?:sa|son|leur) (?:tournee|voyage|deplacement|periple|visite|sejour)"
    r"|(?:acoger|albergar)an?|(?:continu|prosegu)(?:ara|aran|ira|iran) su (?:gira|viaje|agenda|recorrido|visita)"
    r"|(?:aura|auront|tendran?) (?:un|une|una) (?:\w+ )?(?:entretiens?|rencontre|seance|reunion|encuentro|cita)"
    r"|(?:iniciar|emprender|comenzar|arrancar|finalizar|concluir|cerrar|aterrizar)an?"
    r"(?= [^.;]{0,60}?\b(?:visita|gira|viaje|en)\b)"
    r"|(?:entamer|debuter|commencer)(?:a|ont)(?= [^.;]{0,60}?\b(?:visite|tournee|voyage)\b)|hara (?:una )?escala"
    r"|est attendue?|sont attendus|doi(?:t|vent) (?:se rendre|effectuer)"
    r"|est prevue?|sont prevus|prochaine?s?|demain"
    r"|(?:visitar|viajar|se celebrar|recibir|se reunir|se entrevistar|se encontrar|llegar|encabezar|se trasladar)an?"
    r"|(?:mantendr|sostendr)an? (?=(?:\w+ ){0,2}(?:reunion|encuentro|conversaciones|entrevista))"
    r"|tendran? lugar|esta previst[oa]"
    r"|volveran? a (?:reunirse|verse|encontrarse)|se retrouveront|se reverront"
    r"|tienen? previsto|proxim[oa]s?|realizaran?|acudiran?|(?<!esta )(?<!la )manana|se desplazaran?)\b"
    r"|س[يت](?:قوم|زور|عقد|ستقبل|لتقي|جتمع|توجه|صل)\b"
    r"|المقبل|[يت]عتزم|من (?:المقرر|المرتقب|المنتظر) ان"
)
TO_VISIT = re.compile(r"\bto (?:visit|travel|host|meet|receive|hold)\b")
POSTPONED = re.compile(
    r"\b(?:postpon\w+|put (?:off|back)|delayed|rescheduled|pushed back"
    r"|(?:has|have|had) been moved (?:back )?to|repoussee?s?|reporte(?:e|s|es)?|ajourne\w*|differee?s?"
    r"|aplaz\w+|pospuest\w+|pospon\w+)\b|\bو?(?:ال|ب|ل)?تاجيل\b|(?<!من )\bاجلت?\b|\bو?تاجلت?\b"
)
CANCELLED = re.compile(
    r"\b(?:cancel\w+|called off|scrapped|annul\w+|cancelad\w+|suspendid\w+|no longer take place)\b"
    r"|\bو?(?:ب|ل)?الغاء\b|\bو?الغيت?\b|\bو?الغت\b"
)
PAST = re.compile(
    r"\b(?:follow(?:s|ed|ing) (?:a|an|the|his|her|last|recent|previous) (?!main|first|visit\b|opening"
    r"|talks|discussions|meeting\b)|(?<!in the )last (?:year|month|spring|summer|autumn|winter)\b(?!')"
    r"|in (?:(?:early|late|mid)[ -])?(?:19|20)\d\d|since (?:19|20)\d\d|previous(?:ly)?"
    r"|earlier (?:this (?!week|morning|afternoon|evening)"
    r"|in (?!the (?:day|week)))"
    r"|years ago|months ago|had (?:\w+ )?(?:visited|travell?ed|met|signed|agreed|received|held)"
    r"|to recall(?=,)|as a reminder|it (?:may|will|should|is to) be recalled|pour (?:rappel|memoire)\b|rappelons que"
    r"|recalled that|built on|anniversary|ha[ds] already|last visit|first visit since"
    r"|l'an dernier|l'annee derniere|le mois dernier|precedente?s?|avai(?:t|ent) (?!debute|commence|entame)(?:ete "
    r"|deja )?\w+|depuis (?:19|20)\d\d|en (?:19|20)\d\d|il y a \w+ (?:ans|mois)|fait suite a"
    r"|remonte a"
    r"|el ano pasado|el mes pasado|anterior(?:es)?|habia[n]? (?!comenzado|iniciado|empezado)\w+d[oa]"
    r"|desde (?:19|20)\d\d|hace \w+ (?:anos|meses)"
    r"|previ[oa]s?(?! al? (?:la |el )?(?:firma|acto|ceremonia|encuentro|rueda|almuerzo|cena)\b))"
    r"\b|[وف]?كان(?:ت|ا)? (?:\S+ ){0,4}?قد\b|العام الماضي|الشهر الماضي"
    r"|سنة الماضية|يذكر ان|جدير بالذكر|تجدر الاشارة|يشار الى ان"
)
PHONE = re.compile(
    r"\b(?:(?:by|over|via|on) (?:the )?(?:tele)?phone|(?:tele)?phone (?:call|conversation|talks|contact|discussion)"
    r"|(?:tele)?phoned|telephonically|(?<!courtesy )(?<!protocol )(?<!port )(?<!on )(?<!to )(?<!farewell )"
    r"calls? (?:with|between|from)|called his|called her"
    r"|telephonique(?:ment)?|par telephone|au telephone|por telefono|telefonica(?:mente)?|llamada)\b|هاتفي"
)
VIDEO = re.compile(
    r"\b(?:video ?-?(?:conference|link|call|meeting)|(?:by|via|over|through|par|por) video|visioconference"
    r"|virtual(?:ly)?(?! (?:realit|asset|currenc|money|private|environment|librar|training|classroom|simulat))"
    r"|videoconferencia|videollamada|appel video|reunion video"
    r"|(?<!realite )(?<!monnaie )virtuelle(?:ment)?|telematica)\b"
)
TRILATERAL = re.compile(
    r"\b(?:trilateral|tripartite|tripartita|three-way|quadrilateral|quadripartite|multilateral"
    r"|three (?:countries|sides|parties))\b"
)
EXPERTS = re.compile(r"\b(?:experts?|technical|techniques?|tecnic[oa]s?|expertos)\b")
BY_INVITATION = re.compile(
    r"\b(?:at|upon|on) (?:the |his |her |their |an )?(?:official |kind )?invitation\b|\b(?:a"
    r"|sur) l'invitation\b|\bpor invitacion\b|\ba invitacion\b|\binvited by\b|\binvite par\b"
    r"|\binvitad[oa] por\b|بدعوة"
)
BY_REQUEST = re.compile(
    r"\b(?:at|upon|on) (?:the |his |her |their )?request\b|\b(?:requested|initiated"
    r"|asked for) by\b|\ba la demande\b|\ba (?:peticion|solicitud|instancias)\b|بطلب"
)
HAS_MET = re.compile(
    r"\b(?:met|(?:has|have|had) (?:met|visited|arrived|travelled|received)|held|visited|arrived|welcomed|hosted"
    r"|travell?ed|paid (?:a|an)|(?:began|kicked off|opened) (?:their|its|an?|the)"
    r"|(?<!be )received|(?:after|following) (?:\w+ ){0,3}(?:talks|meetings?|visit)"
    r"|(?:after|following) (?:hosting|receiving|welcoming|holding|visiting)|apres avoir (?:recu|rencontre|accueilli)"
    r"|tras (?:recibir|reunirse|acoger)"
    r"|signed (?:here|in|on|at|yesterday|\w+day)|(?:yesterday|\w+day)(?: \([^()]{3,20}\))? signed"
    r"|signee?s? (?:a|en|\w+di|hier|le)|firmad[oa]s? (?:en|ayer|el)"
    r"|s'est (?:rendue?|entretenue?|reunie?)|se sont (?:reunie?s|rencontree?s|entretenue?s)"
    r"|(?:a|ont|avons) (?:recu|rencontre|effectue|accueilli)"
    r"|se reunio|se reunieron|recibio|visito|llego|viajo|(?:sostuv|mantuv)(?:o|ieron) (?:una?|varias|conversaciones))\b"
)
DONE = re.compile(
    r"(?<!be )(?<!to )\b(?:signed|initialled|adopted|met|held|arrived|landed|flew in|came|began|started|left|visited"
    r"|received|hosted"
    r"|welcomed|agreed|travell?ed|concluded|wrapped up|ended|spoke|reached|took place|returned|returning|receiving"
    r"|hosting"
    r"|arrivee?s?|venue?s?|signee?s?|paraphee?s?|tenue?s?|recue?s?|(?:a|ont) (?:rencontre|entame|debute|recu|signe"
    r"|quitte)"
    r"|llego|llegaron|llegad[oa]s?|firmad[oa]s?|suscrit[oa]s?|celebrad[oa]s?|se reunio|se reunieron|visito|viajo"
    r"|recibio"
    r"|acordo|acordaron|inicio|comenzo|sostuv\w+|mantuv\w+)\b(?! to be\b)"
)
NOT_GOING = re.compile(
    r"\b(?:(?:will|would) not (?:now )?(?:travel|visit|go|attend|take place|be held)|no (?:viajara|visitara|acudira"
    r"|se (?:celebrara|realizara|reunira))|ne (?:se rendra|visitera|se tiendra) (?:pas|plus)|n'aura (?:pas"
    r"|plus) lieu)\b"
)
AFTER_MEETING = re.compile(
    r"\W{0,2}(?:after|following|during|at the end of|a l'issue|au terme|apres|lors|tras|al termino|al finalizar"
    r"|durante)"
    r" [^.;]{0,40}?\b(?:talks|meetings?|visit|session|entretiens?|rencontre|reunion|visite|visita|encuentro"
    r"|conversaciones)\b"
    r"|\W{0,2}after (?:\w+ ){1,3}?(?:met|held talks|received|hosted)\b"
    r"|\W{0,2}(?:after|apres|tras|despues de) (?:receiving|hosting|welcoming|meeting|avoir (?:recu|accueilli|rencontre)"
    r"|s'etre (?:entretenue?|reunie?)|recibir|acoger|reunirse|entrevistarse)\b"
)
SITTING = re.compile(
    r"\b(?:working group|joint (?:commission|committee)|committee|commission|session|round|minutes|meeting of"
    r"|groupe de travail|comite|commission mixte|reunion|grupo de trabajo|comision|acta|compte[- ]rendu)\b"
)
NEXT = re.compile(
    r"\b(?:next (?:meeting|round|session|visit|edition|consultations|dialogue)|(?:meeting|dialogue"
    r"|session|visit|summit|round|conference|consultations|talks|commission|committee|reunion"
    r"|visite|sommet|session|rencontre|visita|cumbre|sesion|comision|ronda)\b[^.;]{0,90}?"
    r"(?:(?:will|would|shall) be held|(?:will|would|shall) take place|to be held"
    r"|is (?:scheduled|planned|due|set) (?=for|in|on|to be held|to take place)|(?:est|sont) prevue?s?"
    r"|estan? previst[oa]s?|se tiendra|aura lieu|will (?:hold|convene) (?:its|their|the|an?)"
    r" (?:[\w-]+ ){0,3}?(?:session"
    r"|meeting"
    r"|round|sitting)|tiendra (?:sa|leur|une) (?:[\w-]+ ){0,3}?(?:session|reunion)"
    r"|(?:celebrara|realizara|tendra) (?:su|una) (?:[\w-]+ ){0,3}?(?:sesion|reunion)"
    r"|will (?:resume|reconvene)|(?:sesionara|siegera|se (?:llevara a cabo|realizara))(?=[^.;]{0,60}\d)"
    r"|se celebrara|tendra lugar|se reunira(?! (?:\w+ ){0,2}con\b))"
    r"|look(?:s|ed|ing)? forward to (?:seeing|welcoming|hosting|receiving|meeting) "
    r"|look(?:s|ed|ing)? forward to [^.;,]{0,60}?(?:meeting|dialogue|session|round|talks|visit)\b(?=[^.;]*\b(?:will"
    r"|to be held|in 20\d\d|next (?:year|month|week|spring|summer|autumn|winter))\b)"
    r"|prochaine (?:reunion|session|rencontre|visite)|proxima (?:reunion|sesion|visita|ronda)"
    r"|prochain (?:entretien|round|rendez-vous|dialogue|sommet)|proximo (?:encuentro|dialogo)"
    r"|(?:commission|committee|group|council|experts|teams) will (?:next |also )?(?:meet|convene|sit)"
    r"|(?:will|shall) next (?:meet|convene)"
    r"|(?:la|le) prochaine? (?:est|sera) (?:fixee?|prevue?|programmee?)"
    r"|(?:la|el) proxim[oa] (?:esta|sera|quedo) (?:fijad|previst|programad)[oa]|the next one (?:is|will be)"
    r"|(?:both|the two) (?:countries|sides|ministries|services|parties) (?:will|would) (?:hold|convene)"
    r" (?:the|their|an?) (?:[\w-]+ ){0,6}?(?:session|meeting|round|sitting)"
    r"|(?:nos|leurs) (?:experts|equipes|techniciens|services|directeurs) se (?:retrouv|reun|revo)\w+"
    r"|(?:nuestros|sus) (?:expertos|equipos|tecnicos|servicios) (?:se (?:reun|vuelven a)\w*|volveran a)"
    r"|will (?:meet again|reconvene)"
    r"|(?:comites?|commissions?|groupes?|conseil|comisiones|comision|grupos?|consejo)"
    r" (?:(?!et\b|y\b|qui\b|que\b)[\w']+ ){0,7}?se (?:reuniront|reunira|reuniran)"
    r"|se (?:retrouveront|reverront)|volveran? a (?:reunirse|verse|encontrarse)"
    r"|(?:reunion|rencontre|visioconference|session) (?:de suivi |de bilan )?(?:est|a ete|sera) (?:fixee|programmee)"
    r"|(?:reunion|sesion|videoconferencia|encuentro) (?:de seguimiento )?(?:esta|fue|quedo) (?:fijad|programad)[oa]"
    r"|(?:meeting|video conference|videoconference|session) (?:is|was|has been) (?:fixed|arranged) (?=for|on)"
    r"|en (?:una|otra) (?:nueva )?reunion (?:[\w-]+ ){0,3}(?:programad|previst|agendad|convocad)a para"
    r"|lors d'une (?:nouvelle |autre |seconde )?(?:reunion|rencontre|visioconference) (?:[\w-]+ ){0,3}"
    r"(?:prevue|programmee|fixee)|at an? (?:[\w-]+ ){0,3}(?:meeting|session|call)"
    r" (?:scheduled|planned|set|due) (?:for|on|in))\b"
    r"|(?:اجتماعها|اجتماعهما|دورتها|الاجتماع|اللقاء|جولتها|الجولة|الدورة) المقبلة?"
)
PRESS = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}(?:press|news|agency|daily|newspaper|telegraph|media|times|post"
    r"|sources|outlet|website|embassy in)\b"
)
PRESS_BEFORE = re.compile(
    r"\b(?:agence|agencia|prensa|diario|periodico|quotidien|journal|daily)(?: \w+){0,3} $"
)
EDITORIAL = re.compile(
    r"\bit is (?:noteworthy|worth (?:noting|mentioning|recalling))"
    r"|\b(?:analysts?|observers|commentators|experts|critics)\b[^.;]{0,20}\b(?:say|says|said"
    r"|believe|note|noted|warn\w*|argue\w*|see"
    r"|expect|suggest|fear)\b|\baccording to (?:\w+ )?(?:analysts|observers|experts|commentators)\b"
    r"|\bwill (?:no doubt|doubtless|surely|presumably|inevitably)\b|\b(?:sans nul doute|sin duda)\b"
    r"|\bshould have \w+ed\b|\bwould (?:surely )?have (?:\w+ed|sought|sent|made|told)\b"
    r"|\b(?:observateurs|analystes|experts)\b[^.;]{0,20}\b(?:estiment|jugent|pensent|voient|notent"
    r"|relevent|craignent)\b"
    r"|\b(?:selon|pour) (?:les|des|plusieurs|certains) (?:observateurs|analystes|experts)\b"
    r"|\bil convient de (?:noter|rappeler)\b"
    r"|\bsaid [^.;]{2,60}?, an? (?:[\w-]+ ){0,2}(?:analyst|commentator|researcher|academic|columnist)\b"
    r"|\b(?:estime|juge|note|ironise|explique|selon) [^.;]{2,60}?, (?:analyste|chercheu(?:r|se)|politologue)\b"
    r"|\b(?:dijo|opino|senalo|explico|segun) [^.;]{2,60}?, (?:analista|investigadora?|politologa|politologo)\b"
    r"|\b(?:analistas|observadores|expertos)\b[^.;]{0,20}\b(?:senalan|creen|consideran|estiman"
    r"|opinan|apuntan)\b"
    r"|\bsegun (?:\w+ )?(?:analistas|observadores|expertos)\b|\bcabe (?:destacar|recordar|senalar"
    r"|mencionar)\b|\bes de destacar\b"
)
DUE_THEN = re.compile(
    r"\b(?:scheduled|was due|were due|had been (?:planned|expected|due|scheduled|set)|initially planned"
    r"|prevue?s? (?:pour|du|le)"
    r"|devait|devaient|allait|allaient|iba[n]? a|was to have|were to have|previst[oa]s? (?:para|el|del))\b"
)
OFF = re.compile(f"{POSTPONED.pattern}|{CANCELLED.pattern}|{DUE_THEN.pattern}")
SAID = re.compile(
    r"\b(?:said|says|announced|told|reported|added|confirmed|according to|statement|a annonce"
    r"|a indique|a declare|a fait savoir|annonce|indique|informo|anuncio|dijo|senalo|declaro"
    r"|explico)\b[^.;]{0,45}$"
)
IN_PLACE = re.compile(
    r"(?:\b(?:in|at|a|en)|\bin (?:\w+ )?\w+'s? capital(?: city)?(?: of|,)?"
    r"|\b(?:in|en|dans) (?:the|la) (?:city|town|ciudad|ville|localidad|localite) (?:of|de|d')"
    r"|\bفي|\b(?:in|en|dans|a) (?:the|la) (?:\w+ )?capitale?(?: \w+)?,?"
    r"|(?:place|lieu|lugar|venue)(?: (?:and|et|y) \w+)?\s*:|\b(?:welcomed|received|hosted)\b[^.;]{0,140}\bto)\s+$"
)
HELD_ON = re.compile(
    r"^\s*(?:date|fecha|held on|le|el|place|lieu|lugar|venue|location)(?: (?:and|et|y) \w+)?\s*:"
)
WITH_WHOM = re.compile(
    r"\b(?:met (?:(?!and\b)\w+ ){1,8}?with|met(?: with)?|meets(?: with)?|will meet(?: with)?|to meet|meeting with"
    r"|talks with"
    r"|discussions with|consultations with|called on|call on|calls on|counterpart,"
    r"|(?:he|she|they|who) (?:also |then )?saw|spent (?:[\w-]+ ){1,4}?(?:hours?|minutes|time|day|morning|afternoon)"
    r" with"
    r"|a rencontre|rencontrera|rencontrer|entretenue?s? (?:[\w']+,? ){0,8}?avec|entretiens? (?:\w+ ){0,3}?avec"
    r"|reunie?s? (?:\w+ ){0,5}?avec"
    r"|reunion (?:\w+ ){0,4}?avec|rencontres? (?:\w+ ){0,3}?avec|seances? de travail avec"
    r"|son homologue|sa homologue|spoke (?:\w+ ){0,4}with|opposite number,"
    r"|se reunio (?:\w+,? ){0,8}?con|reunirse con|se reunira (?:\w+ ){0,6}?con|se entrevisto (?:\w+ ){0,5}?con"
    r"|reunion (?:\w+ ){0,6}?con|(?:encuentros?|reuniones|entrevistas?) (?:\w+ ){0,5}?con"
    r"|con su homolog[oa]"
    r"|(?:talks|discussions|consultations|meeting|session) (?:at|in) (?:(?!and\b|with\b)[\w'-]+ ){1,12}?with"
    r"|(?:entretenue?s?|reunie?s?|entretiens?) (?:au|a|dans) (?:(?!et\b|avec\b)[\w'-]+ ){1,12}?avec"
    r"|(?:reunio|reunieron|reunion|encuentro|entrevisto) en (?:(?!y\b|con\b)[\w'-]+ ){1,12}?con"
    r")\b(?! between)|التقى|التقت|[يت]لتقي|اجتمع"
)
FOR_INSTANCE = re.compile(
    r"\bas (?:was|is|were) the case (?:with|of|for)\b|\b(?:ce fut|c'est|comme) le cas d[eu]\b"
    r"|\b(?:como|que) (?:fue|es) el caso del?\b"
)
EXPERTS_MEET = re.compile(
    r"\b(?:following|after|afterwards|on the sidelines|separately|meanwhile|in parallel|en marge|parallelement|apres"
    r"|a l'issue|al margen|paralelamente|tras)\b[^.;]{0,80}?\b(?:experts|expertos|technical teams|equipes techniques"
    r"|equipos tecnicos)\b[^.;]{0,60}?\b(?:held|met|conducted|discussed|reviewed|explored|ont tenu|se sont reunis"
    r"|ont examine|celebraron|mantuvieron|se reunieron|analizaron)\b"
)
THEY = re.compile(r"(?:they|the (?:\w+ )?experts|both teams|ils|les experts|ellos|los expertos)\b")
