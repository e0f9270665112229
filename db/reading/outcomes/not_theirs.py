"""What those who met do not undertake: it is asked for from outside, rumoured, or the author's own to do."""

from __future__ import annotations

import re

_NEAR = 90  # characters
_WHO_STANDS_OUTSIDE = re.compile(
    r"\b(?:human rights|rights (?:groups?|organi[sz]ations?)|ngos?|opposition|trade unions?|unions|campaigners"
    r"|activists"
    r"|residents|traders|farmers|villagers|shopkeepers|associations?|syndica\w+|sindica\w+|analysts?"
    r"|analyste?s?|analistas?"
    r"|critics|political scientist|politolog\w+|observat\w+|ong|organisations? de defense|riverains|commercants"
    r"|transporteurs|comerciantes|transportistas|oposicion|camara de comercio|chambre de commerce|chamber of commerce"
    r"|\w+-based (?:institute|group|organi[sz]ation|foundation|cent(?:re|er))|think[ -]tanks?|watchdogs?|legal experts"
    r"|lawyers|lawmakers|deputes de l'opposition|editorialists?|residentes|vecinos)\b"
    r"(?:(?!\b(?:minist\w+|delegation\w*|officials|both sides|parties|police|between|entre|with|avec|con"
    r"|contre|contra|against)\b)"
    r"[^.;]){0,70}$"
)
"""Who asks for something from outside: it came of no meeting."""
_CONDITION = re.compile(r"(?:^|[\"“«,] ?)(?:if|unless|si|should|a moins que|a menos que)\b(?:(?!,)[^.;])*$")
_TO_BE_FIXED = re.compile(
    r"\b(?:dates?|time|venue|place|fechas?|lieu|lugar|modalities|modalites|modalidades|details) (?:to be"
    r"|yet to be|still to be"
    r"|que sera|que se|a) (?:mutually |jointly )?$"
)
_OF_A_VISIT = re.compile(
    r"\b(?:(?:new|later) (?:schedule|dates?)|postponement|delay|sessions?|meetings?|visits?|trips?|talks|calls?"
    r"|audience|reunion|rencontre|visite|entretien|visita"
    r"|encuentro|cita)"
    r" (?:had been |has been |was |were |avait |a |fue |habia sido |ha sido )?$"
)
_ASKED_FOR = re.compile(
    r"(?:ete |fue |fueron )?(?:requested|sought|asked for|demandee?s?|sollicitee?s?|solicitad[oa]s?|pedid[oa]s?)\b"
)
_OWN_OFFICE = re.compile(
    r"(?:^|[.;:,] |\band )(?:(?:this |our |the )?(?:post|embassy|mission|consulate|office|legatt?|poloff"
    r"|econoff|polint|dcm|section)"
    r"|(?:l'|notre |cette )?(?:ambassade|poste|mission|representation)|(?:la |esta |nuestra )?(?:embajada"
    r"|mision|consejeria)) $"
)
_REPORTS = re.compile(
    r"(?:will|shall|plan to|intend to|va a)(?: \w+ly| also| continue to)? (?:follow up|follow|report|monitor"
    r"|revert|keep (?:you|the"
    r"|an eye)|update (?:you|the department|headquarters)|seek (?:guidance|instructions)|advise|await|track"
    r"|watch|raise|send"
    r"|forward|transmit|convey|draft|prepare|pass|inform|press|check|verify|request|ask|submit|explore|engage"
    r"|continue)\b"
    r"|(?:suivra|rendra compte|tiendra informe|reviendra|transmettra|informara|dara seguimiento"
    r"|mantendra informad)\w*"
)
"""What an office sets itself to do in its own paper."""
_MEDIA_SAY = re.compile(
    r"\b(?:media|press|newspapers?|reports|rumou?rs|outlets|tabloids?|daily|presse|medias|journaux|quotidien"
    r"|prensa|medios|diario"
    r"|redes sociales|rumores)\b (?:\w+ ){0,3}?(?:reported|claimed|suggested|alleged|asserted|affirme\w*"
    r"|pretendu|rapporte"
    r"|evoque|afirm\w+|aseguraron|publicaron|difundi\w+)\b[^.;]*$"
)
_ASKS_READER = re.compile(
    r"\W{0,3}(?:action (?:requested|required|addressees?)|guidance requested|instructions? (?:requested|demandees?)"
    r"|request for (?:guidance|instructions)|se (?:solicitan|ruega\w*) instrucciones|demande d'instructions)\b"
)
"""What an office asks of whoever reads its paper."""
_NOBODY_DOES = re.compile(
    r"will (?:each |both |now |then )?(?:make|give) an? (?:\w+ )?statement|will be (?:brief|answered)|shall prevail"
    r"|will depend\b|will (?:take|answer) (?:\w+ )?questions|wish(?:es)? to thank|seront communiquee?s|sera repondu"
    r"|seran? comunicad[oa]s?|adopted (?:its|the|their) agenda|(?:ont |a )?adopte (?:son|l'|leur) ?ordre du jour"
    r"|request is under\b|vise(?:nt)? a (?:insuffler|renforcer|consolider)"
)
"""What papers say of themselves, of their author, and of what is open."""
_SIGNATURE = re.compile(r"signed: *(?:by:? *)?[\w .'-]{0,40}$")
_WE = re.compile(r"(?:^|[.;:,] |\band )(?:we|i|nous|je) $")
_KEEPS_AN_EYE = re.compile(
    r"(?:will|shall|plan to|intend to)(?: \w+ly| also| continue to)? (?:follow up|report|monitor|revert"
    r"|keep (?:you|an eye)"
    r"|update you|seek (?:guidance|instructions)|advise|await|watch|check|verify)\b|(?:suivrons"
    r"|rendrons compte|reviendrons)\b"
)


def is_of_others(low: str, at: int, verb: str) -> bool:
    """Whether those who met do not undertake it: somebody outside asks for it, or the author's office will do it."""
    outside = _WHO_STANDS_OUTSIDE.search(low, max(0, at - _NEAR), at) is not None
    own = (_REPORTS.match(low, at) is not None and _OWN_OFFICE.search(low, 0, at) is not None) or (
        _KEEPS_AN_EYE.match(low, at) is not None and _WE.search(low, 0, at) is not None
    )
    asked = _ASKED_FOR.match(verb) is not None and _OF_A_VISIT.search(low, 0, at) is not None
    for_talks = verb.startswith("talks") and low.endswith(("for ", "pour des "), 0, at)
    fixed = (
        verb.startswith(("agreed", "fix", "determin", "set", "conven"))
        and _TO_BE_FIXED.search(low, 0, at) is not None
    )
    if (
        _NOBODY_DOES.match(low, at)
        or _ASKS_READER.match(low)
        or (verb.startswith("signed") and _SIGNATURE.match(low, at))
    ):
        return True
    rumoured = _MEDIA_SAY.search(low, 0, at) is not None
    return (
        outside or own or asked or fixed or for_talks or rumoured or _CONDITION.search(low, 0, at) is not None
    )
