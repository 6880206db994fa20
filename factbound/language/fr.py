"""French, of France, Belgium and Switzerland: what the reader of amounts has to know. Sources: the grammar of numerals
(soixante-dix and
septante); Décret n° 61-501 for milliard and billion; CLDR; the press for abbreviations (M€, Md€, p.c.) and
qualifiers."""

import re
from fractions import Fraction
from itertools import product

from factbound.language.cldr import currency_words, month_words, unit_words
from factbound.language.lexicon import Lexicon, LookAlike, listed, words
from factbound.language.printing import Printing
from factbound.language.speech import Words
from factbound.values.quantities import Qualifier

_SMALL = listed("""
        zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    """)
_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
    **{f"quatre{dash}vingt{s}": 80 for dash, s in product(("-", " "), ("", "s"))},
}
_FROM_ONE = frozenset(range(1, 10))
_JOINS = dict.fromkeys((20, 30, 40, 50, 60, 70, 80, 90), _FROM_ONE) | {
    10: frozenset({7, 8, 9}),
    60: frozenset(range(1, 17)),
    80: frozenset(range(1, 17)),
}
_ORDINAL_STEMS = listed("deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz")
_ORDINALS = {f"{stem}ième{s}": n for n, stem in enumerate(_ORDINAL_STEMS, 2) for s in ("", "s")}
_PREMIER = dict.fromkeys(listed("premier première premiers premières 1er 1re 1ère"), 1)
_DENOMINATORS = {
    f"{stem}i{e}me{s}": n for n, stem in enumerate(_ORDINAL_STEMS[3:], 5) for s in ("", "s") for e in listed("è e")
}
_DE = listed("de | d' | du | des | de la | de l' | d'un | d'une")


def _linked(heads: str, qualifier: Qualifier, links: tuple[str, ...] = _DE) -> dict[str, Qualifier | None]:
    """Qualifiers that end in de, in all its forms: plus de, plus d', plus du, plus des."""
    return {f"{head} {link}": qualifier for head in listed(heads) for link in (*links[:6],)}


def _table(words: str, qualifier: Qualifier) -> dict[str, Qualifier | None]:
    return dict.fromkeys(listed(words), qualifier)


def _inflected(stem: str, endings: str = "|e|s|es") -> tuple[str, ...]:
    return tuple(f"{stem}{ending}" for ending in endings.split("|"))


_COMPARED = {
    f"{word} {link}": qualifier
    for stem, qualifier in (("supérieur", Qualifier.MORE_THAN), ("inférieur", Qualifier.LESS_THAN))
    for word in _inflected(stem)
    for link in listed("à | aux | au | à la | à l'")
} | {
    f"{word} {link}": qualifier
    for stem, qualifier in (("supérieur", Qualifier.AT_LEAST), ("inférieur", Qualifier.UP_TO))
    for word in _inflected(stem)
    for link in listed("ou égal à | ou égale à | ou égaux à | ou égales à")
}
_EXCEED = """
        dépasse | dépassent | dépassait | dépassaient | dépassera | dépasseront | dépasserait |
        dépasseraient | dépasser | dépassé | dépassée | dépassant | excède | excèdent | excédait |
        excédera | excéder | excédant | franchit | franchi | franchir | franchira | a franchi le cap des
        | le cap des | la barre des | le seuil des | outrepasse | surpasse
    """
_VERBS_EXCEED = [word for word in listed(_EXCEED) if " " not in word]
_NOT_EXCEED = [
    f"{ne}{verb} {pas}"
    for ne in ("ne ", "n'", "sans ", "")
    for verb in _VERBS_EXCEED
    for pas in listed("pas guère jamais")
]
_NOT_EXCEED += [
    f"{before} {verb}"
    for before in listed("""
        ne pas | sans | ne pouvant | ne peut | ne peuvent | ne pourra | ne doit pas | ne devrait pas |
        ne devra pas | ne peut pas | ne pourra pas | ne devraient pas
    """)
    for verb in _VERBS_EXCEED
]
_NOT_EXCEED += listed("n'excédant pas | ne dépassant pas")
_NEARING = listed("""
        frôle frôlent frôlant frôlé frôlait frôlaient frôler frôlera frôlerait approche approchent approchant approchait
        approché approcher approchera frise frisent frisant frisait friser
        tutoie tutoient tutoyait tutoyer taquine titille
    """)
_QUALIFIERS: dict[str, Qualifier | None] = {
    **_linked("plus|bien plus|davantage|au-delà|au delà|au-dessus|au dessus|en plus", Qualifier.MORE_THAN),
    **_table(
        """
        plus que | plus grand que | plus grande que | plus âgé que | plus élevé que | plus élevée que |
        dépassant les | dépasse les | dépassent les | dépassé les | dépasser les | dépassera les | passe
        le cap des | passé le cap des | passer la barre des | franchi la barre des | franchit la barre
        des | franchi le cap des | franchit le cap des |
    """
        + _EXCEED,
        Qualifier.MORE_THAN,
    ),
    **_COMPARED,
    **_table(
        """
        min. | mini | au moins | au bas mot | à tout le moins | au minimum | un minimum de | minimum de |
        un plancher de | un plancher d' |
        minimum | minimum d' |
        pas moins de | pas moins d' | pas moins que | pas inférieur à | pas inférieure à | non moins de
        | rien moins que | a minima | à partir de | dès | pas en dessous de | pas en-dessous de
    """,
        Qualifier.AT_LEAST,
    ),
    **_table(
        """
        environ | peut-être | quelque | autour de | autour d' | autour des | aux alentours de | aux alentours d' |
        aux alentours des | à peu près | approximativement | grosso modo | de l'ordre de | de l'ordre d'
        | de l'ordre des | avoisinant | avoisinant les | avoisine | avoisine les | avoisinent |
        avoisinent les | avoisinait | avoisiner | avoisinera | aux environs de | aux environs d' | aux
        environs des | dans les | vers les | vers | plus ou moins | estimé à | estimée à | estimés à |
        estimées à | à peine | à quelque | peu ou prou | ~ | ± | +/- | env. | env | ca. | circa | dans la
        région de | voisin de | voisine de | proche des | on estime à | pas loin des | grossièrement
    """,
        Qualifier.ABOUT,
    ),
    **_linked("près|proche|proches | pas loin|non loin|un peu moins que|à un cheveu", Qualifier.NEARLY),
    **_table(
        """
        presque | quasi | quasiment | pratiquement | approche de | approche des | flirte avec les |
        flirte avec | flirtant avec les | flirtant avec | flirtent avec les | flirtait avec les
        | pas tout à fait | tout près de | s'approche des | s'approche de
    """,
        Qualifier.NEARLY,
    ),
    **{f"{verb}{les}": Qualifier.NEARLY for verb in _NEARING for les in ("", " les", " la", " le")},
    **_linked("moins|en dessous|en-dessous|au-dessous|au dessous|en deçà|en-deçà", Qualifier.LESS_THAN),
    **_table(
        """
        moins que | plus petit que | plus petite que | plus jeunes que | sous les | sous le | sous la
        barre des | sous la barre de | sous | sous le seuil de | sous le seuil des | plus jeune que |
        n'atteint pas | n'atteignent pas | même pas | pas même
    """,
        Qualifier.LESS_THAN,
    ),
    **_table(
        """
        max. | maxi | jusqu'à | jusqu'au | jusqu'aux | jusqu'à près de | au plus | tout au plus | au maximum | un
        maximum de | un plafond de | un plafond d' |  maximum d' | maximum | pas plus de | pas plus d' |
        pas plus que | pas
        davantage que | pas supérieur à | pas supérieure à | maximal de | maximale de | plafonné à |
        plafonnée à | plafonnés à | limité à | limitée à | limités à | limitées à | n'excédant pas | à
        concurrence de | à hauteur de maximum | sans dépasser | sans excéder | ne dépassant pas
    """,
        Qualifier.UP_TO,
    ),
    **dict.fromkeys(_NOT_EXCEED, Qualifier.UP_TO),
    **dict.fromkeys((f"{word} les" for word in _NOT_EXCEED), Qualifier.UP_TO),
    **_table("plusieurs|quelques|de nombreux|de nombreuses|diverses|divers|différents|maints|des", Qualifier.SEVERAL),
    ">": Qualifier.MORE_THAN,
    "<": Qualifier.LESS_THAN,
    "≥": Qualifier.AT_LEAST,
    "≤": Qualifier.UP_TO,
    "≈": Qualifier.ABOUT,
    "+ de": Qualifier.MORE_THAN,
    **dict.fromkeys(
        listed("""
        parmi les | des | en plus des | en plus de | à l'approche de | à l'approche des | dans les |
        vers les
    """),
        None,
    ),
}
_QUALIFIERS |= {"dans les": Qualifier.ABOUT, "vers les": Qualifier.ABOUT}
_CHANGED = {
    "up": listed("envol augment progress grimp bondi gonfl dop hauss enfl explos"),
    "down": listed("""
        céd cèd lâch diminu baiss recul chut tomb dégring plong réduit rédui réduis perd fléchi repli ramen dévisse
    """),
}
_ENDINGS = listed("e es ent é ée és ées er ant ait aient era eront erait a it i ie is")
_RISING = frozenset(
    {f"{stem}{ending}" for stem in _CHANGED["up"] for ending in _ENDINGS}
    | words("""
        relève relèvent relevé relevée relevés relevées relever relèvera majore majoré majorer majoration
        hausse croissance augmentation progression bond accru accrue croît croissent croître crû gagne
        gagné gagnent gagner gagnant monte monté montée monter montent grandi grandit élève élevé élevée
        élever bondi bondit rebond rebondi gain plus-value
    """)
)
_FALLING = frozenset(
    {f"{stem}{ending}" for stem in _CHANGED["down"] for ending in _ENDINGS}
    | words("""
        baisse recul chute diminution repli perte réduction réduire réduit réduite contraction perdu
        perdue perd perdait perdaient perdra perdront perdant perdent perdre dégringolade effondrement
    """)
)
_UNHYPHENED = {
    f"{tens}{unit}": size + n
    for tens, size in _TENS.items()
    if tens.isalpha()
    for n, unit in enumerate(_SMALL[2:10], 2)
}
"""What a soft hyphen leaves of quarante-deux."""
LEXICON = Lexicon(
    code="fr",
    name="Français",
    decimal_mark=",",
    cardinals=_UNHYPHENED | {word: n for n, word in enumerate(_SMALL) if n != 1} | {"zero": 0} | _TENS,
    ones=words("un une"),
    hundreds=words("cent cents"),
    scales={
        "mille": 10**3,
        "mil": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
        "trillion": 10**18,
        "trillions": 10**18,
        "billiard": 10**15,
        "billiards": 10**15,
        "lakh": 10**5,
        "lakhs": 10**5,
        "crore": 10**7,
        "crores": 10**7,
    },
    short_scales={
        "k": 10**3,
        "K": 10**3,
        "M": 10**6,
        "Md": 10**9,
        "Mds": 10**9,
        "md": 10**9,
        "mds": 10**9,
        "Mrd": 10**9,
        "mrd": 10**9,
        "Mrds": 10**9,
        "MD": 10**9,
        "Mio": 10**6,
        "mio": 10**6,
        "Mia": 10**9,
        "mia": 10**9,
        "mln": 10**6,
        "Mln": 10**6,
        "millier": 1000,
    },
    money_scales={"m": 10**6, "G": 10**9, "B": 10**9, "bn": 10**9, "Mn": 10**6, "MM": 10**6, "b": 10**9},
    joins=_JOINS,
    joins_with_and={ten: frozenset({1}) for ten in (20, 30, 40, 50, 70, 80, 90)} | {60: frozenset({1, 11})},
    ands=words("et"),
    decimal_words=words("virgule"),
    half_tails=words("et demi | et demie | et-demi | et-demie | -et-demi | et la moitié"),
    fixed=dict.fromkeys(listed("un seul | une seule"), 1),
    halves=frozenset(),
    denominators={
        "tiers": 3,
        "quart": 4,
        "quarts": 4,
        "demi": 2,
        "demie": 2,
        "demis": 2,
        "centième": 100,
        "centièmes": 100,
        "millième": 1000,
        "millièmes": 1000,
        "vingtième": 20,
    }
    | _DENOMINATORS,
    ordinal_denominators=frozenset(
        {word for word in _DENOMINATORS if not word.endswith("s")} | words("centième millième vingtième")
    ),
    plural_denominators=True,
    part_followers=words("de d du des en à plus moins par sur dans depuis et ou contre que"),
    plain_parts={
        "moitié": Fraction(1, 2),
        "la moitié": Fraction(1, 2),
        "demi": Fraction(1, 2),
        "demie": Fraction(1, 2),
        "mi-": Fraction(1, 2),
    }
    | {
        "les deux tiers": Fraction(2, 3),
        "le tiers": Fraction(1, 3),
        "le quart": Fraction(1, 4),
        "les trois quarts": Fraction(3, 4),
        "les trois-quarts": Fraction(3, 4),
    },
    out_of=words("sur"),
    out_of_with_noun=words("sur"),
    change_nouns=words("croissance hausse augmentation progression baisse recul chute diminution repli réduction"),
    multiples={
        **dict.fromkeys(
            listed("""
        double | le double | doublé | doublée | doublés | doublées | doublent | doubler | doublera |
        doublerait | doublait | doublant | doublement | un doublement | doubleront
    """),
            Fraction(2),
        ),
        **dict.fromkeys(
            listed("""
        triple | le triple | triplé | triplée | triplés | triplées | triplent | tripler | triplera |
        tripleront | triplement | triplant
    """),
            Fraction(3),
        ),
        **dict.fromkeys(
            listed("""
        quadruple | le quadruple | quadruplé | quadruplée | quadrupler | quadruplement | quadruplera
    """),
            Fraction(4),
        ),
        **dict.fromkeys(listed("quintuple | le quintuple | quintuplé | quintupler | quintuplement"), Fraction(5)),
        **dict.fromkeys(listed("sextuple sextuplé sextupler"), Fraction(6)),
        **dict.fromkeys(listed("décuple décuplé décupler"), Fraction(10)),
        **dict.fromkeys(listed("centuple centuplé"), Fraction(100)),
    },
    times=words("fois x ×"),
    multiplied={
        **{
            f"{word} par": "up"
            for word in listed("""
        multiplié multipliée multipliés multipliées multiplier multiplie multipliant multiplient
        multiplication multipliera
    """)
        },
        **{
            f"{word} par": "down" for word in listed("divisé divisée divisés divisées diviser divise divisant division")
        },
        "facteur": "",
        "un facteur de": "",
        "facteur de": "",
    },
    collectives={
        **{
            f"{word} {of}": (n, False)
            for n, word in ((3, "trio"), (4, "quatuor"), (5, "quintette"))
            for of in ("de", "d'")
        },
        **{
            word: (n, True)
            for word, n in (
                ("huitaine", 8),
                ("dizaine", 10),
                ("quinzaine", 15),
                ("vingtaine", 20),
                ("trentaine", 30),
                ("quarantaine", 40),
                ("cinquantaine", 50),
                ("soixantaine", 60),
                ("centaine", 100),
                ("millier", 1000),
            )
        },
        "douzaine": (12, True),
        "demi-douzaine": (6, False),
        "demi-million": (500000, False),
        "demi-milliard": (500000000, False),
        "demi-siècle": (50, False),
    },
    plurals={
        "dizaines": 10,
        "douzaines": 12,
        "vingtaines": 20,
        "centaines": 100,
        "milliers": 1000,
        "millions": 10**6,
        "milliards": 10**9,
    },
    qualifiers=_QUALIFIERS,
    qualifiers_after={
        "au bas mot": Qualifier.AT_LEAST,
        "et des poussières": Qualifier.MORE_THAN,
        "et quelques": Qualifier.MORE_THAN,
        **dict.fromkeys(
            listed("""
        ou plus | et plus | au moins | au minimum | minimum | ou davantage | et davantage | voire plus |
        et au-delà | ou au-delà | et + | ou supérieur | min. | mini
    """),
            Qualifier.AT_LEAST,
        ),
        **dict.fromkeys(
            listed("""
        ou moins | et moins | au plus | au maximum | maximum | tout au plus | maximal | max. | maxi |
        max | grand maximum
    """),
            Qualifier.UP_TO,
        ),
        **dict.fromkeys(
            listed("environ | à peu près | approximativement | plus ou moins | peu ou prou | à peine"),
            Qualifier.ABOUT,
        ),
    },
    adverbs_behind=dict.fromkeys(listed("presque quasiment quasi pratiquement"), Qualifier.NEARLY),
    look_alikes=(
        LookAlike("dans les", units=words("hours days weeks months years")),
        LookAlike("au plus", after=words("tard vite haut")),
        LookAlike("sous", units=words("hours days weeks months years min")),
        LookAlike("vers", units=words("%")),
    ),
    qualifying_verbs=frozenset((*_VERBS_EXCEED, *_NEARING)),
    inner_qualifiers={
        **dict.fromkeys(listed("bon bonne gros grosse"), Qualifier.MORE_THAN),
        **dict.fromkeys(listed("petit petite"), Qualifier.NEARLY),
        **dict.fromkeys(listed("nouvelle nouveau simple"), Qualifier.EXACTLY),
    },
    arriving_qualifiers=words("""
        sous les | sous le seuil de | sous le seuil des | sous la barre de | sous la barre des | en dessous de | en
        dessous des | au-dessus de | au-dessus des | au-delà de | au-delà des
    """),
    fillers=words("les le la l un une du des de d leur leurs ses son sa ces"),
    softeners=words("""
        un peu | bien | nettement | légèrement | largement | à peine | juste | très | beaucoup |
        sensiblement | guère | quelque peu | déjà | encore | tout juste | tout
    """),
    to=words("à jusqu'à jusqu'au"),
    or_=words("ou voire"),
    between=words("""
        entre | compris entre | comprise entre | comprises entre | oscille entre | situé entre | entre
        environ
    """),
    between_and=words("et à"),
    buts=words("et mais"),
    from_=words("de d' du"),
    rising=_RISING,
    falling=_FALLING,
    changing=words("""
        passe passé passée passés passées passent passant passer passera passait passeront passage porte
        porté portée portés porter portent portera portant établit établi évolue évolué ramené ramenée revu revue
    """),
    by=words("de d ' du environ près plus moins quelque encore a est ont"),
    by_how_much_share=words("de d"),
    becoming=words("à atteindre atteignant"),
    adverb_endings=("ment",),
    minus=words("moins"),
    units={
        **{word: code for word, code in unit_words("fr").items() if code != "lb" and not word.startswith("mille")},
        **currency_words("fr"),
        **dict.fromkeys(listed("pour cent | pour-cent | pourcent | pourcents | p.c. | p. c.  | pct"), "%"),
        **dict.fromkeys(
            listed("""
        points de pourcentage | point de pourcentage | points de pour cent | points | point | pt | pts |
        pp
    """),
            "pp",
        ),
        **dict.fromkeys(listed("points de base | point de base | pb | pdb"), "bp"),
        **dict.fromkeys(listed("dollar | dollars | dollars us | dollars américains | dollar américain | usd"), "USD"),
        **dict.fromkeys(listed("dollars canadiens | dollar canadien"), "CAD"),
        **dict.fromkeys(listed("dollars de hong kong | dollars hongkongais | dollars de hongkong"), "HKD"),
        "dollars australiens": "AUD",
        "dollars de singapour": "SGD",
        **dict.fromkeys(listed("euro euros"), "EUR"),
        **dict.fromkeys(listed("livres sterling | livre sterling | pounds | livres | livre"), "GBP"),
        **dict.fromkeys(listed("francs suisses | franc suisse | francs | franc"), "CHF"),
        **dict.fromkeys(("francs belges",), "BEF"),
        "francs français": "FRF",
        **dict.fromkeys(("francs cfa",), "XOF"),
        **dict.fromkeys(listed("yuan | yuans | renminbi | renminbis | yuans chinois"), "CNY"),
        **dict.fromkeys(listed("yen | yens | yens japonais"), "JPY"),
        **dict.fromkeys(listed("roubles rouble"), "RUB"),
        **dict.fromkeys(listed("roupies roupie"), "INR"),
        "couronnes suédoises": "SEK",
        "zlotys": "PLN",
        **dict.fromkeys(
            listed("cent | cents | centimes | centime | centimes d'euro | eurocents | cents d'euro"), "cents"
        ),
        **dict.fromkeys(listed("mètres carrés | mètre carré | m carrés | mètres-carrés"), "m2"),
        **dict.fromkeys(listed("kilomètres carrés | kilomètre carré"), "km2"),
        **dict.fromkeys(listed("mètres cubes | mètre cube"), "m3"),
        **dict.fromkeys(listed("kilomètres kilomètre kms"), "km"),
        **dict.fromkeys(("mile",), "mi"),
        **dict.fromkeys(listed("tonne | tonnes | tonnes métriques"), "t"),
        **dict.fromkeys(("mégatonnes",), "Mt"),
        **dict.fromkeys(listed("hectare hectares"), "ha"),
        **dict.fromkeys(listed("kilo kilos kilogrammes"), "kg"),
        **dict.fromkeys(listed("pieds carrés | pied carré"), "ft2"),
        **dict.fromkeys(listed("mégawatts mégawatt"), "MW"),
        **dict.fromkeys(listed("gigawatts gigawatt"), "GW"),
        **dict.fromkeys(listed("mégawattheures | mégawattheure | mégawatts-heures | mégawatts heures"), "MWh"),
        **dict.fromkeys(listed("gigawattheures gigawattheure gigawatts-heures"), "GWh"),
        **dict.fromkeys(listed("térawattheures térawattheure térawatts-heures"), "TWh"),
        **dict.fromkeys(listed("kilowattheures kilowattheure"), "kWh"),
        **dict.fromkeys(listed("heure heures"), "hours"),
        **dict.fromkeys(listed("minute minutes"), "min"),
        **dict.fromkeys(listed("seconde secondes"), "s"),
        **dict.fromkeys(listed("jour jours j"), "days"),
        **dict.fromkeys(listed("semaine semaines"), "weeks"),
        "mois": "months",
        **dict.fromkeys(listed("an ans année années"), "years"),
        **dict.fromkeys(listed("décennie décennies"), "decades"),
        **dict.fromkeys(listed("siècle siècles"), "centuries"),
        **dict.fromkeys(listed("baril barils"), "barrels"),
        **dict.fromkeys(listed("degrés degré"), "deg"),
        **dict.fromkeys(listed("mégapixel mégapixels"), "MP"),
        **dict.fromkeys(listed("parties par million | partie par million"), "ppm"),
    },
    shy_units=dict.fromkeys(
        listed("livres livre"),
        words("""
            vendus imprimés numériques neufs anciens rares scolaires différents publiés édités jeunesse papier lus
            audio par chaque en de d
        """),
    ),
    country_endings=listed("""
        ais aise aises ois oise oises ien iens ienne iennes ain ains aine aines éen éens éenne éennes
    """),
    between_unit=words("""
        prochains prochaines dernières derniers premières premiers longues longs petites bonnes bons
        pleines pleins nouvelles
    """),
    of=words("de d du des"),
    per=words("par"),
    time_shifts=words("plus tôt | plus tard | auparavant | avant | après"),
    point_words=words("point points pt pts"),
    months={**month_words("fr"), "fév": 2, "févr": 2, "aout": 8, "fevrier": 2, "decembre": 12},
    shy_months=frozenset(),
    year_words=words("""
        en | depuis | fin | début | mi | mi- | avant | après | d'ici | d'ici à | d'ici fin | année |
        l'année | an | printemps | été | automne | hiver | jusqu'en | à l'horizon | horizon | ici | vers
        | jusque | exercice | à partir de | et en | trimestre | semestre | courant | par rapport à
    """),
    date_openers=words("""
        début | fin | mi | mi- | milieu | en | depuis | au début de | à la fin de | fin de l'année |
        courant | dès | printemps | été | automne | au printemps | en fin | début de l'année | l'été |
        l'automne
    """),
    date_parts=dict.fromkeys(listed("trimestre | trimestres"), 4)
    | dict.fromkeys(listed("semestre | semestres | moitié de l'année | moitié de"), 2)
    | dict.fromkeys(listed("quadrimestre | partie de l'année"), 3),
    last_parts=words("dernier derniers"),
    date_codes={"t": 4, "s": 2, "q": 4, "h": 2},
    decade_words=words("années | les années | ces années | des années"),
    decade_suffixes=frozenset(),
    decades={
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "septante": 70,
        "soixante-dix": 70,
        "quatre-vingt": 80,
        "quatre-vingts": 80,
        "quatre-vingt-dix": 90,
        "nonante": 90,
    },
    clock=words("""
        h du matin | heures du matin | h du soir | heures du soir | heures précises | heures pile
    """),
    clock_before=words("à vers dès jusqu'à avant après"),
    hour_words=words("h heures heure"),
    ordinals=_ORDINALS
    | _PREMIER
    | {
        "second": 2,
        "seconde": 2,
        "secondes": 2,
        "troisième": 3,
        "vingtième": 20,
        "centième": 100,
        "vingt-et-unième": 21,
        "trentième": 30,
    },
    ordinal_suffixes=words("er re ère e ème ième nd nde es èmes"),
    superlatives="\\b(?:le|la|les|son|sa|notre) plus\\b|\\bplus grand\\w*\\b",
    magnitudes=r"\bmulti-?mill(?:ion|iard)\w*",
    names_before=words("""
        section | article | art. | chapitre | paragraphe | page | figure | tableau | version | phase |
        niveau | numéro | n° | no. | no | catégorie | type | classe | chaîne | route | autoroute |
        boeing | airbus | porte | salle | hall | directive | règlement | annexe | alinéa | arrêté | bus
        | tram | quai | covid | iso | vol | mach | bfm | génération | top | code postal | terminal |
        modèle
    """),
    street_words=words("rue avenue boulevard chaussée"),
    idioms=words("""
        mille-feuille | mille-feuilles | millefeuille | mille-pattes | mille et une | mille mercis | en
        mille morceaux | quatre-quarts | quatre-quart | tiers-monde | tiers monde | le tiers état |
        tierce partie | un tiers de confiance | quart-monde | quart monde | quart d'heure de gloire | à
        double tranchant | double vie | doubles | double sens | double emploi | double nationalité |
        double peine | double page | double vitrage | double clic | double jeu | double face | en double
        | à mi-chemin | demi-tour | demi-mesure | demi-mesures | à demi | demi-frère | demi-sœur |
        demi-finale | demi-finales | demi-mot | à demi-mot | demi-dieu | demi-sel | huitième de finale |
        huitièmes de finale | quart de finale | quarts de finale | flambant neuf | flambant neuve | tout
        neuf | à neuf | du neuf | quoi de neuf | état neuf | à la une | de deux choses l'une | l'un |
        les uns | les unes | des uns | quelques-uns | quelques-unes | un par un | une par une | un à un
        | une à une | à deux pas | entre deux | deux-points | deux-pièces | deux-roues | deux roues |
        trois-mâts | quatre-mains | quatre mains | à quatre pattes | se mettre en quatre | sur son
        trente et un | tiré à quatre épingles | quatre saisons | cinq-à-sept | six-coups | sept-lieues |
        la semaine des quatre jeudis | zéro déchet | tolérance zéro | zéro émission | zéro carbone |
        faire d'une pierre deux coups | cent pas | aux cent coups | premier ministre | première ministre
        | première dame | en premier lieu | tout d'abord | premier plan | de premier plan | en second
        lieu | de second plan | au second plan | seconde main | seconde nature | d'un seul coup | de
        première main | seconde guerre | première guerre | premier venu | midi et demi | 24/7 | remis à
        neuf | remise à neuf | mille précautions | mille excuses | mille fois merci | mille regrets | en
        mille | dans le mille | des mille et des cents | en quatre | plier en quatre | couper les
        cheveux en quatre | midi à quatorze heures | à quatre épingles | quatre épingles | à moitié |
        moitié-moitié | par quatre chemins | quatre chemins | quatre coins | aux quatre coins | quatre
        vérités | entre quatre yeux | entre quatre murs | un de ces quatre | comme quatre | descendre
        quatre à quatre | quatre à quatre | cent sept ans | guerre de cent ans | faire les cent pas |
        cent fois sur le métier | tiers payant | tiers-payant | tiers lieu | tiers-lieu | tiers-lieux |
        tiers exclu | tiers des ordres | le double des clés | le double des clefs | un double des clés |
        agent double | agents doubles | voit double | voir double | triple saut | double risque |
        vitrage double | double casquette | double langage | double titre | mettre les bouchées doubles
        | double défi | double enjeu | double objectif | double discours | double fond | faire double
        emploi | à double sens |  doubler dans | faire doubler | se
        faire doubler | doublée de | doublé de | doublage | ligne doublée | trois coups | les trois
        coups | trois suisses | trois mousquetaires | jamais deux sans trois | en deux temps trois
        mouvements | deux temps trois mouvements | à deux mains | à nous deux | à eux deux | à elles
        deux | entre-deux | entre-deux-guerres | en moins de deux | deux gouttes d'eau | sur ses deux
        oreilles | deux oreilles | deux poids deux mesures | deux poids | entre deux feux | entre deux
        chaises | d'une pierre deux coups | de deux maux | tous deux | toutes deux | la quarantaine |
        mise en quarantaine | mis en quarantaine | en quarantaine | cinq sur cinq | les cinq sens | cinq
        minutes de répit | sixième sens | septième ciel | sept merveilles | bottes de sept lieues | huit
        reflets | preuve par neuf | neuf vies | dix commandements | onze de france | treize à la
        douzaine | quinze de france | trente-six chandelles | quarante voleurs | zéro faute
        | zéro défaut | repartir de zéro | à zéro | partir de zéro | le zéro déchet | mi-temps |
        mi-figue mi-raisin | mi-mandat | mi-mot | une seule fois | un seul et même | une seule et même | comme un seul
        homme | d'une seule traite | un seul bloc | une seule voix | lequel des deux | laquelle des deux | aucun des
        deux | aucune des deux | les deux parties | tous les deux | toutes les deux | comme neuf | leur trente et un
        | son trente et un | un tiers indépendant | un tiers extérieur | un tiers privé | par un tiers | à des tiers |
        auprès de tiers | des tiers | un tiers acheteur | un tiers lieu | franc succès | trente-six solutions |
        trente-six façons | trente-six manières | la quinzaine | le double de la
        clé | le double de la clef | mille fois | mille et une fois | double coup dur | double faute | double mixte
    """),
    adjectives_too=words("neuf"),
    determiners=words("un le l ' du au ce cet son leur notre votre mon de d en"),
    compounding=words("demi demie mi semi double tiers quart"),
    compounded_units=words("tarif prix journée heure dizaine douzaine finale million milliard saison siècle"),
    articles=words("un une"),
    partitives=words("de des du d"),
    plural_endings=listed("s x z"),
    nouns_come_last=False,
    adjectives=words("""
        nouveaux nouvelles nouveau nouvelle autres autre grands grandes grand grande petits petites gros
        grosses bons bonnes premiers premières derniers dernières anciens anciennes futurs futures
        jeunes principaux principales seuls seules vrais beaux belles longs longues quotidiens
        quotidiennes prochains prochaines certains certaines
    """),
    function_words=words("""
        à a ai ainsi alors après au aussi autant aux avait avant avec avoir c car ce ceci cela celle
        celles celui ces cet cette ceux chacun chaque chez comme contre d dans de déjà depuis des dès
        donc dont du durant elle elles en encore entre est et été étaient était être eu eux fait font
        fut furent grâce hors ici il ils j jusqu jusque l la là le les leur leurs lors lorsque lui m
        mais malgré me même mes mieux moi moins mon n ne ni non nos notre nous on ont ou où par parce
        parmi pas pendant peu peut plus plutôt pour pourquoi puis qu quand que quel quelle qui quoi s sa
        sans se selon sera seront serait ses si sien soit son sont sous sur t ta tandis tant te tel
        telle tes toi ton tous tout toute toutes très tu un une va vers via voici voilà vos votre vous y
    """),
)


def _ordinal(value: int) -> str:
    return "1er" if value == 1 else f"{value}e"


_CONSONANTS = ("huit", "onz", "ya", "ye", "yo", "yu")
"""How words begin that begin with a vowel or an h in writing, and are not heard so: de huit, de yens."""


def _of(text: str) -> str:
    """With *de* before it: d’emplois, de personnes, de huit."""
    return f"{'d’' if _elides(text) else 'de '}{text}"


def _elides(text: str) -> bool:
    return text[:1].lower() in tuple("aeiouyéèêh") and not text.lower().startswith(_CONSONANTS)


def _before(before: str, text: str) -> str:
    """The words before a figure, with their last one elided: d’environ, qu’au moins, jusqu’à."""
    return _ELIDED.sub(r"\1’", before) if _elides(text) else before


_ELIDED = re.compile(r"\b(d|qu|jusqu|lorsqu|puisqu|n|s)e[ \u00a0]$", re.IGNORECASE)


PRINTING = Printing(
    locale="fr_FR",
    one=("un", "un"),
    one_of={"hours": ("une", "une"), "weeks": ("une", "une")},
    gendered=True,
    never_short=words("months"),
    ordinal=_ordinal,
    money="{figure} {of name}",
    currency_trims=("des États-Unis",),
    of=_of,
    before=_before,
    first_day="1er",
)
SPEECH = Words(
    says=r"""(?:a|ont|avait|avaient|s'est|s'était)(?: \w+ment)?(?: déjà| aussi| également| ensuite| encore)?
            (?:déclaré|dit|souligné|précisé|indiqué|annoncé|affirmé|expliqué|estimé|ajouté|rapporté|confié|noté|
            prévenu|promis|assuré|rappelé|écrit|confirmé|fait savoir|félicité|réjoui|révélé|conclu|détaillé|commenté|
            résumé|relevé|insisté|poursuivi|martelé)|
            déclare|souligne|précise|indiqu(?:e|ent)|annonc(?:e|ent)|affirm(?:e|ent)|expliqu(?:e|ent)|
            estim(?:e|ent)|ajoute|rapport(?:e|ent)|confie|note|prévient|promet|assur(?:e|ent)|rappelle|écrit|
            confirme|détaill(?:e|ent)|commente|résume|poursuit|insiste|martèle|prédi(?:t|sent)|
            tabl(?:e|ent) sur|dit|disent""",
    according="selon|d'après|de l'avis de|à en croire",
    pronouns="il|elle|ils|elles|le groupe|l'entreprise|la société|celui-ci|celle-ci",
    hedges=r"""prévoi(?:t|ent)|prévue?s?|envisage(?:nt)?|compte(?:nt)?|veut|veulent|vise(?:nt)?|devra(?:it|ient)|
            pourra(?:it|ient)|sera(?:it|ient)|aura(?:it|ient)|intention|objectif|projet|\w{3,}(?:erait|eraient|irait|
            iraient)|doit|doivent""",
    open=r"""dev(?:ait|aient|ra|ront)|pouvai(?:t|ent)|peut|peuvent|peut-être|voul(?:ait|aient|u)|prévoyai(?:t|ent)|
            prévisions?|prédi(?:t|sent|ctions?)|enten(?:d|dent|dait|daient)|appelée?s? à|attendue?s?|esp[éè]r\w+|
            espoirs?|promet\w*|promise?s?|promesses?|annonc\w+|plans?|projets?|projette(?:nt)?|objectifs?|buts?|ambitions?|
            intentions?|estim\w+|probables?|probablement|possibles?|échéances?|laisse(?:nt)? entendre|suppose(?:nt)?|
            ferai(?:t|ent)|\w+drai(?:t|ent)""",
    besides="ajoute|note|confie|rapport(?:e|ent)",
    unnamed="non nommés nommées anonymes",
    articles="le|la|les|un|une|des|l'",
    several="plusieurs|quelques",
    alike=(
        "personne personnes salarié salariés salariées employé employés collaborateurs travailleurs",
        "emploi emplois poste postes",
        "site sites installation installations entrepôt entrepôts centre centres dépôts",
        "entreprise entreprises société sociétés pme",
        "colis paquet paquets",
    ),
    singulars=(("aux", "al"), ("aux", "ail"), ("[sx]", "")),
)
