"""Dutch, of Flanders and the Netherlands: what the reader of amounts has to know. Sources: the grammar of numerals and
the Woordenlijst;
CLDR; the press for abbreviations (mln, mld, mio) and qualifiers (ruim, krap, zowat, net geen)."""

from fractions import Fraction

from factbound.language.cldr import currency_words, month_words, unit_words
from factbound.language.lexicon import Lexicon, LookAlike, listed, words
from factbound.language.printing import Printing
from factbound.language.speech import Words
from factbound.values.quantities import Qualifier

_SMALL = listed("""
        nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien
        zestien zeventien achttien negentien
    """)
_TENS = listed("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_TENS_OF = {10 * n: word for n, word in enumerate(_TENS, 2)}
_ORDINALS = listed("""
        eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende
        veertiende vijftiende zestiende zeventiende achttiende negentiende
    """)
_DENOMINATORS = {word: n for n, word in enumerate(_ORDINALS[2:12], 3)}
_FEW = listed("twee drie vier vijf zes zeven acht negen tien")


def _table(words: str, qualifier: Qualifier) -> dict[str, Qualifier | None]:
    return dict.fromkeys(listed(words), qualifier)


_EXCEED = listed("""
        overschrijdt overschreed overschrijden overschreden overstijgt oversteeg overstijgen overtreft
        overtrof overtreffen passeert passeerde
    """)
_QUALIFIERS: dict[str, Qualifier | None] = {
    **_table(
        """
        meer dan | ruim | boven | boven de | groter dan | hoger dan | langer dan | groter als | meer als
        | goed | dik | royaal | rijkelijk | over de | ouder dan | duurder dan | zwaarder dan |
        uitstijgend boven | voorbij de | méér dan | niet minder dan ruim | een goede | een ruime | een dikke |
        een kleine meer
        dan
    """,
        Qualifier.MORE_THAN,
    ),
    **_table(
        """
        minstens | ten minste | een ondergrens van | een minimum van | tenminste | minimaal | minimum |
        op zijn minst | op z'n minst | niet
        minder dan | niet minder als | minder dan niet | een minimum van | minimum van | vanaf | zeker |
        niet kleiner dan | niet kleiner als | niet lager dan | niet onder | minstens nog | op het minst
    """,
        Qualifier.AT_LEAST,
    ),
    **_table(
        """
        ongeveer | misschien | circa | ca. | ca | zo'n | zowat | pakweg | rond | rond de | om en bij | om
        en bij de | naar schatting | geschat op | grofweg | ruwweg | plusminus | plus minus | +/-
        | een slordige | omtrent | in de orde van | in de orde van grootte van | om en nabij | om en
        nabij de | tegen de | rondom de | een goeie | plm. | plm | amper | nauwelijks | een stuk of |
        stuk of | in de buurt van | in de buurt van de | richting de | ~ | ≈ | ± |
        ergens rond de | omstreeks | rondom de | min of meer | ± | +/-
    """,
        Qualifier.ABOUT,
    ),
    **_table(
        """
        bijna | bijna de | krap aan | haast | nagenoeg | vrijwel | krap | net geen | net niet | dicht bij |
        dicht bij de |
        dichtbij | nipt geen | een kleine | schurkt tegen | schurkt tegen de | schurken tegen de | tegen
        de kaap van | benadert | benadert de | benaderde | benaderen | nadert | naderde | naderen |
        nadert de | niet helemaal | niet ver van | niet ver van de | iets minder als | zogoed als | zo
        goed als | net onder
    """,
        Qualifier.NEARLY,
    ),
    **_table(
        """
        minder dan | minder als | onder | onder de | nog geen | lager dan | kleiner dan | kleiner als | korter dan
        | jonger dan | beneden | beneden de | goedkoper dan | net onder | net onder de | nipt onder |
        binnen de | geen | nog niet | niet eens | zelfs geen | zelfs niet
    """,
        Qualifier.LESS_THAN,
    ),
    **_table(
        """
        max. | tot | hoogstens | maximaal | maximum | ten hoogste | een plafond van | een bovengrens van |
        hooguit | tot maximaal | tot wel | tot aan
        | niet meer dan | niet meer als | op zijn hoogst | op z'n hoogst | een maximum van | maximum van
        | niet groter dan | niet hoger dan | niet langer dan | niet boven | niet boven de | maar liefst
        tot | beperkt tot | geplafonneerd op
    """,
        Qualifier.UP_TO,
    ),
    **_table(
        """
        enkele | meerdere | verschillende | een paar | verscheidene | ettelijke | diverse
        | enige | tal van | menig
    """,
        Qualifier.SEVERAL,
    ),
    **dict.fromkeys(_EXCEED, Qualifier.MORE_THAN),
    **{f"{verb} de": Qualifier.MORE_THAN for verb in _EXCEED},
    **{f"{before} {verb}": Qualifier.UP_TO for before in listed("niet nooit") for verb in _EXCEED},
    "te overschrijden": Qualifier.MORE_THAN,
    ">": Qualifier.MORE_THAN,
    "<": Qualifier.LESS_THAN,
    "≥": Qualifier.AT_LEAST,
    "≤": Qualifier.UP_TO,
    **dict.fromkeys(listed("over de | binnen de | goed voor | bevestigt zeker"), None),
    "net onder": Qualifier.LESS_THAN,
}
_MULTIPLES: dict[str, Fraction] = {}
for _n, _word in enumerate(_FEW, 2):
    for _form in (
        f"ver{_word}voudigd",
        f"ver{_word}voudigde",
        f"ver{_word}voudigden",
        f"ver{_word}voudigt",
        f"ver{_word}voudigen",
        f"ver{_word}voudiging",
        f"{_word}voud",
        f"het {_word}voud",
        f"{_word}voudig",
        f"{_word}voudige",
    ):
        _MULTIPLES[_form] = Fraction(_n)
for _form in listed("""
        verdubbeld | verdubbelde | verdubbelt | verdubbelen | verdubbelden | verdubbeling | het dubbele
        | dubbele | dubbel | het dubbel | dubbel zoveel | dubbel zo veel | tweemaal zoveel | dubbel zo
    """):
    _MULTIPLES[_form] = Fraction(2)
for _form in listed("""
        verdriedubbeld | verdriedubbelen | verdriedubbelt | het driedubbele | driedubbel | driedubbele
    """):
    _MULTIPLES[_form] = Fraction(3)
for _form in listed("gehalveerd halveert halveerde halveren halvering halveerden"):
    _MULTIPLES[_form] = Fraction(1, 2)
_MULTIPLES["anderhalve keer"] = _MULTIPLES["anderhalf keer"] = _MULTIPLES["anderhalve maal"] = Fraction(3, 2)
for _n, _word in enumerate(_FEW, 2):
    for _form in ("zoveel", "zo veel", "zo groot", "zo hoog", "zoveel als"):
        _MULTIPLES[f"{_word}maal {_form}"] = Fraction(_n)
_MULTIPLES["vertienvoudigd"] = Fraction(10)
_MULTIPLES["verhonderdvoudigd"] = Fraction(100)
_HALVED = words("gehalveerd halveert halveerde halveren halvering halveerden")
_TALS = {
    f"{word}tal": n
    for word, n in (
        ("twee", 2),
        ("drie", 3),
        ("vier", 4),
        ("vijf", 5),
        ("zes", 6),
        ("zeven", 7),
        ("acht", 8),
        ("negen", 9),
        ("tien", 10),
        ("elf", 11),
        ("twaalf", 12),
        ("dertien", 13),
        ("veertien", 14),
        ("vijftien", 15),
        ("zestien", 16),
        ("achttien", 18),
        *((w, n) for n, w in _TENS_OF.items()),
        ("honderd", 100),
        ("duizend", 1000),
    )
}
_COUNTED = "|".join([*_FEW, *_TENS, "elf", "twaalf", "vijftien", "honderd"])
LEXICON = Lexicon(
    code="nl",
    name="Nederlands",
    decimal_mark=",",
    cardinals={word: n for n, word in enumerate(_SMALL) if n != 1}
    | {word: n for n, word in _TENS_OF.items()}
    | {"twéé": 2},
    ones=words("een"),
    sure_ones=words("één eén éen"),
    hundreds=words("honderd"),
    scales={
        "duizend": 10**3,
        "miljoen": 10**6,
        "miljard": 10**9,
        "biljoen": 10**12,
        "biljard": 10**15,
        "triljoen": 10**18,
        "lakh": 10**5,
        "crore": 10**7,
    },
    short_scales={
        "k": 10**3,
        "K": 10**3,
        "M": 10**6,
        "mln": 10**6,
        "Mln": 10**6,
        "mld": 10**9,
        "Mld": 10**9,
        "milj": 10**6,
        "mio": 10**6,
        "Mio": 10**6,
        "mia": 10**9,
        "mrd": 10**9,
        "Mrd": 10**9,
        "md": 10**9,
        "bn": 10**9,
        "dzd": 10**3,
    },
    money_scales={"m": 10**6, "b": 10**9, "B": 10**9},
    joins={},
    units_first=True,
    ands=words("en ën"),
    and_after_hundreds=True,
    decimal_words=words("komma"),
    noughts=words("nul"),
    glued=words("""
        en ën komma half halve derde kwart vierde vijfde zesde achtste tiende honderden duizenden miljoenen
        miljarden jarig jarige urige uur daagse
    """),
    half_tails=words("en half | ën half | en halve | ën halve | en een half | en een halve | -en-een-half"),
    fixed={"anderhalf": Fraction(3, 2), "anderhalve": Fraction(3, 2)},
    denominators={"kwart": 4, "half": 2, "halve": 2, "honderdste": 100, "twintigste": 20, "duizendste": 1000}
    | _DENOMINATORS,
    ordinal_denominators=frozenset({*_DENOMINATORS, "honderdste", "twintigste", "duizendste"}),
    part_followers=words(
        "van meer minder hoger lager groter kleiner in op sinds en of tot door dan vergeleken tegenover"
    ),
    plain_parts={
        "half": Fraction(1, 2),
        "halve": Fraction(1, 2),
        "de helft": Fraction(1, 2),
        "helft": Fraction(1, 2),
        "driekwart": Fraction(3, 4),
        "kwart": Fraction(1, 4),
        "eenderde": Fraction(1, 3),
        "tweederde": Fraction(2, 3),
        "een half": Fraction(1, 2),
        "een halve": Fraction(1, 2),
    },
    out_of=words("op de | op | op elke"),
    out_of_with_noun=words("op de | op"),
    change_nouns=words("groei stijging daling toename afname krimp verhoging verlaging"),
    every=words("elke elk iedere ieder"),
    multiples=_MULTIPLES,
    often={f"{word.removesuffix('tal')}maal": n for word, n in _TALS.items()},
    falling_multiples=_HALVED,
    times=words("keer maal x × voud voudig voudige -voudige"),
    multiplied={
        "vermenigvuldigd met": "up",
        "vermenigvuldigen met": "up",
        "vermenigvuldigt met": "up",
        "maal": "",
        "gedeeld door": "down",
        "delen door": "down",
        "een factor": "",
        "factor": "",
        "met een factor": "",
    },
    collectives={"dozijn": (12, False), **{word: (n, True) for word, n in _TALS.items()}, "gros": (144, False)},
    plurals={
        "tientallen": 10,
        "dozijnen": 12,
        "honderdtallen": 100,
        "honderden": 100,
        "duizenden": 1000,
        "miljoenen": 10**6,
        "miljarden": 10**9,
        "biljoenen": 10**12,
        "twintigtallen": 20,
    },
    qualifiers=_QUALIFIERS,
    qualifiers_after={
        **dict.fromkeys(
            listed("""
        of meer | en meer | of langer | of hoger | minstens | minimum | minimaal | en ouder | of ouder |
        op zijn minst | of zelfs meer | of groter | ten minste | +
    """),
            Qualifier.AT_LEAST,
        ),
        **dict.fromkeys(
            listed("""
        of minder | en minder | of korter | of lager | maximum | maximaal | hoogstens | ten hoogste | of
        kleiner | hooguit | max. | max
    """),
            Qualifier.UP_TO,
        ),
        **dict.fromkeys(
            listed("ongeveer | of daaromtrent | of zo | bij benadering | naar schatting | zowat | plusminus | -tal"),
            Qualifier.ABOUT,
        ),
    },
    adverbs_behind={
        **dict.fromkeys(listed("bijna haast nagenoeg vrijwel"), Qualifier.NEARLY),
        "ruim": Qualifier.MORE_THAN,
    },
    reflexives=words("zich"),
    look_alikes=(
        LookAlike(
            "tot",
            after=words("""
        steeg stijgt stijgen gestegen stijging groeide groeit groei groeien gegroeid toename toegenomen
        daalde daalt dalen daling gedaald zakte zakt gezakt zakken terug verhoogd verhogen verhoogt
        verlaagd verlagen verlaging verhoging opgelopen loopt liep oplopen opgetrokken uitbreiden
        uitgebreid krimpt kromp gekrompen gekelderd afgenomen nam naar % procent slonk slonken slinkt geslonken
        herleid herleidt herleidde verhoogde verhoogden verlaagde verlaagden groeiden stegen daalden zakten liepen
        teruggebracht teruggevallen teruggelopen teruggeschroefd
    """)
            | frozenset(_MULTIPLES),
        ),
        LookAlike("goed", after=words("is was waren zijn"), unless_after=words("een bijna")),
        LookAlike("tot", units=words("hours"), after=words("van")),
        LookAlike("zeker", after=words("is niet")),
        LookAlike("binnen", units=words("years")),
    ),
    qualifying_verbs=frozenset(_EXCEED),
    inner_qualifiers={
        **dict.fromkeys(listed("goed goede ruim ruime dik dikke"), Qualifier.MORE_THAN),
        **dict.fromkeys(listed("klein kleine krap krappe"), Qualifier.NEARLY),
        "slordige": Qualifier.ABOUT,
        **dict.fromkeys(listed("vol volle heel hele extra bijkomend bijkomende"), Qualifier.EXACTLY),
    },
    arriving_qualifiers=words(
        "onder | onder de | boven | boven de | beneden | beneden de | ruim boven de | net onder de"
    ),
    fillers=words("de het een van hun zijn"),
    softeners=words("""
        iets | net | ver | veel | heel | fors | flink | een pak | wat | nét | een beetje | lichtjes |
        beduidend | nipt | zeer | aanzienlijk
    """),
    to=words("tot | à | tot en met | t/m | tot zelfs | tot ongeveer | tot wel | tot maximaal"),
    or_=words("of"),
    between=words("tussen | tussen de | tussen ongeveer | tussen circa | ergens tussen de | tussen zo'n"),
    between_and=words("en | tot"),
    buts=words("en maar"),
    from_=words("van | van zo'n | van ongeveer | van ruim | van bijna"),
    rising=words("""
        steeg stegen stijgt stijgen gestegen stijging groeide groeiden groeit groei groeien gegroeid toename toegenomen
        toenemen klom klommen klimt klimmen geklommen sprong sprongen springt verhoogd verhoging verhogen verhoogt
        verhoogde verhoogden omhoog hoger opgelopen oplopen aangroei uitbreiding uitgebreid
        uitbreiden aantrekken opgetrokken optrekken versterkt versterkte vermeerderd plus won wonnen wint winnen
        gewonnen verduurd duurder schoot schoten schiet veerde veren opgeveerd verbeterde verbetert verbeterd
    """),
    falling=words("""
        daalde daalt dalen daling gedaald daalden zakte zakten zakt zakken gezakt afname afgenomen afnemen
        kelderde kelderden keldert kelderen gekelderd verlaagd verlaging verlagen verlaagt verlaagde verlaagden
        verloor verloren verliest verliezen krimp kromp krompen krimpt gekrompen krimpen viel vielen valt vallen
        gevallen terugval dook doken duikt duiken gedoken omlaag verminderd verminderde verminderden vermindering
        verminderen vermindert inkrimping terugloop slonk slonken slinkt slinken geslonken reductie tuimelde
        tuimelden tuimelt getuimeld stortte stortten gezakt goedkoper verzwakte verzwakt schroefde kortte
    """),
    changing=words("""
        liep liepen loopt lopen
        gaat ging gingen gaan gegaan brengt bracht brachten brengen gebracht neemt nam namen nemen evolueerde evolueert
        teruggebracht bijgesteld
    """),
    particles={"toe": "up", "op": "up", "omhoog": "up", "af": "down", "terug": "down", "omlaag": "down"},
    by=words("""
        met | van | zo'n | n | zo | ' | maar | liefst | ongeveer | bijna | ruim | meer | dan | nog |
        eens | wel | een | nog eens | zowat
    """),
    by_how_much=words("met"),
    becoming=words("tot naar op"),
    adverb_endings=listed("lijk lijks"),
    minus=words("min minus"),
    units={
        **{word: code for word, code in unit_words("nl").items() if "-" not in word and word not in words("pond inch")},
        **currency_words("nl"),
        **dict.fromkeys(listed("procent | percent | ten honderd | pct | p.c."), "%"),
        **dict.fromkeys(
            listed("""
        procentpunt procentpunten percentpunt percentpunten procentpuntje procent-punt %-punt %-punten
        punten punt pp
    """),
            "pp",
        ),
        **dict.fromkeys(listed("basispunten basispunt"), "bp"),
        **dict.fromkeys(listed("euro euro's euros"), "EUR"),
        **dict.fromkeys(
            listed("dollar | dollars | dollar's | amerikaanse dollar | us dollar | amerikaanse dollars"), "USD"
        ),
        **dict.fromkeys(("canadese dollar",), "CAD"),
        **dict.fromkeys(
            listed("""
        hongkongse dollar | hongkong-dollar | hongkongdollar | hongkong dollar | hong kong dollar
    """),
            "HKD",
        ),
        "australische dollar": "AUD",
        **dict.fromkeys(listed("pond | ponden | britse pond | pond sterling | britse ponden"), "GBP"),
        **dict.fromkeys(listed("zwitserse frank | zwitserse franken"), "CHF"),
        **dict.fromkeys(listed("frank | belgische frank"), "BEF"),
        **dict.fromkeys(("gulden",), "NLG"),
        **dict.fromkeys(listed("yuan | renminbi | chinese yuan"), "CNY"),
        **dict.fromkeys(listed("yen | japanse yen"), "JPY"),
        **dict.fromkeys(listed("roebel roebels"), "RUB"),
        **dict.fromkeys(listed("roepie roepies"), "INR"),
        "zwitserse francs": "CHF",
        **dict.fromkeys(listed("cent eurocent centen"), "cents"),
        **dict.fromkeys(listed("vierkante meter | vierkante meters | vierkantemeter | m² | vierk. meter"), "m2"),
        **dict.fromkeys(listed("vierkante kilometer | vierkante kilometers"), "km2"),
        **dict.fromkeys(listed("kubieke meter | kuub"), "m3"),
        **dict.fromkeys(listed("kilometer kilometers"), "km"),
        **dict.fromkeys(listed("meter meters"), "m"),
        **dict.fromkeys(listed("mijl mijlen"), "mi"),
        **dict.fromkeys(listed("ton tonnen ton"), "t"),
        **dict.fromkeys(("megaton",), "Mt"),
        **dict.fromkeys(listed("hectare hectaren hectares"), "ha"),
        **dict.fromkeys(listed("kilo kilogram kilo's"), "kg"),
        **dict.fromkeys(listed("liter liters"), "l"),
        **dict.fromkeys(listed("megawattuur megawatturen"), "MWh"),
        **dict.fromkeys(("gigawattuur",), "GWh"),
        **dict.fromkeys(("terawattuur",), "TWh"),
        **dict.fromkeys(("kilowattuur",), "kWh"),
        **dict.fromkeys(listed("uur uren"), "hours"),
        **dict.fromkeys(listed("minuut minuten"), "min"),
        **dict.fromkeys(listed("seconde seconden"), "s"),
        **dict.fromkeys(listed("dag dagen"), "days"),
        **dict.fromkeys(listed("week weken"), "weeks"),
        **dict.fromkeys(listed("maand maanden"), "months"),
        **dict.fromkeys(listed("jaar jaren jarige jarig"), "years"),
        "w": "weeks",
        **dict.fromkeys(listed("decennium decennia"), "decades"),
        **dict.fromkeys(listed("eeuw eeuwen"), "centuries"),
        **dict.fromkeys(listed("vat vaten"), "barrels"),
        **dict.fromkeys(listed("graden graad"), "deg"),
        **dict.fromkeys(listed("megapixel megapixels"), "MP"),
        **dict.fromkeys(listed("deeltjes per miljoen | delen per miljoen"), "ppm"),
    },
    between_unit=words("komende volgende voorbije afgelopen eerste laatste volle extra lange opeenvolgende"),
    of=words("van"),
    per=words("per"),
    time_shifts=words("geleden eerder later voordien tevoren daarvoor"),
    point_words=words("punt punten"),
    months={**month_words("nl"), "mrt": 3, "sept": 9},
    year_words=words("""
        in | sinds | vanaf | tegen | jaar | begin | eind | einde | medio | half | zomer | winter |
        najaar | voorjaar | lente | herfst | tijdens | boekjaar | anno | vóór | ten opzichte van | in de
        loop van | tot in | en in | kwartaal
    """),
    date_openers=words("""
        begin | eind | einde | medio | half | midden | in | sinds | vanaf | eind van | het begin van |
        het einde van | begin van | zomer | najaar | voorjaar | in de zomer van | in het najaar van | in
        het voorjaar van | tegen eind | loop van
    """),
    date_parts=dict.fromkeys(listed("kwartaal | kwartalen | trimester"), 4)
    | dict.fromkeys(listed("semester | jaarhelft | helft van | halfjaar | helft"), 2),
    last_parts=words("laatste"),
    date_codes={"q": 4, "k": 4, "h": 2},
    decade_words=words("jaren | de jaren | jaren '"),
    decades={word: n for n, word in _TENS_OF.items()} | {"tien": 10},
    clock=words("uur 's ochtends | uur 's avonds | uur 's middags | uur 's morgens"),
    clock_before=words("om vanaf rond"),
    hour_words=words("uur u"),
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)}
    | {
        f"op {word} na {most}": n
        for word, n in (("een", 2), ("één", 2), ("twee", 3), ("drie", 4), ("vier", 5))
        for most in listed("grootste beste hoogste laatste rijkste belangrijkste langste oudste kleinste duurste")
    }
    | {f"{word}ste": n for n, word in _TENS_OF.items()}
    | {"honderdste": 100, "duizendste": 1000},
    ordinal_suffixes=words("e de ste"),
    superlatives="\\b\\w+ste\\b",
    magnitudes=rf"\b(?:miljoenen|miljarden)(?!nota)[a-z]{{3,}}|\bdubbele cijfers\b|\bdubbelcijferige?\b"
    rf"|\b(?:{_COUNTED})(?:jarenplan|koppige?)\w*",
    names_before=words("""
        sectie artikel art. hoofdstuk paragraaf bladzijde pagina figuur tabel versie fase niveau nummer
        nr. nr categorie type klasse kanaal route boeing airbus gate terminal zaal stap richtlijn
        verordening bijlage decreet tram kaai bel aex amx dax cac ftse nasdaq nikkei
        stoxx covid iso level game vlucht afrit zone
    """),
    street_words=words("straat laan weg plein"),
    idioms=words("""
        halve finale | halve finales | halve waarheid | halve maan | half om half | halfslachtig |
        halverwege | op de helft | één voor één | een voor een | een en ander | een van
        beide | een op een | één-op-één | nummer één | in één klap | in één keer | op één lijn | geen één | eenmaal
        | tweedehands | tweede handse | eerste hulp | eerste minister | ten eerste | ten tweede | ten
        derde | voor het eerst | eerste klas | derde wereld | derde partij | kwartfinale | kwartfinales
        | kwart over | kwartje | achtste finale | achtste finales | onder vier ogen | tussen vier muren
        | dubbelspel | dubbelrol | dubbel werk | dubbel gevoel | dubbele nationaliteit | dubbele moraal
        | dubbele bodem | nul op het rekest | nultolerantie | duizend-en-een | duizend
        en een nacht | duizendpoot | met zijn tweeën | met z'n tweeën | 24/7 | in tweeën | acht slaan |
        in acht | vijf voor twaalf | elfendertig | van nul | vanaf nul | met z'n vieren | met zijn
        vieren | we vieren | vieren | viert  | gevierd | feest vieren | acht op | acht geven |
        geen acht | sloeg acht | in acht nemen | acht de | acht het | acht dit | acht dat | acht zich |
        acht ze | acht hij | acht zij | achten | acht mij | de elf in | elfen | de elf van | elftal |
        elftallen | in drieën | in vieren | alle vijf | niet alle vijf | wolk zeven | zeven zegels |
        zeven sloten | tien levens | tot tien | tot tien tellen | twaalf ambachten dertien ongelukken |
        twaalf ambachten | dertien ongelukken | twaalf markten thuis | van twaalf markten | dertien in
        een dozijn | dertiende in een dozijn | in een dozijn | honderdjarige | honderdjarigen |
        vijftiger | veertiger | dertiger | zestiger | twintiger | half werk | de helft van het verhaal |
        het halve verhaal | half leeg | half vol | halfleeg | halfvol | half klaar | dubbele rij | dubbele rijen |
        dubbele knoop | half gaar | een half oor |
        half oor | met een half oor | half ei | beter een half ei | een half woord | half begrip | halve
        maatregel | halve maatregelen | halve gare | een half mens | half en half | dubbel en dwars |
        lag dubbel | dubbel liggen | ligt dubbel | dubbel zien | dubbelganger | dubbelgangers |
        dubbelspion | dubbelzinnig | dubbeldekker | dubbel glas | dubbele cijfers | onder ons tweeën |
        wij tweeën | vier ogen | twee handen op één buik | twee vliegen in één klap | twee vliegen |
        twee maten | met twee maten | op twee gedachten | in twee werelden | tussen twee stoelen | drie
        keer raden | drie musketiers | driehoek | drieluik | vierkant | vijfsterren | zesde zintuig |
        zevende hemel | zeven plagen | zeven wereldwonderen | negen levens | tien geboden | op zijn
        elfendertigst | duizend angsten | duizend maal dank | duizend dank | honderd procent zeker van
        zijn stuk | nulmeting | nul op de meter | van nul af
    """),
    compounding=words("half halve dubbel dubbele"),
    compounded_units=words("prijs uur dozijn miljoen miljard jaar"),
    articles=words("een"),
    partitives=words("van"),
    plural_endings=listed("en s ën"),
    adjectives=words("""
        nieuwe andere grote kleine extra bijkomende voltijdse vaste tijdelijke directe indirecte
        internationale nationale lokale regionale buitenlandse belgische nederlandse vlaamse europese
        franse duitse chinese amerikaanse eigen goede betere eerste laatste vorige volgende komende
        jonge oude lange hoge lage vrije openstaande klassieke verschillende miljoen jaarlijkse
        dagelijkse digitale elektrische
    """),
    adjective_endings=listed("ige ische lijke bare elde erde iale ende nele"),
    function_words=words("""
        aan achter af al alle alles als anders bij beide ben bent binnen boven buiten daar daarna dan
        dat de deze die dit doch doen door dus echter een één elk elke en enkel er ergens geen gewoon
        had hadden hebben hebt heeft heel hem hen het hier hij hoe hun ik in is ja je kan kon konden
        kunnen maar mag me meer met mij minder moet moeten mocht naar na nadat naast net niet niets nog
        nu of om omdat onder ons onze ook op over per reeds s samen sinds t te tegen terwijl tijdens
        toch toen tot tussen u uit uw van vanaf veel via voor voordat vooral waar waaraan waarbij
        waardoor waarvan waarmee want waren was wat we weer wel werd werden wie wij wil willen word
        worden wordt zal zei zich zij zijn zo zoals zonder zou zouden zowel zullen terug toe
        uiteindelijk volgens alleen hoger lager later vroeger groter ouder tegenover
    """),
)


def _ordinal(value: int) -> str:
    return f"{value}e"


PRINTING = Printing(
    locale="nl_BE",
    one=("een", "één"),
    ordinal=_ordinal,
    money_short="{symbol} {figure}",
    currency_trims=("Amerikaanse ",),
)
SPEECH = Words(
    says=r"""(?:heeft|hebben|had|hadden) (?:gezegd|verklaard|aangekondigd|gemeld|bevestigd)|zegt|zeggen|zei|
            zeiden|meldt|melden|meldde|meldden|verklaart|verklaarde|stelt|stelde|benadrukt|benadrukte|verwacht|
            verwachtte|verwachten|gelooft|geloven|schrijft|schreef|voorspelt|voorspellen|schat|schatten|bevestigt|
            bevestigde|kondigde|kondigt|laat weten|liet weten|legt uit|vertelt|vertelde|waarschuwt|waarschuwde|
            rekent voor|belooft|beloofde|voegt toe|denkt|lichtte|licht toe|merkt op|merkte|reageert|
            reageerde|besluit""",
    according="volgens|aldus|zo|naar eigen zeggen van",
    pronouns="hij|zij|ze|het bedrijf|de groep|de onderneming",
    hedges="""zou|zouden|wil|willen|plant|plannen|gepland|geplande|verwacht|verwachte|kan|kunnen|moet|moeten|
            hoopt|mogelijk|naar verluidt|beoogt|van plan""",
    open=r"""wilde|wilden|kon|konden|moest|moesten|dient|dienen|plande|planden|plan|\w*doel(?:en|stelling|stellingen)?|
            streeft|streven|ambities?|voornemens?|bedoeling|bedoeld|verwacht\w*|verwachting\w*|hopen|hoopten?|gehoopt|beloo\w+|
            beloof\w+|belov\w+|beloft\w+|kondig\w+|aangekondigd\w*|aankondig\w+|aan te kondigen|voorspel\w+|schat|
            schatten|geschat\w*|schatting\w*|raming\w*|prognose\w*|misschien|wellicht|waarschijnlijk|vermoedelijk|
            suggereert|impliceert|impliceren""",
    besides="zo|stelt|stelde|denkt|voegt toe",
    unnamed="anonieme niet genoemde ongenoemde",
    articles="de|het|een|'t",
    several="enkele|een paar|verscheidene",
    alike=(
        "persoon personen mensen werknemer werknemers medewerkers personeelsleden",
        "baan banen job jobs arbeidsplaats arbeidsplaatsen",
        "vestiging vestigingen magazijn magazijnen site sites centra locaties",
        "bedrijf bedrijven onderneming ondernemingen firma's kmo's",
        "pakje pakjes pakket pakketten",
    ),
    singulars=(
        (r"([^aeiou])\1en", "$1"),
        ("([^aeiou]|^)([aeou])([bdfgklmnprst])en", "$1$2$2$3"),
        ("ven", "f"),
        ("zen", "s"),
        ("(?:en|s)", ""),
    ),
)
