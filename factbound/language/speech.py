"""Speech: the words by which a language says that somebody says something, and how surely.

It is what a machine needs to guess at a reading's `said_by` and `hedge`; an editor decides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Speech:
    """A language's words of saying, as patterns over lower case text with plain apostrophes."""

    says: re.Pattern[str]
    """Verbs of saying, thinking and foretelling, with what stands before them: said, a déclaré, kondigde aan."""
    according: re.Pattern[str]
    """What stands before a name: according to, selon, volgens, laut."""
    pronouns: re.Pattern[str]
    """Words for somebody who was named before: she, il, hij."""
    hedges: re.Pattern[str]
    """Words that make it less than sure: plans, devrait, zou."""
    unnamed: frozenset[str]
    """Words that stand in an edition's list for voices without a name: unnamed analysts, analystes non nommés."""
    articles: re.Pattern[str]
    """Articles at the start of a name."""
    several: re.Pattern[str]
    """A few of something that is counted in whole ones: quelques jours, several months."""


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(' '.join(each.split()) for each in words.split('|'))})(?!\w)")


_TABLE: Mapping[str, Mapping[str, str]] = {
    "en": {
        "says": """(?:has |have |had )?(?:said|told|added|reported|announced|cautioned|noted|explained|estimated|stated|
            declared|confirmed|warned|claimed|argued|predicted|forecast|revealed|wrote|promised|insisted|concluded)|
            says?|adds?|reports?|announces?|cautions?|notes?|explains?|estimates?|states?|confirms?|warns?|claims?|
            argues?|predicts?|forecasts?|believes?|thinks?|expects?|writes?|reckons?""",
        "according": "according to|in the words of|as per",
        "pronouns": "he|she|they|the company|the group|the firm",
        "hedges": """plans?|planned|planning|aims?|aimed|could|would|might|may|should|expects?|expected|intends?|
            intended|hopes?|forecasts?|predicts?|estimated|reportedly|allegedly|is to|are to|set to|due to open""",
        "unnamed": "unnamed anonymous",
        "articles": "the|an?",
        "several": "several|a few|a couple of",
    },
    "fr": {
        "says": r"""(?:a|ont|avait|avaient|s'est|s'était)(?: \w+ment)?(?: déjà| aussi| également| ensuite| encore)?
            (?:déclaré|dit|souligné|précisé|indiqué|annoncé|affirmé|expliqué|estimé|ajouté|rapporté|confié|noté|
            prévenu|promis|assuré|rappelé|écrit|confirmé|fait savoir|félicité|réjoui|révélé|conclu)|
            déclare|souligne|précise|indiqu(?:e|ent)|annonc(?:e|ent)|affirm(?:e|ent)|expliqu(?:e|ent)|
            estim(?:e|ent)|ajoute|rapport(?:e|ent)|confie|note|prévient|promet|assur(?:e|ent)|rappelle|écrit|
            confirme|prédi(?:t|sent)|tabl(?:e|ent) sur|dit|disent""",
        "according": "selon|d'après|de l'avis de|à en croire",
        "pronouns": "il|elle|ils|elles|le groupe|l'entreprise|la société|celui-ci|celle-ci",
        "hedges": r"""prévoi(?:t|ent)|prévue?s?|envisage(?:nt)?|compte(?:nt)?|veut|veulent|vise(?:nt)?|devra(?:it|ient)|
            pourra(?:it|ient)|sera(?:it|ient)|aura(?:it|ient)|intention|objectif|projet|\w{3,}(?:erait|eraient|irait|
            iraient)|doit|doivent""",
        "unnamed": "non nommés nommées anonymes",
        "articles": "le|la|les|un|une|des|l'",
        "several": "plusieurs|quelques",
    },
    "nl": {
        "says": r"""(?:heeft|hebben|had|hadden) (?:gezegd|verklaard|aangekondigd|gemeld|bevestigd)|zegt|zeggen|zei|
            zeiden|meldt|melden|meldde|meldden|verklaart|verklaarde|stelt|stelde|benadrukt|benadrukte|verwacht|
            verwachtte|verwachten|gelooft|geloven|schrijft|schreef|voorspelt|voorspellen|schat|schatten|bevestigt|
            bevestigde|kondigde|kondigt|laat weten|liet weten|legt uit|vertelt|vertelde|waarschuwt|waarschuwde|
            rekent voor|belooft|beloofde|voegt toe|denkt""",
        "according": "volgens|aldus|zo|naar eigen zeggen van",
        "pronouns": "hij|zij|ze|het bedrijf|de groep|de onderneming",
        "hedges": """zou|zouden|wil|willen|plant|plannen|gepland|geplande|verwacht|verwachte|kan|kunnen|moet|moeten|
            hoopt|mogelijk|naar verluidt|beoogt|van plan""",
        "unnamed": "anonieme niet genoemde ongenoemde",
        "articles": "de|het|een|'t",
        "several": "enkele|een paar|verscheidene",
    },
    "de": {
        "says": r"""(?:hat|haben|hatte|hatten) (?:gesagt|erklärt|angekündigt|mitgeteilt|bestätigt)|sagt|sagen|sagte|
            sagten|erklärt|erklärte|meldet|meldete|berichtet|berichtete|betont|betonte|erwartet|erwarten|erwartete|
            schätzt|schätzen|schreibt|schrieb|teilte|kündigte|bestätigt|bestätigte|warnt|warnte|rechnet|glaubt|
            prognostiziert|verspricht|versprach|fügt""",
        "according": "laut|nach angaben von|nach angaben des|nach angaben der|gemäß|so|zufolge",
        "pronouns": "er|sie|das unternehmen|der konzern|die gruppe",
        "hedges": """soll|sollen|sollte|sollten|will|wollen|plant|planen|geplant|geplante|könnte|könnten|dürfte|
            dürften|würde|würden|voraussichtlich|angeblich|beabsichtigt""",
        "unnamed": "anonyme ungenannte nicht genannte",
        "articles": "der|die|das|den|dem|des|ein|eine",
        "several": "einige|mehrere|ein paar",
    },
}
_ALIKE: Mapping[str, tuple[frozenset[str], ...]] = {
    "en": tuple(
        frozenset(words.split())
        for words in (
            "person people worker workers employee employees staff members",
            "job jobs post posts position positions role roles",
            "site sites facility facilities warehouse warehouses centre centres center centers depot depots",
            "firm firms company companies business businesses",
            "parcel parcels package packages",
        )
    ),
    "fr": tuple(
        frozenset(words.split())
        for words in (
            "personne personnes salarié salariés salariées employé employés collaborateurs travailleurs",
            "emploi emplois poste postes",
            "site sites installation installations entrepôt entrepôts centre centres dépôts",
            "entreprise entreprises société sociétés pme",
            "colis paquet paquets",
        )
    ),
    "nl": tuple(
        frozenset(words.split())
        for words in (
            "persoon personen mensen werknemer werknemers medewerkers personeelsleden",
            "baan banen job jobs arbeidsplaats arbeidsplaatsen",
            "vestiging vestigingen magazijn magazijnen site sites centra locaties",
            "bedrijf bedrijven onderneming ondernemingen firma's kmo's",
            "pakje pakjes pakket pakketten",
        )
    ),
    "de": tuple(
        frozenset(words.split())
        for words in (
            "person personen menschen mitarbeiter beschäftigte arbeitnehmer leute",
            "stelle stellen job jobs arbeitsplatz arbeitsplätze",
            "standort standorte lager zentrum zentren",
            "firma firmen unternehmen betrieb betriebe",
            "paket pakete sendung sendungen",
        )
    ),
}
"""Words that are counted alike: what an edition calls a job, an article may call a post; the same groups in each."""


@cache
def speech(language: str) -> Speech:
    """The words of saying of a language; of one that has none here, patterns that find nothing."""
    words = _TABLE.get(language)
    if words is None:
        nothing = re.compile(r"(?!)")
        return Speech(nothing, nothing, nothing, nothing, frozenset(), nothing, nothing)
    return Speech(
        _any(words["says"]),
        _any(words["according"]),
        _any(words["pronouns"]),
        _any(words["hedges"]),
        frozenset(words["unnamed"].split()),
        re.compile(rf"(?:(?:{words['articles']}) |l'|d')+", re.IGNORECASE),
        _any(words["several"]),
    )


def alike(word: str, language: str, in_: str) -> frozenset[str]:
    """The words of the language `in_` that may stand for a word of `language`: none where it is counted unlike any.

    >>> "posts" in alike("jobs", "en", "en"), "postes" in alike("jobs", "en", "fr")
    (True, True)
    """
    mine, theirs = _ALIKE.get(language, ()), _ALIKE.get(in_, ())
    return frozenset().union(*(other for group, other in zip(mine, theirs, strict=False) if word in group))
