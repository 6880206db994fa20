"""The frame: what every page of the site has in common: its address, its title, navigation and assets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from markupsafe import Markup

from factbound.ledger import Ledger
from factbound.view.parts.citations import CiteView
from factbound.view.telling.links import NOT_FOUND, Links
from factbound.view.telling.teller import Teller

_NO_DATA = Markup()
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a published page may load: its own styles, fonts, pictures and the filter's script."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of a navigation; `current` is `page` for the page itself, `true` for a page above it, else empty."""

    label: str
    href: str
    current: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page."""

    path: str
    language: str
    site: str
    tagline: str
    title: str
    description: str
    canonical: str
    card: str
    """The address of its picture to share: its own, else that of its language's first page; empty where none is."""
    card_shows: str
    """What that picture says."""
    policy: str
    home: str
    root: str
    nav: tuple[NavItem, ...]
    more: tuple[NavItem, ...]
    languages: tuple[NavItem, ...]
    alternates: tuple[tuple[str, str], ...]
    assets: Mapping[str, str]
    preload: tuple[str, ...]
    """The paths of the fonts that pages ask for before they have read their style sheet."""
    rights: Markup
    """What others may do with the site, in a sentence that leads to the licence."""
    contact: str
    """Where readers report an error, as they see it; empty where nobody has said."""
    report: str
    """The address that begins a report of an error on this page; empty without a contact."""
    data: Markup
    """The page's data block; empty where it has none."""
    cite: CiteView | None
    twin: str
    """The name of its twin in Markdown, in its own folder; empty where it has none."""
    oembed: str
    """The address of what programs need to embed it (oEmbed); empty where it has none."""

    @property
    def whole(self) -> bool:
        """Whether the site has everything that goes with its pages: fact objects, frames, a page of the data."""
        return True

    @property
    def up(self) -> str:
        """The way to the index that this page stands under."""
        return "../"

    def asset(self, name: str) -> str:
        """The address of an asset, as seen from this page."""
        return f"{self.root}{self.assets[name]}"


@dataclass(frozen=True, slots=True)
class MenuStory:
    """A story as menus name it: its label, where it is, and which menu it stands in."""

    label: str
    url: str
    menu: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What frames are made from: the site's address, a teller for each language, the published names of assets, and
    every path that will exist."""

    site_url: str
    tellers: Mapping[str, Teller]
    menus: Mapping[str, tuple[MenuStory, ...]]
    """The stories of each language."""
    promises: bool
    """Whether the edition has promises, which have pages of their own."""
    assets: Mapping[str, str]
    paths: frozenset[str]
    policy: str
    """The content security policy that pages declare; empty while previewing, when the server adds a script of its
    own."""
    cards: frozenset[str] = frozenset()
    """The paths of the share cards that exist."""
    as_of: str = ""
    """The ISO day on which the edition was last read through; empty when not known."""
    preload: tuple[str, ...] = ()
    """The paths of the fonts that pages ask for early."""
    homes: Mapping[str, str] = field(default_factory=dict)
    """The title of each language's first page, which its picture shows."""


def frame(
    plan: Plan,
    tell: Teller,
    path: str,
    title: str,
    description: str,
    *,
    data: Markup = _NO_DATA,
    cite: CiteView | None = None,
    twin: str = "",
    oembed: str = "",
) -> Frame:
    """The frame of the page at `path`, with what others take from it: its data block, its reference, its twin and the
    address of its oEmbed answer."""
    ledger, language, menu = tell.ledger, tell.language, plan.menus[tell.language]
    links = Links(path, language, base=urlsplit(plan.site_url).path or "/" if path == NOT_FOUND else "")
    tail = path.removeprefix(f"{language}/")
    languages = tuple(
        NavItem(
            plan.tellers[code].word("language"),
            links.to(f"{code}/{tail}" if f"{code}/{tail}" in plan.paths else f"{code}/"),
            "true" if code == language else "",
            code,
        )
        for code in ledger.languages
    )
    own, home = f"{path}card.png", f"{language}/card.png"
    shared = (own, home) if plan.site_url and path != NOT_FOUND else ()
    picture = next((each for each in shared if each in plan.cards), "")
    return Frame(
        path=path,
        language=language,
        site=tell.word("site") or ledger.title,
        tagline=tell.word("tagline"),
        title=title,
        description=description,
        canonical=f"{plan.site_url}{path}" if plan.site_url and path != NOT_FOUND else "",
        card=f"{plan.site_url}{picture}" if picture else "",
        card_shows=title if picture == own else plan.homes.get(language, ""),
        policy=plan.policy,
        home=links.to(f"{language}/"),
        root=links.root,
        nav=(
            *(_item(story, path, links) for story in menu if story.menu == "main"),
            *((_section("promises", path, tell, links),) if plan.promises else ()),
            _section("facts", path, tell, links),
            _section("sources", path, tell, links),
        ),
        more=(
            *(_item(story, path, links) for story in menu if story.menu == "foot"),
            *(_section(name, path, tell, links) for name in ("search", "charts", "corrections")),
        ),
        languages=languages if len(languages) > 1 else (),
        alternates=alternates(plan, ledger, path) if plan.site_url else (),
        assets=plan.assets,
        preload=plan.preload,
        rights=_rights(tell),
        contact=ledger.contact.shown if ledger.contact else "",
        report=report(tell, title, f"{plan.site_url}{path}"),
        data=data,
        cite=cite,
        twin=twin,
        oembed=oembed,
    )


def alternates(plan: Plan, ledger: Ledger, path: str) -> tuple[tuple[str, str], ...]:
    """The page at `path` in each language that has it, and its first for readers of any other (`x-default`); nothing
    where there is one."""
    language, _, rest = path.partition("/")
    tail = rest if language in ledger.languages else path
    found = [(code, f"{plan.site_url}{code}/{tail}") for code in ledger.languages if f"{code}/{tail}" in plan.paths]
    return (*found, ("x-default", found[0][1])) if len(found) > 1 else ()


def report(tell: Teller, title: str, page: str) -> str:
    """The address that begins a report of an error on the page of this title and address; empty without a contact."""
    contact, colon = tell.ledger.contact, tell.word("colon")
    if contact is None:
        return ""
    asked = (tell.word(f"report-{key}") + colon for key in ("wrong", "shown"))
    lines = (f"{tell.word('report-page')}{colon} {page}", *asked)
    return contact.report(f"{tell.word('report-title')}{colon} {title}", "\n\n".join(lines))


def _rights(tell: Teller) -> Markup:
    """What the foot of a page says of rights."""
    licence = tell.ledger.licence
    if licence is None:
        return Markup.escape(tell.rights)
    before, _, after = tell.word("license", license="\0").partition("\0")
    link = Markup('<a rel="license" href="{}">{}</a>').format(licence.address, licence.name)
    return Markup("{}{}{}").format(before, link, after)


def menus(ledger: Ledger) -> dict[str, tuple[MenuStory, ...]]:
    """The stories of each language that menus name, as they name them."""
    return {
        language: tuple(
            MenuStory(story.nav, story.url, story.menu)
            for story in ledger.stories
            if story.language == language and story.in_menus
        )
        for language in ledger.languages
    }


def home_titles(ledger: Ledger, tellers: Mapping[str, Teller]) -> dict[str, str]:
    """The title of each language's first page, where it has one."""
    return {
        story.language: tellers[story.language].phrase(story.title)
        for story in ledger.stories
        if story.url == f"{story.language}/"
    }


def _item(story: MenuStory, path: str, links: Links) -> NavItem:
    return NavItem(story.label, links.to(story.url), "page" if story.url == path else "")


def _section(name: str, path: str, tell: Teller, links: Links) -> NavItem:
    top = f"{tell.language}/{name}/"
    return NavItem(tell.word(name), links.to(top), "page" if path == top else "true" if path.startswith(top) else "")
