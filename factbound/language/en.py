"""English: what the reader of amounts has to know. Sources: the grammar of numerals; CLDR for units, currencies and
months; style books
of newspapers for abbreviations (bn, m, pc) and qualifiers."""

from fractions import Fraction

from factbound.language.cldr import currency_words, month_words, unit_words
from factbound.language.lexicon import Lexicon, LookAlike, listed, words
from factbound.language.printing import Printing
from factbound.language.speech import Words
from factbound.values.quantities import Qualifier

_SMALL = listed("""
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen
    """)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_DENOMINATORS = listed("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_ORDINALS = listed("""
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """)
_UNHYPHENED = {
    f"{tens}{unit}": 10 * n + m for n, tens in enumerate(_TENS, 2) for m, unit in enumerate(_SMALL[1:10], 1)
} | {"fourty": 40, "ninty": 90}
"""Slips that editors make, and what a soft hyphen leaves of forty-two."""
_CARDINALS = (
    _UNHYPHENED
    | {word: n for n, word in enumerate(_SMALL) if n != 1}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
)
_TENS_ORDINAL = {
    f"{tens}-{ordinal}": 10 * n + m for n, tens in enumerate(_TENS, 2) for m, ordinal in enumerate(_ORDINALS[:9], 1)
}
_DURATIONS = words("years months weeks days hours min s")
_MORE = """
        more than | over | above | exceeding | in excess of | upwards of | upward of | greater than |
        higher than | larger than | bigger than | longer than | older than | north of | surpassing |
        topping | beyond | better than | surpassed | exceeded | exceeds | exceed | topped | tops |
        passed | beat | no fewer than just over | north of the | more than the | over than | well over |
        outnumber | a good | above the | over the | past the
    """
_AT_LEAST = """
        at least | at the very least | at a bare minimum | at the minimum | a bare minimum of |
        as few as | as little as | as low as | no less than | not less than | no fewer than | not fewer
        than | nothing less than | nothing under |
        nothing below | a
        minimum of | minimum of | minimum | starting at | a low of | a floor of | a lower limit of |
        from at least | or more than | not
        under | not below
    """
_ABOUT = """
        about | around | approximately | approx. | approx | roughly | some | circa | ca. | c. | an
        estimated | estimated | estimated at | in the region of | in the order of | of the order of | on
        the order of | in the neighbourhood of | in the neighborhood of | or so | ~ | ≈ | barely |
        around the | about the | somewhere around | the best part of about | something like |
        about as many as | just about |
        more or less | give or take | pretty much | perhaps | maybe | not far from | in the vicinity of |
        in the ballpark of | closer to | nearer |
        nearer to | hardly | scarcely | almost exactly | essentially | effectively | ± | +/-
    """
_NEARLY = """
        nearly | almost | close to | approaching | nearing | just shy of | shy of | just short of |
        short of | not quite | virtually | practically | as good as | next to | the best part of |
        nigh on | nigh upon | near- | nudging | neared | approached | nearly reached | close on |
        getting on for | verging on | not far off | not far short of
    """
_LESS = """
        less than | fewer than | under | below | lower than | smaller than | beneath | south of |
        not even | younger than | shorter than | inside | sub- | sub | within less than
    """
_UP_TO = """
        up to | at most | at the most | max | max. | no more than | not more than | not exceeding | not over |
        a maximum of |
        maximum of | maximum | as many as | as much as | as high as | capped at | a cap of | a ceiling of |
        an upper limit of | a limit of | no greater
        than | no higher than | no longer than | nothing over | nothing above | not above | not to exceed | does not
        exceed | do not
        exceed | did not exceed | must not exceed | cannot exceed | not exceed | limited to | until
    """
_SEVERAL = "several|a few|many|various|multiple|the low|the high|a couple of|couple of"


def _table(words: str, qualifier: Qualifier) -> dict[str, Qualifier | None]:
    return dict.fromkeys(listed(words), qualifier)


_QUALIFIERS: dict[str, Qualifier | None] = (
    _table(_MORE, Qualifier.MORE_THAN)
    | _table(_AT_LEAST, Qualifier.AT_LEAST)
    | _table(_ABOUT, Qualifier.ABOUT)
    | _table(_NEARLY, Qualifier.NEARLY)
    | _table(_LESS, Qualifier.LESS_THAN)
    | _table(_UP_TO, Qualifier.UP_TO)
    | _table("near the | close to the", Qualifier.NEARLY)
    | _table("below the | under the", Qualifier.LESS_THAN)
    | _table(_SEVERAL, Qualifier.SEVERAL)
    | {
        ">": Qualifier.MORE_THAN,
        "<": Qualifier.LESS_THAN,
        "≥": Qualifier.AT_LEAST,
        "≤": Qualifier.UP_TO,
        ">=": Qualifier.AT_LEAST,
        "<=": Qualifier.UP_TO,
    }
    | dict.fromkeys(
        listed("""
        all over | game over | until | passed | beat | come about | comes about | came about | talk
        about | talks about | talked about | talking about | think about | worried about | questions
        about | news about | concerns about | story about | information about | inside
    """),
        None,
    )
)
_BEFORE_MARKS = listed("around | about | above | over | past | near | close to | below | under")
_COUPLES = {
    f"{article}couple of {word}": Fraction(2 * size)
    for word, size in (("hundred", 100), ("thousand", 1000), ("million", 10**6), ("dozen", 12))
    for article in ("a ", "")
}
LEXICON = Lexicon(
    code="en",
    name="English",
    decimal_mark=".",
    cardinals=_CARDINALS,
    ones=words("one"),
    hundreds=words("hundred"),
    scales={
        "thousand": 10**3,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "quadrillion": 10**15,
        "quintillion": 10**18,
        **dict.fromkeys(listed("lakh lac"), 10**5),
        "crore": 10**7,
        **dict.fromkeys(listed("lakhs lacs"), 10**5),
        "crores": 10**7,
    },
    short_scales={
        "k": 10**3,
        "K": 10**3,
        "M": 10**6,
        "mn": 10**6,
        "mln": 10**6,
        "mio": 10**6,
        "bn": 10**9,
        "Bn": 10**9,
        "BN": 10**9,
        "bln": 10**9,
        "tn": 10**12,
        "trn": 10**12,
        "mil": 10**6,
        "MM": 10**6,
    },
    money_scales={
        "m": 10**6,
        "b": 10**9,
        "B": 10**9,
        "T": 10**12,
        "t": 10**12,
        "MN": 10**6,
        "Mn": 10**6,
        "cr": 10**7,
        "Cr": 10**7,
    },
    joins={ten: frozenset(range(1, 10)) for ten in range(20, 100, 10)},
    ands=words("and"),
    and_after_hundreds=True,
    decimal_words=words("point"),
    noughts=words("oh o nought naught"),
    half_tails=words("and a half | and-a-half | -and-a-half | and one half | and one-half"),
    denominators={"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: n for n, word in enumerate(_DENOMINATORS, 3)}
    | {f"{word}s": n for n, word in enumerate(_DENOMINATORS, 3)}
    | {"twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100},
    ordinal_denominators=frozenset({*_DENOMINATORS, "twentieth", "hundredth"}),
    plural_denominators=True,
    part_followers=words("""
        of more less higher lower fewer larger smaller bigger cheaper than on in at by from since to and or as over
        compared
        within during between this last
    """),
    plain_parts={"half": Fraction(1, 2), "a half": Fraction(1, 2), "one half": Fraction(1, 2)},
    out_of=words("in | out of | in every | out of every | of every"),
    out_of_with_noun=words("in | out of | in every | out of every"),
    out_of_means_within=True,
    every=words("every"),
    multiples={
        **dict.fromkeys(
            listed("""
        double | doubled | doubles | doubling | twice as | twice the | twice that | twice its | twice
        what | twofold | two-fold | double the
    """),
            Fraction(2),
        ),
        **dict.fromkeys(
            listed("triple tripled triples tripling threefold three-fold treble trebled trebling thrice"), Fraction(3)
        ),
        **dict.fromkeys(listed("quadruple quadrupled quadrupling quadruples fourfold four-fold"), Fraction(4)),
        **dict.fromkeys(listed("quintuple quintupled fivefold five-fold"), Fraction(5)),
        **{f"{word}{dash}fold": Fraction(n) for n, word in enumerate(_SMALL[6:13], 6) for dash in ("", "-")},
        "hundredfold": Fraction(100),
        **dict.fromkeys(listed("halved halving halves halve"), Fraction(1, 2)),
    },
    often={"twice": 2, "thrice": 3},
    like=words("as"),
    much=words("much many few"),
    fixed=_COUPLES,
    fixed_roughly=frozenset(_COUPLES),
    falling_multiples=words("halved halving halves halve"),
    times=words("times x fold × -fold"),
    multiplied={
        "multiplied by": "up",
        "divided by": "down",
        "by a factor of": "",
        "multiplying by": "up",
        "a factor of": "",
    },
    collectives={
        "dozen": (12, False),
        **{
            f"{word} of": (n, False)
            for n, word in ((3, "trio"), (4, "quartet"), (5, "quintet"), (6, "sextet"), (7, "septet"), (8, "octet"))
        },
        "gross of": (144, False),
        "score of": (20, True),
    },
    plurals={
        "dozens": 12,
        "scores of": 20,
        "tens": 10,
        "hundreds": 100,
        "thousands": 10**3,
        "millions": 10**6,
        "billions": 10**9,
        "trillions": 10**12,
        **{f"multi{dash}{word}": size for dash in ("", "-") for word, size in (("million", 10**6), ("billion", 10**9))},
        "lakhs": 10**5,
        "crores": 10**7,
    },
    qualifiers=_QUALIFIERS,
    qualifiers_after={
        **dict.fromkeys(
            listed("""
        or more | and more | or over | or higher | or greater | or above | at least | and up | and over
        | and above | minimum | or longer | or better | upwards | plus | at a minimum | and counting
    """),
            Qualifier.AT_LEAST,
        ),
        **dict.fromkeys(
            listed("""
        or less | or fewer | or under | or lower | at most | maximum | or below | max | tops | at the
        most | at a maximum
    """),
            Qualifier.UP_TO,
        ),
        **dict.fromkeys(
            listed("""
        or so | approximately | approx. | approx | or thereabouts | give or take | roughly | more or less | -odd | odd |
        -ish | ish | -some | some-odd | -something
    """),
            Qualifier.ABOUT,
        ),
    },
    adverbs_ahead={"all but": Qualifier.NEARLY},
    adverbs_behind=dict.fromkeys(listed("almost nearly"), Qualifier.NEARLY),
    look_alikes=(
        LookAlike(
            "over",
            units=_DURATIONS,
            unless_after=words("""
        just for well in a lasted lasts takes took of to is was are be only little slightly at
    """),
            unless_before=words("old ago later earlier long away"),
        ),
        *(LookAlike(f"{word} the", unless_before=words("mark level threshold")) for word in _BEFORE_MARKS),
        LookAlike("under", after=words("section article chapter")),
        LookAlike("above", after=words("see paragraph")),
        LookAlike("until", units=words("years")),
    ),
    qualifying_verbs=words("exceeds exceed exceeded exceeding topped tops surpassed surpassing approached neared"),
    inner_qualifiers={
        "good": Qualifier.MORE_THAN,
        **dict.fromkeys(listed("full mere cool whole further whopping staggering record"), Qualifier.EXACTLY),
    },
    arriving_qualifiers=words("above | below | beyond | north of | south of | as low as | as high as"),
    fillers=words("the a an its their"),
    softeners=words("""
        just | slightly | well | a little | little | a bit | far | much | significantly | considerably |
        only | only just | already | somewhat | marginally | substantially | way | very
    """),
    to=words("""
        to | through | till | up to | to about | to around | to nearly | to as much as | to as many as |
        to more than | to-
    """),
    or_=words("or"),
    between=words("""
        between | in between | anywhere between | somewhere between | between about | between roughly |
        anywhere from | ranging from | range from | ranges from | between the
    """),
    between_and=words("and to"),
    buts=words("and but"),
    from_=words("from | from about | from around | from nearly | from just | from an estimated"),
    rising=words("""
        rise rises rose risen rising grow grows grew grown growing increase increases increased
        increasing climb climbs climbed climbing jump jumps jumped jumping soar soars soared soaring
        surge surges surged surging gain gains gained gaining up advance advances advanced advancing add
        adds added adding leap leaps leapt expand expands expanded swell swelled raise raises raised
        raising lift lifts lifted boost boosts boosted rally rallied rallies improve improved improves
        edged inched rebound rebounded rebounds skyrocket skyrocketed higher spike spiked upwards upward
        rocketed strengthened leaping soaring swelling swells expanding lifting boosting rallying improving
        rebounding spiking edging inching skyrocketing rocketing firmed widen widened widens appreciate
        appreciated appreciates accelerate accelerated accelerates escalate escalated
    """),
    price_changes=words("""
        up down add adds added adding gain gains gained gaining raise raises raised raising lift lifts lifted boost
        boosts boosted lose loses lost losing shed sheds cut cuts reduce reduced slash slashed
        lifting boosting shedding cutting slashing reducing shave shaved shaves
    """),
    falling=words("""
        fall falls fell fallen falling drop drops dropped dropping decline declines declined declining
        decrease decreases decreased decreasing down slip slips slipped slipping slide slides slid
        sliding sink sank sinks sunk plunge plunges plunged plunging tumble tumbled tumbles lose loses
        lost losing shed sheds shrink shrank shrinks shrunk dip dips dipped reduce reduces reduced
        reducing cut cuts slash slashed plummet plummeted plummeting ease eased lower lowered contract
        contracted dive dived slump slumped crash crashed weaken weakened retreated slipping sliding sinking tumbling
        shedding shrinking dipping cutting slashing
        lowering easing slumping crashing weakening contracting depreciate depreciated depreciates soften
        softened shave shaved shaves skid skidded sag sagged nosedive nosedived collapse collapsed
        collapses narrow narrowed narrows dwindle dwindled plummets slumps eases
    """),
    appended=words("up down"),
    gathering=words("raise raises raised raising"),
    changing=words("""
        change changed changes changing went go goes going moved move slow slowed slows slowing bring
        brought brings trimmed pushed pushing pushes took takes taking revised upgraded
    """),
    by=words("""
        by about another an a nearly almost more than as much over around some trending further roughly
        just well estimated additional only
    """),
    by_how_much=words("by"),
    index_words=words("points point"),
    becoming=words("to at reaching"),
    adverb_endings=("ly",),
    minus=words("minus negative"),
    units={
        **{word: code for word, code in unit_words("en").items() if word != "point"},
        **currency_words("en"),
        **dict.fromkeys(listed("percent | per cent | per-cent | pct | pc | p.c."), "%"),
        **dict.fromkeys(
            listed("""
        percentage points | percentage point | percentage-point | percent points | ppt | ppts | pps | %
        points | pp
    """),
            "pp",
        ),
        **dict.fromkeys(listed("basis points | basis point | basis-point"), "bp"),
        **dict.fromkeys(listed("dollar | dollars | u.s. dollars | u.s. dollar | american dollars | bucks"), "USD"),
        **dict.fromkeys(listed("pound | pounds | pounds sterling | quid | pound sterling"), "GBP"),
        **dict.fromkeys(("canadian dollars",), "CAD"),
        "australian dollars": "AUD",
        **dict.fromkeys(listed("yuan | renminbi | chinese yuan"), "CNY"),
        "yen": "JPY",
        "japanese yen": "JPY",
        **dict.fromkeys(listed("franc | francs | swiss francs"), "CHF"),
        **dict.fromkeys(listed("rupee rupees"), "INR"),
        **dict.fromkeys(listed("rouble roubles ruble rubles"), "RUB"),
        **dict.fromkeys(listed("shekel shekels"), "ILS"),
        **dict.fromkeys(listed("danish crowns | danish krone"), "DKK"),
        "swedish crowns": "SEK",
        "norwegian crowns": "NOK",
        "won": "KRW",
        **dict.fromkeys(listed("cent | cents | euro cents | eurocents"), "cents"),
        **dict.fromkeys(listed("penny pence p"), "pence"),
        **dict.fromkeys(
            listed("square feet | square foot | sq ft | sq. ft. | sq. ft | sqft | square-foot | sq feet"), "ft2"
        ),
        **dict.fromkeys(
            listed("""
        square metres | square metre | square meters | square meter | sq. meters | sq. metres | sq meters |
        sq m | sq. m | sq. m. | sqm | sq
        metres | square-metre | square-meter | metres squared | meters squared
    """),
            "m2",
        ),
        **dict.fromkeys(listed("square miles | square mile | sq mi | sq. mi. | sq miles"), "mi2"),
        **dict.fromkeys(listed("square kilometres | square kilometre | sq km"), "km2"),
        **dict.fromkeys(listed("kilometre kilometres kms"), "km"),
        **dict.fromkeys(listed("metre metres"), "m"),
        **dict.fromkeys(listed("centimetre centimetres"), "cm"),
        **dict.fromkeys(listed("millimetre millimetres"), "mm"),
        **dict.fromkeys(listed("hectare hectares"), "ha"),
        **dict.fromkeys(listed("acre acres"), "acres"),
        **dict.fromkeys(listed("litre litres"), "l"),
        "cubic metres": "m3",
        **dict.fromkeys(listed("tonne | tonnes | metric tons | metric ton | ton | tons"), "t"),
        **dict.fromkeys(listed("megatonnes megatons"), "Mt"),
        **dict.fromkeys(listed("pound-feet | pound-foot | foot-pounds | lb-ft | lb ft"), "lbft"),
        **dict.fromkeys(listed("megawatts megawatt"), "MW"),
        **dict.fromkeys(listed("megawatt-hours | megawatt hours | megawatt-hour"), "MWh"),
        **dict.fromkeys(listed("gigawatt-hours | gigawatt hours | gigawatt-hour"), "GWh"),
        **dict.fromkeys(listed("terawatt-hours | terawatt hours"), "TWh"),
        **dict.fromkeys(listed("kilowatt-hours | kilowatt hours"), "kWh"),
        **dict.fromkeys(listed("hour hours hrs hr"), "hours"),
        **dict.fromkeys(listed("minute minutes mins"), "min"),
        **dict.fromkeys(listed("second seconds secs"), "s"),
        **dict.fromkeys(listed("day days"), "days"),
        **dict.fromkeys(listed("week weeks"), "weeks"),
        **dict.fromkeys(listed("month months"), "months"),
        **dict.fromkeys(listed("year years yrs year's years'"), "years"),
        **dict.fromkeys(listed("decade decades"), "decades"),
        **dict.fromkeys(listed("century centuries"), "centuries"),
        **dict.fromkeys(listed("degrees celsius | degree celsius | celsius | degrees c"), "degC"),
        **dict.fromkeys(listed("degrees fahrenheit | fahrenheit"), "degF"),
        **dict.fromkeys(("miles per hour",), "mph"),
        "miles per gallon": "mpg",
        **dict.fromkeys(listed("megapixel megapixels"), "MP"),
        "parts per million": "ppm",
        "parts per billion": "ppb",
        "horsepower": "hp",
        "barrel": "barrels",
        "barrels": "barrels",
    },
    between_unit=words("""
        next past last coming previous full whole more additional further straight consecutive working
        long
    """),
    of=words("of"),
    per=words("per a an each every"),
    time_shifts=words("ago earlier later before after previously"),
    point_words=frozenset(),
    months={word: number for word, number in month_words("en").items() if word != "sep"} | {"sept": 9, "sep": 9},
    shy_months=words("may march mar jan dec jun jul"),
    months_have_capitals=True,
    day_after_month=True,
    year_words=words("""
        in | since | by | of | from | until | till | after | before | during | year | early | late | mid
        | summer | winter | spring | autumn | fall | end | fiscal | through | between | season | quarter
        | than in | back in | as of | fy | in the | the | its | his | her | their | this | that | and in
    """),
    date_openers=words("""
        early | late | mid | mid- | early in | late in | the end of | end of | the beginning of |
        beginning of | the start of | start of | the middle of | in | since | the summer of | summer |
        the spring of | the autumn of | the year | fiscal
    """),
    date_parts=dict.fromkeys(listed("quarter | quarters | quarter of"), 4)
    | dict.fromkeys(listed("half | halves | half-year | half of | half year | semester"), 2)
    | dict.fromkeys(listed("trimester"), 3),
    last_parts=words("last final closing"),
    date_codes={"q": 4, "h": 2},
    decade_names={f"{word[:-1]}ies": 10 * n for n, word in enumerate(_TENS, 2)},
    decade_words=frozenset(),
    decade_suffixes=words("s"),
    decades={},
    clock=words("am pm a.m. p.m. a.m p.m o'clock gmt"),
    clock_before=frozenset(),
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)}
    | _TENS_ORDINAL
    | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1000},
    ordinal_suffixes=words("st nd rd th"),
    magnitudes=r"\b(?:single|double|triple)[- ]digits?\b|\bmulti-?[mb]illion\w*|\bbaker['’]s dozen\b",
    superlatives="\\b\\w+est\\b|\\bmost\\b",
    names_before=words("""
        section | article | chapter | paragraph | page | figure | table | phase | level | version |
        number | no. | № | category | type | class | game | week | episode | route | highway | channel |
        flight | boeing | airbus | iphone | galaxy | windows | formula | gate | hall | building | room |
        terminal | apartment | suite | box | part | volume | issue | law | directive | regulation | rule
        | title | clause | schedule | annex | appendix | step | stage | track | platform | zone | model
        | series | grade | tier | last- | under- | round of | pier | dock | berth | bay | plot | lot | covid | covid-
        | id | hs |
        sp | s&p | asx | kospi | csi | nasdaq | russell | nikkei | topix | stoxx | cac | dax | ibex |
        iso | generation | group stage | area code | zip code | world war | fortune | ftse
    """),
    ranks_before=words("top bottom final"),
    street_words=words("street st road rd avenue ave lane boulevard blvd drive square highway zip"),
    idioms=words("""
        at one point | from one point | one another | no one | one by one | one-off | one off | one-stop | one-way |
        one-on-one |
        one-time | one-sided | one-size-fits-all | at one time | one thing | square one | half-hearted |
        half-heartedly | half-baked | half-time | half-truth | half-truths | half-brother | half-sister
        | half-life | half-mast | half way | half-way | better half | first-half | second-half |
        two-faced | two-way | two-tone | in two minds | twenty-something | thirty-something |
        nine-to-five | nine to five | 9-to-5 | 9 to 5 |  at sixes and sevens | cloud nine | the four corners |
        four-letter
        | on all fours | second thoughts | second thought | second-hand | second hand | second to none |
        third party | third-party | third parties | third world | first aid | first-class | first class
        | first name | first lady | first and foremost | split second | quarter-final | quarter-finals |
        quarter final | quarterfinal | quarter finals | close quarters | living quarters | double-edged
        | double check | double-check | double standards | double standard | double agent | double
        whammy | double-digit | double digit | double digits | double-click | double room | double bass
        | triple jump | triple-a | seven seas | seventh heaven | eleventh hour | eleventh-hour |
        million-dollar question | thousand island | catch-22 | 24/7 | this half | the other half | 9/11
        | 7-eleven | zero-sum | zero tolerance | ground zero | zero-emission | zero in on | from scratch
        | bbc one | one-third-party | fifty-fifty | fourth of july | the fourth estate | six-pack | high
        five | nine lives | one and all | one and the same | one and only | one or the other | the one |
        this one | that one | which one | each one | every one | any one | someone | one's | one must |
        one can | one could | one may | one might | one should | one would | one never | one does | one
        knows | loved ones | the ones | ones | new one | last one | first one | second one | next one |
        other one | same one | old one | good one | bigger one | better one | the only one | one such |
        as one | one has | one was | one will | one who | one which | in one go | at once | all at once
        | formula one | air force one | day one | number one | plan b | first of all | second life |
        second only | the two sides | the two of them | the two of us | double-checked | doubled down |
        doubles down | doubling down | double down | on the double | body double | body doubles | see
        double | seeing double | double back | doubled back | doubled up | double up | double entendre |
        double glazing | double meaning | double life | double act | doubles as a | doubling as a | double as a |
        doubles as an | double take | half-hour show | by
        halves | of two halves | half empty | half-empty | half full | half-full | half dead | half finished |
        half-finished |
        two places at once | once bitten, twice shy | once bitten twice shy |
        every second counts | every second of | ten to one | of two minds | double blow |
        double bill | double dose | double trouble | double bed | double chin | half measure | half measures |
        half the battle | half the story | half asleep | half a
        mind | half expected | half hoped | too clever by half | not half bad | whole nine yards | saves
        nine | nine days' wonder | dressed to the nines | thanks a million | one in a million |
        million-dollar | look like a million | zero-tolerance | zero hour | zero in | zeroed in | six of
        one and half a dozen of the other | two and two together | three cheers | two cents | two wrongs
        | two's company | two birds with one stone | in two shakes | two peas in a pod | it takes two |
        put two and two | two left feet | two-timing | three musketeers | three wise men | four winds |
        four-wheel drive | four letter word | five o'clock shadow | take five | six feet under | knock
        for six | seven-year itch | behind the eight ball | eight ball | ten a penny | ten commandments
        | ten out of ten for | a dime a dozen | baker's dozen | forty winks | life begins at forty |
        hundred-year war | thousand-yard stare | the thousand and one nights | a thousand thanks |
        thousand apologies | quarter past | quarter to | no quarter | headquarters | quartermaster | twenty-four seven
        | twenty four seven | 24-7 | twenty-four-seven |
        third degree | third wheel | third rail | back to square one | at one with | seven wonders
    """),
    compounding=words("half double triple twin zero"),
    compounded_units=words("price fare pay share size full empty"),
    articles=words("a an"),
    partitives=words("of"),
    function_words=words("""
        a about above across after again against all almost also although always am among an and another
        any anyone anything are around as at away back be because been before behind being below between
        both but by can cannot could did do does doing done down during each either else enough even
        ever every everyone everything few for from further get gets got had has have having he her here
        hers him his how however i if in instead into is it its itself just least less like made make
        makes many may me might mine more most much must my neither never next no nobody none nor not
        nothing now of off often on once one only onto or other others our out over own past per perhaps
        quite rather s said same say says see seem seemed seems several shall she should since so some
        somebody something soon still such t than that the their them themselves then there these they
        this those though through throughout till to today together tomorrow too took toward towards
        under until up upon us very was we well went were what when where whether which while who whom
        whose why will with within without would yesterday yet you your according compared including
        respectively apiece ago old later earlier higher lower stronger monday tuesday wednesday
        thursday friday saturday sunday despite amid via versus vs
    """),
    adjectives=words("""
        new old more other additional further different major big small large great many direct indirect
        permanent temporary full part full-time local international national regional global foreign
        good best early late current former next last past previous straight consecutive total average
        annual daily weekly monthly yearly record extra top key high low long short young own main
        single double net gross active skilled qualified digital physical commercial public private
        electric wild possible potential registered retail industrial logistics
    """),
    adjective_endings=listed("ic al ous ive ful less able ible ary ed ing ian ean ish est ese -"),
    plural_endings=listed("s people men women children staff"),
)


def _ordinal(value: int) -> str:
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


PRINTING = Printing(
    locale="en_GB",
    one=("a", "one"),
    one_of={"hours": ("an", "one")},
    ordinal=_ordinal,
    money="{symbol}{figure}",
    money_short="{symbol}{figure}",
)
SPEECH = Words(
    says="""(?:has |have |had )?(?:said|told|added|reported|announced|cautioned|noted|explained|estimated|stated|
            declared|confirmed|warned|claimed|argued|predicted|forecast|revealed|wrote|promised|insisted|concluded|
            stressed|emphasi[sz]ed|commented|remarked|acknowledged|pointed out)|
            says?|adds?|reports?|announces?|cautions?|notes?|explains?|estimates?|states?|confirms?|warns?|claims?|
            argues?|predicts?|forecasts?|believes?|thinks?|expects?|writes?|reckons?""",
    according="according to|in the words of|as per",
    pronouns="he|she|they|the company|the group|the firm",
    hedges="""plans?|planned|planning|aims?|aimed|could|would|might|may|should|expects?|expected|intends?|
            intended|hopes?|forecasts?|predicts?|estimated|reportedly|allegedly|is to|are to|set to|due to open""",
    open=r"""wants?|wanted|seeks?|sought|aiming|goals?|targets?|objectives?|ambitions?|intention|meant to|was to|
            were to|hop(?:es?|ed|ing)|promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)|announc(?:es?|ed|ing|ements?)|
            expectations?|estimates?|predict(?:s|ed|ions?)?|forecasted|possibl[ey]|perhaps|probabl[ey]|likely|can|due|suggests?|imply|
            implies|implied""",
    besides="adds?|states?|notes?",
    unnamed="unnamed anonymous",
    articles="the|an?",
    several="several|a few|a couple of",
    alike=(
        "person people worker workers employee employees staff members",
        "job jobs post posts position positions role roles",
        "site sites facility facilities warehouse warehouses centre centres center centers depot depots",
        "firm firms company companies business businesses",
        "parcel parcels package packages",
    ),
    singulars=(("ies", "y"), ("([sxz]|ch|sh)es", "$1"), ("s", "")),
)
