"""German, of Germany, Austria, Switzerland and Belgium: what the reader of amounts has to know. Sources: the grammar
of numerals and Duden;
CLDR; the press for abbreviations (Mio., Mrd., Tsd.) and qualifiers (rund, gut, knapp, gegen)."""

from fractions import Fraction

from factbound.language.cldr import currency_words, month_words, unit_words
from factbound.language.lexicon import Lexicon, LookAlike, listed, words
from factbound.language.printing import Printing
from factbound.language.speech import Words
from factbound.values.quantities import Qualifier

_SMALL = listed("""
        null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
        sechzehn siebzehn achtzehn neunzehn
    """)
_TENS = listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_TENS_OF = {word: 10 * n for n, word in enumerate(_TENS, 2)} | {"dreissig": 30}
_ASCII = {"fuenf": 5, "zwoelf": 12, "fuenfzehn": 15, "fuenfzig": 50, "zwo": 2}
_ORDINAL_STEMS = listed("""
        erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt
        fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt
    """)
_ORDINAL_ENDINGS = listed("e en er es em")
_ORDINALS = {f"{stem}{ending}": n for n, stem in enumerate(_ORDINAL_STEMS, 1) for ending in _ORDINAL_ENDINGS}
_ORDINALS |= {f"{word}st{ending}": n for word, n in _TENS_OF.items() for ending in _ORDINAL_ENDINGS}
_ORDINALS |= {
    f"{stem}{most}{ending}": n
    for n, stem in enumerate(listed("zweit dritt viert fünft sechst"), 2)
    for most in listed("größt grösst höchst best wichtigst längst stärkst reichst ältest teuerst kleinst niedrigst")
    for ending in listed("e en er es em")
}
_ORDINALS |= {f"hundertst{ending}": 100 for ending in _ORDINAL_ENDINGS}
_PARTS = listed("drittel viertel fünftel sechstel siebtel achtel neuntel zehntel elftel zwölftel")
_DENOMINATORS = {f"{word}{n_}": n for n, word in enumerate(_PARTS, 3) for n_ in ("", "n", "s")} | {
    f"{word}{n_}": n
    for word, n in (("zwanzigstel", 20), ("hundertstel", 100), ("tausendstel", 1000), ("fünfzehntel", 15))
    for n_ in ("", "n")
}
_FEW = listed("zwei drei vier fünf sechs sieben acht neun zehn")
_ADJECTIVE = ("", "e", "en", "er", "es", "em")


def _table(words: str, qualifier: Qualifier) -> dict[str, Qualifier | None]:
    return dict.fromkeys(listed(words), qualifier)


_EXCEED = listed("""
        überschreitet überschritt überschreiten überschritten übersteigt überstieg übersteigen
        überstiegen übertrifft übertraf übertreffen überschreiten
    """)
_QUALIFIERS: dict[str, Qualifier | None] = {
    **_table(
        """
        mehr als | über | über die marke von | über der marke von | über die schwelle von | gut |
        gut und gerne | gut und gern | oberhalb von | größer als | höher als |
        grösser als | länger als | älter
        als | jenseits von | jenseits der | mehr wie | reichlich | weit über | über die | über der |
        über den | gute | guten | oberhalb der | mehr denn
    """,
        Qualifier.MORE_THAN,
    ),
    **_table(
        """
        nichts unter | mindestens | wenigstens | zumindest | nicht weniger als | minimal | ein minimum von |
        eine untergrenze von | einer untergrenze von | minimum |
        ab | nicht unter | nicht weniger wie | keine weniger als | nicht geringer als | zum mindesten |
        allermindestens | sicher
    """,
        Qualifier.AT_LEAST,
    ),
    **_table(
        """
        rund | etwa | ungefähr | circa | zirka | ca. | ca | um die | an die | gegen | schätzungsweise |
        geschätzt | geschätzte | geschätzten | in der größenordnung von | in der grössenordnung von | im
        bereich von | um rund | so um die | annähernd rund | grob | plusminus | plus/minus | ~ | ≈ | ± |
        in etwa | an die rund | nahe bei | überschlägig | quasi | mehr oder weniger | plus minus | kaum | vielleicht |
        so etwa | ungefähre | so an die
    """,
        Qualifier.ABOUT,
    ),
    **_table(
        """
        fast | beinahe | nahezu | knapp | annähernd | nicht ganz | beinah | so gut wie | dicht an | nahe
        an | nahe an der | nahe | praktisch | bald | knappe | knappen | um ein haar | schier |
        haarscharf | nähert sich | nähern sich | näherte sich | näherten sich | nähert sich der | nähert sich den |
        näherte sich der | näherte sich den | nähern sich der | nähern sich den | nähert sich der marke von |
        nähern sich der marke von | näherte sich der marke von
    """,
        Qualifier.NEARLY,
    ),
    **_table(
        """
        weniger als | unter | unter die marke von | unter der marke von | unter die schwelle von |
        nicht einmal | noch nicht einmal |
        noch keine | noch nicht | unterhalb von | kleiner als | niedriger als | kürzer als |
        geringer als |
        jünger als | weniger wie | unterhalb der | knapp unter | keine | keinen
    """,
        Qualifier.LESS_THAN,
    ),
    **_table(
        """
        bestenfalls | im besten fall | max. | bis zu | bis | höchstens | maximal | nicht mehr als |
        ein maximum von | eine obergrenze von | einer obergrenze von | maximum | nicht über |
        allenfalls | längstens | nicht höher als | nicht größer als | nicht grösser als | nicht länger
        als | nicht mehr wie | begrenzt auf | gedeckelt auf | gedeckelt bei | bis maximal | bis hin zu |
        bis knapp
    """,
        Qualifier.UP_TO,
    ),
    **_table(
        """
        mehrere | einige | ein paar | etliche | mehreren | einigen | mehrerer | einiger | zahlreiche |
        verschiedene | etlichen | viele | vielen | diverse | zahlreichen
    """,
        Qualifier.SEVERAL,
    ),
    **dict.fromkeys(_EXCEED, Qualifier.MORE_THAN),
    **{f"{before} {verb}": Qualifier.UP_TO for before in listed("nicht nie") for verb in _EXCEED},
    ">": Qualifier.MORE_THAN,
    "<": Qualifier.LESS_THAN,
    "≥": Qualifier.AT_LEAST,
    "≤": Qualifier.UP_TO,
    **dict.fromkeys(
        listed("""
        rund um die | rund um | rund um den | unter den | unter anderem | unter der | gegen die | an den
        | gegen den | gegenüber | über die | unter die | gut für | bis auf | bis ins | bis in | nahe
    """),
        None,
    ),
}
_MULTIPLES: dict[str, Fraction] = {}
_HALVED: set[str] = set()
for _stem, _value in (("doppel", 2), *((f"{_w}fach", n) for n, _w in enumerate(_FEW, 2))):
    if _stem == "doppel":
        _forms = listed("""
        verdoppelt | verdoppelte | verdoppelten | verdoppeln | verdoppelnd | verdoppelung | verdopplung
        | verdoppelungen | das doppelte | doppelte | doppelten | doppelt | doppelter | doppeltes |
        doppelt so viel | doppelt so viele | doppelt so hoch | doppelt so groß | dem doppelten
    """)
    else:
        _forms = (
            f"ver{_stem}t",
            f"ver{_stem}te",
            f"ver{_stem}ten",
            f"ver{_stem}en",
            f"ver{_stem}ung",
            f"das {_stem}e",
            *(f"{_stem}{e}" for e in _ADJECTIVE),
            f"dem {_stem}en",
        )
    for _form in _forms:
        _MULTIPLES[_form] = Fraction(_value)
for _form in listed("halbiert halbierte halbierten halbieren halbierung halbierend"):
    _MULTIPLES[_form] = Fraction(1, 2)
    _HALVED.add(_form)
for _n, _word in enumerate(_FEW, 2):
    for _form in ("so viel", "so viele", "so hoch", "so groß"):
        _MULTIPLES[f"{_word}mal {_form}"] = Fraction(_n)
_MULTIPLES |= {
    "hundertfache": Fraction(100),
    "das hundertfache": Fraction(100),
    "tausendfache": Fraction(1000),
    "das anderthalbfache": Fraction(3, 2),
    "anderthalbfache": Fraction(3, 2),
    "eineinhalbfache": Fraction(3, 2),
    "das eineinhalbfache": Fraction(3, 2),
}
_UNIT_WORDS = {word: code for word, code in unit_words("de").items() if word != "pfund" and code not in words("lb")}
_UNIT_WORDS |= {
    f"{word}n": code for word, code in _UNIT_WORDS.items() if word.endswith(listed("er e")) and " " not in word
}
_UNIT_WORDS |= {
    f"{word}s": code for word, code in _UNIT_WORDS.items() if word.endswith(listed("er watt ar")) and " " not in word
}
LEXICON = Lexicon(
    code="de",
    name="Deutsch",
    decimal_mark=",",
    cardinals={word: n for n, word in enumerate(_SMALL) if n != 1} | _TENS_OF | _ASCII,
    ones=words("ein eine einen einem einer eines"),
    sure_ones=words("eins"),
    hundreds=words("hundert"),
    scales={
        "tausend": 10**3,
        "million": 10**6,
        "millionen": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
        "billiarde": 10**15,
        "billiarden": 10**15,
        "trillion": 10**18,
        "trillionen": 10**18,
        "lakh": 10**5,
        "crore": 10**7,
    },
    short_scales={
        "k": 10**3,
        "K": 10**3,
        "M": 10**6,
        "Mio": 10**6,
        "mio": 10**6,
        "MIO": 10**6,
        "Mill": 10**6,
        "Mrd": 10**9,
        "mrd": 10**9,
        "MRD": 10**9,
        "Mia": 10**9,
        "mia": 10**9,
        "Md": 10**9,
        "Mrden": 10**9,
        "Tsd": 10**3,
        "tsd": 10**3,
        "Tsd.": 10**3,
        "Bio": 10**12,
        "T": 10**3,
        "Mn": 10**6,
    },
    money_scales={"m": 10**6, "bn": 10**9, "B": 10**9, "b": 10**9, "t": 10**3},
    joins={},
    change_nouns=words("wachstum anstieg rückgang zunahme abnahme plus minus"),
    units_first=True,
    ands=words("und"),
    and_after_hundreds=True,
    decimal_words=words("komma"),
    glued=words("""
        und komma einhalb halb tausende tausenden millionen milliarden hunderte viertel drittel million
        milliarde fache fachen fach mal jährig jährige jährigen jähriger jähriges stündig stündige stündigen
        tägig tägige tägigen wöchig wöchige wöchigen monatig monatige monatigen prozentig prozentige prozentigen
    """),
    half_tails=words("""
        einhalb | und ein halb | und ein halbes | und eine halbe | und einem halben | und einer halben |
        und einen halben
    """),
    fixed={
        **dict.fromkeys(listed("anderthalb eineinhalb einundeinhalb anderthalbe eineinviertel"), Fraction(3, 2)),
        "eineinviertel": Fraction(5, 4),
        **dict.fromkeys(listed("ein einziger | eine einzige | ein einziges | einen einzigen | einem einzigen"), 1),
    },
    denominators=_DENOMINATORS | {"halbe": 2, "halbes": 2, "halben": 2, "halber": 2},
    plain_parts={
        **dict.fromkeys(
            listed("""
        die hälfte | hälfte | der hälfte | zur hälfte | halbe | halben | halbes | halber | halb | eine
        halbe | einer halben | ein halbes | einem halben | einen halben
    """),
            Fraction(1, 2),
        ),
        "dreiviertel": Fraction(3, 4),
        "zweidrittel": Fraction(2, 3),
    },
    out_of=words("von"),
    every=words("jeder jede jedes jeden jedem"),
    multiples=_MULTIPLES,
    often={"zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5, "zehnmal": 10},
    falling_multiples=frozenset(_HALVED),
    times=words("mal x × fach fache fachen faches facher -fache -fachen male"),
    multiplied={
        "multipliziert mit": "up",
        "mal": "",
        "geteilt durch": "down",
        "dividiert durch": "down",
        "um den faktor": "",
        "den faktor": "",
        "einen faktor": "",
        "faktor": "",
    },
    collectives={
        **{f"{word} von": (n, False) for n, word in ((3, "trio"), (4, "quartett"), (5, "quintett"))},
        "dutzend": (12, False),
        "schock": (60, False),
        "gros": (144, False),
        "dutzends": (12, False),
    },
    plurals={
        "dutzende": 12,
        "dutzenden": 12,
        "dutzender": 12,
        "hunderte": 100,
        "hunderten": 100,
        "hunderter": 100,
        "tausende": 1000,
        "abertausende": 1000,
        "tausenden": 1000,
        "tausender": 1000,
        "zehntausende": 10**4,
        "zehntausenden": 10**4,
        "hunderttausende": 10**5,
        "hunderttausenden": 10**5,
        "zigtausend": 10**4,
        "zigtausende": 10**4,
        "abermillionen": 10**6,
        "millionen": 10**6,
        "milliarden": 10**9,
        "zig millionen": 10**7,
    },
    qualifiers=_QUALIFIERS,
    qualifiers_after={
        **dict.fromkeys(
            listed("""
        oder mehr | und mehr | mindestens | oder darüber | und darüber | oder länger | aufwärts | oder
        höher | plus | wenigstens | oder größer | oder älter | und älter
    """),
            Qualifier.AT_LEAST,
        ),
        **dict.fromkeys(
            listed("""
        oder weniger | und weniger | höchstens | maximal | oder darunter | oder kürzer | oder niedriger
        | max. | abwärts
    """),
            Qualifier.UP_TO,
        ),
        **dict.fromkeys(
            listed("ungefähr | etwa | circa | in etwa | plus/minus | oder so | schätzungsweise"), Qualifier.ABOUT
        ),
    },
    adverbs_behind=dict.fromkeys(listed("fast beinahe nahezu annähernd beinah knapp"), Qualifier.NEARLY),
    reflexives=words("sich"),
    look_alikes=(
        LookAlike(
            "über",
            units=words("years months weeks days hours"),
            unless_after=words("um von mit seit nach weit deutlich ist dauert dauerte schon"),
            unless_before=words("alt lang später hinweg"),
        ),
        LookAlike(
            "über",
            before=words("""
        kredit kredite kredits auftrag aufträge vertrag verträge scheck schecks rechnung rechnungen anleihe anleihen
        darlehen bürgschaft bürgschaften vereinbarung strafe geldstrafe bußgeld busse buße hypothek garantie
        rahmenvertrag kreditlinie rahmen zuschuss bescheid distanz strecke
    """),
        ),
        LookAlike("gegen", units=words("hours")),
        LookAlike("gut", after=words("ist sind"), units=words("zzz")),
        LookAlike("ab", after=words("baut bauen nimmt nahm")),
    ),
    qualifying_verbs=frozenset(_EXCEED),
    inner_qualifiers={
        **dict.fromkeys(listed("gute guten gutes guter gutem"), Qualifier.MORE_THAN),
        **dict.fromkeys(listed("knappe knappen knappes knapper knappem"), Qualifier.NEARLY),
        **dict.fromkeys(listed("runde runden rundes rundem"), Qualifier.ABOUT),
        **dict.fromkeys(listed("volle volles vollen ganze ganzes ganzen weitere weiteres weiteren"), Qualifier.EXACTLY),
    },
    arriving_qualifiers=words("""
        unter | über | über die marke von | unter die marke von | unter die | über die | knapp unter | knapp über |
        deutlich unter
    """),
    fillers=words("die der das den dem des ein eine einem einer einen ihr ihre"),
    softeners=words("""
        etwas | knapp | weit | deutlich | viel | wesentlich | ein wenig | geringfügig | leicht |
        erheblich | klar | ganz
    """),
    to=words("bis | bis zu | bis rund | bis etwa | bis gut | bis knapp"),
    or_=words("oder"),
    between=words("zwischen | zwischen rund | zwischen etwa | zwischen den | zwischen ca."),
    between_and=words("und | bis | und rund | und etwa"),
    buts=words("und aber"),
    from_=words("""
        von | von rund | von etwa | von gut | von knapp | von zuvor | von bisher | von derzeit
    """),
    rising=words("""
        plus gewannen gewinnen gewonnen sprangen kletterten zog zogen mehrte vermehrte
        stieg steigt steigen gestiegen stiegen steigend anstieg steigerung steigert steigerte steigern
        gesteigert wuchs wächst wachsen gewachsen wachstum zunahme zugenommen zunehmen zulegen zugelegt
        kletterte klettert geklettert sprang springt gesprungen erhöhte erhöht erhöhen erhöhung zuwachs
        anheben angehoben schnellte umsatzanstieg aufstocken aufgestockt verteuert gewann gewinnt
    """),
    falling=words("""
        fielen schrumpften kürzte kürzten sackten stürzte stürzten stürzt gestürzt rutschte rutschten rutscht gerutscht
        gab gaben einbußen büßten schmolz schmolzen geschmolzen
        fiel fällt fallen gefallen sank sinkt sinken gesunken sanken rückgang rückgänge verringert
        verringerte verringern verringerung senkt senkte senken gesenkt senkung schrumpft schrumpfte
        geschrumpft schrumpfen reduziert reduzieren reduzierte reduktion verlor verliert verloren
        einbruch eingebrochen abnahme abgenommen kürzt kürzen gekürzt sackte büßte eingebüßt nachgegeben
        verbilligt
    """),
    changing=words("""
        legte legten legt legen ging gingen geht gehen kommt verändert veränderte brach brachen bricht nahm nahmen nimmt
        baut baute bauten stockt stockte stockten
    """),
    particles={
        **dict.fromkeys(listed("zu auf hinauf hoch"), "up"),
        **dict.fromkeys(listed("ein ab nach zurück herunter hinunter"), "down"),
    },
    by=words("""
        um von rund etwa fast knapp gut mehr als über noch nur sogar jeweils weitere sich ca .
    """),
    by_how_much=words("um"),
    becoming=words("auf"),
    adverb_endings=listed("lich ig"),
    minus=words("minus"),
    units={
        **_UNIT_WORDS,
        **currency_words("de"),
        **dict.fromkeys(
            listed("""
        prozent | vom hundert | v.h. | v. h. | proz. | prozentige | prozentigen | prozentiger |
        prozentig | %ige | %igen
    """),
            "%",
        ),
        **dict.fromkeys(
            listed("prozentpunkte prozentpunkten prozentpunkt %-punkte %-punkten punkte punkten punkt pp"), "pp"
        ),
        **dict.fromkeys(listed("basispunkte basispunkten basispunkt"), "bp"),
        **dict.fromkeys(listed("euro euros"), "EUR"),
        **dict.fromkeys(listed("dollar | dollars | us-dollar | us dollar | us-dollars | amerikanische dollar"), "USD"),
        **dict.fromkeys(listed("hongkong-dollar | hongkong dollar"), "HKD"),
        **dict.fromkeys(("kanadische dollar",), "CAD"),
        **dict.fromkeys(listed("pfund | britische pfund | pfund sterling"), "GBP"),
        **dict.fromkeys(listed("franken | schweizer franken | fr."), "CHF"),
        **dict.fromkeys(listed("yuan renminbi"), "CNY"),
        "yen": "JPY",
        **dict.fromkeys(("rubel",), "RUB"),
        **dict.fromkeys(listed("rupien rupie"), "INR"),
        **dict.fromkeys(listed("zloty złoty"), "PLN"),
        **dict.fromkeys(listed("d-mark mark dm"), "DEM"),
        **dict.fromkeys(listed("cent cents rappen eurocent"), "cents"),
        **dict.fromkeys(
            listed("""
        quadratmeter | quadratmetern | quadratmeters | qm | m² | quadratmetergroße | quadratmeter große
    """),
            "m2",
        ),
        **dict.fromkeys(listed("quadratkilometer quadratkilometern"), "km2"),
        **dict.fromkeys(listed("kubikmeter kubikmetern"), "m3"),
        **dict.fromkeys(("quadratfuß",), "ft2"),
        **dict.fromkeys(listed("kilometer kilometern"), "km"),
        **dict.fromkeys(listed("meter metern"), "m"),
        **dict.fromkeys(listed("meile meilen"), "mi"),
        **dict.fromkeys(listed("hektar hektaren"), "ha"),
        **dict.fromkeys(listed("tonne tonnen to."), "t"),
        **dict.fromkeys(listed("kilo kilogramm"), "kg"),
        **dict.fromkeys(listed("liter litern"), "l"),
        **dict.fromkeys(listed("megawattstunden megawattstunde"), "MWh"),
        **dict.fromkeys(listed("gigawattstunden gigawattstunde"), "GWh"),
        **dict.fromkeys(listed("terawattstunden terawattstunde"), "TWh"),
        **dict.fromkeys(listed("kilowattstunden kilowattstunde"), "kWh"),
        **dict.fromkeys(("megawatt",), "MW"),
        **dict.fromkeys(("gigawatt",), "GW"),
        **dict.fromkeys(listed("stunde stunden std. std stündige stündigen stündiger"), "hours"),
        **dict.fromkeys(listed("minute minuten"), "min"),
        **dict.fromkeys(listed("sekunde sekunden"), "s"),
        **dict.fromkeys(listed("tag tage tagen tägige tägigen"), "days"),
        **dict.fromkeys(listed("woche wochen wöchige wöchigen"), "weeks"),
        **dict.fromkeys(listed("monat monate monaten monats monatige monatigen"), "months"),
        **dict.fromkeys(listed("jahr jahre jahren jahres jährige jährigen jähriger jährig jähriges"), "years"),
        **dict.fromkeys(listed("jahrzehnt jahrzehnte jahrzehnten"), "decades"),
        **dict.fromkeys(listed("jahrhundert jahrhunderte jahrhunderten"), "centuries"),
        **dict.fromkeys(listed("barrel fass"), "barrels"),
        **dict.fromkeys(("grad",), "deg"),
        **dict.fromkeys(listed("megapixel megapixeln"), "MP"),
        **dict.fromkeys(listed("teile pro million | teilchen pro million"), "ppm"),
    },
    between_unit=words("""
        nächsten kommenden vergangenen letzten ersten vollen weitere weiteren volle ganze ganzen
    """),
    of=words("von"),
    per=words("pro je im am per"),
    per_units=words("im am"),
    time_shifts=words("zuvor später früher davor"),
    several_tens=words("zehn zehntausend"),
    point_words=words("punkt punkte punkten"),
    months={**month_words("de"), "jänner": 1, "feber": 2, "mrz": 3},
    year_words=words("""
        im jahr | seit | jahr | jahre | jahres | jahren | anfang | ende | mitte | sommer | winter |
        herbst | frühjahr | frühling | bis ende | halbjahr | quartal | geschäftsjahr | gegenüber |
        spätestens
    """),
    date_openers=words("""
        anfang | ende | mitte | im jahr | im jahre | seit | sommer | im sommer | im herbst | im frühjahr
        | im winter | herbst | frühjahr | winter | anfang des jahres | ende des jahres | beginn |
        spätsommer
    """),
    date_parts=dict.fromkeys(listed("quartal | quartals | quartale | quartalen | vierteljahr"), 4)
    | dict.fromkeys(listed("halbjahr | halbjahres | halbjahrs | jahreshälfte | semester"), 2)
    | dict.fromkeys(listed("trimester"), 3),
    last_parts=words("letzte letzten letztes letzter letztem"),
    date_codes={"q": 4, "h": 2},
    decade_names={f"{word}er {years}": 10 * n for n, word in enumerate(_TENS, 2) for years in ("jahre", "jahren")},
    decade_words=frozenset(),
    decade_suffixes=words("er"),
    decades={},
    clock=words("uhr"),
    ordinals=_ORDINALS,
    ordinal_articles=words("der die das dem den des am im zum zur vom beim jeder jede jedes jeden jedem"),
    ordinal_suffixes=words("te ten ter tes ste sten"),
    superlatives="\\b\\w+ste[nrsm]?\\b",
    magnitudes=rf"\b(?:millionen|milliarden)[a-zäöüß]{{3,}}|\b(?:ein|{'|'.join(_FEW)})stellig\w*"
    rf"|\b(?:{'|'.join(_FEW)}|zwölf|zwanzig)(?:jahres(?:plan|vertrag)|köpfige?)\w*"
    r"|\b(?:zwei|drei)(?:drittel|viertel|fünftel)[a-zäöüß]{3,}|\bviertelstunde\w*"
    r"|\bvierteljahr(?:e|en|es|s)?\b|\bzu (?:zweit|dritt|viert)\b",
    names_before=words("""
        paragraf paragraph § artikel art. kapitel abschnitt absatz seite abbildung tabelle version phase
        stufe nummer nr. nr kategorie typ klasse kanal boeing airbus gate terminal schritt richtlinie
        verordnung anhang dax mdax sdax tecdax smi
        atx nasdaq nikkei stoxx cac ftse bel aex tor covid iso block level autobahn modell baureihe ziffer
    """),
    nouns_have_capitals=True,
    idioms_as_printed=words("in Acht | außer Acht | ausser Acht | Acht geben | Acht auf | acht auf")
    | {f"{article} {word.title()}" for article in listed("die der den Die Der Den") for word in _SMALL[2:13]},
    separable={"acht": words("gib gibt gebt geben gebe gab gaben")},
    idioms=words("""
        halbherzig | halbherzige | halbherzigen | halbwegs | halbleiter | halbfinale | halbfinals |
        halbzeit | halbinsel | halbtags | halbmond | halbe sache | halbe sachen | auf halbem weg | auf
        halber strecke | unter vier augen | zu zweit | zu dritt | zu viert | ein für allemal | eins zu
        eins | 1:1 | nummer eins | in einem zug | zum ersten mal | erste hilfe | ersten hilfe | zweite
        hand | zweiter hand | aus erster hand | in erster linie | dritte welt | dritten welt | dritter
        seite | dritte partei | zweiter weltkrieg | zweiten weltkrieg | ersten weltkrieg | erster
        weltkrieg | viertelfinale | viertelfinals | achtelfinale | das viertel | im viertel | dem
        viertel | null und nichtig | nulltarif | bei null | null toleranz | von null | im siebten himmel
        | alle viere | fünf vor zwölf | auf einmal | tausendsassa | doppelt gemoppelt | doppelte
        staatsbürgerschaft | doppelte buchführung | doppelter boden | doppelten boden | doppelmoral | acht geben |
        24/7 | erster bürgermeister | achtsam | ein für
        alle mal | dutzend mal | habt acht | sieben siegeln | mit sieben siegeln | sieben siegel | mehl
        sieben | sand sieben | zu sieben | sieben sachen | siebensachen | sieben meilen |
        siebenmeilenstiefel | sieben weltwunder | siebter himmel | aller guten dinge sind drei | guten
        dinge sind drei | bis drei zählen | drei zählen | heilige drei könige | heiligen drei königen |
        eigenen vier wänden | vier wänden | vier wände | die elf des | elf des trainers | die elf um |
        nationalelf | startelf | schlägt es dreizehn | schlägt's dreizehn | dreizehn schlägt | jetzt
        schlägt es dreizehn | hundertjährige | hundertjähriger | hundertjährigen | der hundertjährige |
        tausend dank | tausend grüße | tausend mal | tausendundeine | tausendundeine nacht | tausend und
        eine nacht | halbe miete | halbe wahrheit | halbe wahrheiten | halbe portion | halben sachen |
        keine halben sachen | halbes herz | halbem herzen | mit halbem ohr | halbem ohr | halb so wild |
        halb leer | halb voll | halb fertig | halb tot |
        halb so schlimm | halb zog sie ihn | doppelt hält besser | doppelt genäht | doppelt und dreifach
        | doppelt sehen | doppelgänger | doppeldecker | doppelagent | doppelter sinn | doppelpack | zwei
        paar schuhe | zwei paar stiefel | zwei linke hände | zwei linken händen | zwischen zwei stühlen
        | zu zweien | fünfte rad | fünf gerade sein | sechster sinn | neunmalklug | zehn gebote | zehn
        geboten | zwölf apostel | nullpunkt | nullnummer | null bock | stunde null | im nu | eins a |
        eins sein | eins werden | eins mit
    """),
    compounding=words("halb"),
    articles=words("ein eine einen einem einer eines"),
    partitives=words("der von des"),
    plural_endings=listed("en er e s n"),
    function_words=words("""
        ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits
        bis da dabei dafür damit dann das dass davon dazu dem den denn der des die dies diese diesem
        diesen dieser dieses doch dort durch ein eine einem einen einer eines er es etwa für gegen
        gegenüber hat hatte hatten haben hier ihm ihn ihr ihre ihren ihrer im in ins ist ja je jede
        jeden jeder jedes jetzt kann kein keine können mehr mit muss müssen nach nicht noch nun nur ob
        oder ohne pro rund sein seine seinen seiner seit sich sie sind so sollen soll sollte sondern
        sowie über um und uns unser unter vom von vor war waren weil weniger wenn werden wie wieder will
        wir wird wurde wurden zu zum zur zwischen während wegen weg zurück
    """),
)


def _ordinal(value: int) -> str:
    return f"{value}."


PRINTING = Printing(
    locale="de_DE",
    one=("ein", "ein"),
    one_of={"hours": ("eine", "eine"), "weeks": ("eine", "eine")},
    gendered=True,
    ordinal=_ordinal,
    day="d.",
)
SPEECH = Words(
    says=r"""(?:hat|haben|hatte|hatten) (?:gesagt|erklärt|angekündigt|mitgeteilt|bestätigt)|sagt|sagen|sagte|
            sagten|erklärt|erklärte|meldet|meldete|berichtet|berichtete|betont|betonte|erwartet|erwarten|erwartete|
            schätzt|schätzen|schreibt|schrieb|teilte|kündigte|bestätigt|bestätigte|warnt|warnte|rechnet|glaubt|
            prognostiziert|verspricht|versprach|fügt|unterstreicht|unterstrich|ergänzt|ergänzte|kommentiert|kommentierte""",
    according="laut|nach angaben von|nach angaben des|nach angaben der|gemäß|so|zufolge",
    pronouns="er|sie|das unternehmen|der konzern|die gruppe",
    hedges="""soll|sollen|sollte|sollten|will|wollen|plant|planen|geplant|geplante|könnte|könnten|dürfte|
            dürften|würde|würden|voraussichtlich|angeblich|beabsichtigt""",
    open=r"""wollte|wollten|kann|können|konnte|muss|müssen|plante|planten|\w*plan|\w*pläne\w*|geplant\w*|vorgesehen\w*|
            \w*ziele?n?|absicht\w*|erwart\w+|hofft\w*|hoffen|hoffnung\w*|versprech\w+|versprich\w*|versprach\w*|
            versprochen\w*|kündig\w+|angekündigt\w*|ankündig\w+|vorhersag\w+|prognos\w+|prognostizier\w+|schätz\w+|
            geschätzt\w*|vielleicht|möglich\w*|möglicherweise|wahrscheinlich|vermutlich|bedeuten würde""",
    besides="so|fügt|rechnet",
    unnamed="anonyme ungenannte nicht genannte",
    articles="der|die|das|den|dem|des|ein|eine",
    several="einige|mehrere|ein paar",
    alike=(
        "person personen menschen mitarbeiter beschäftigte arbeitnehmer leute",
        "stelle stellen job jobs arbeitsplatz arbeitsplätze",
        "standort standorte lager zentrum zentren",
        "firma firmen unternehmen betrieb betriebe",
        "paket pakete sendung sendungen",
    ),
    singulars=(("(?:en|er|e|n|s)", ""), ("en", "e")),
)
