"""Robots: whether a host lets programs such as this one read a page. Source: RFC 9309, the Robots Exclusion
Protocol."""

from urllib.parse import urlsplit

from protego import Protego

from factbound.network.fetching import Answer, Fetcher, NoAnswer, NoHost
from factbound.network.page import text_of


class Robots:
    """The robots.txt of each host, asked for once.

    As RFC 9309 says, section 2.3.1: a host that has none (4xx) allows everything, one whose robots.txt cannot be
    reached (5xx, no answer) nothing. Of the rules the most
    specific counts, wildcards included, as section 2.2.2 says.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: dict[str, Protego | NoHost | NoAnswer] = {}

    def allow(self, address: str) -> bool | NoHost | NoAnswer:
        """Whether the page may be read; why nobody knows, when the host does not answer."""
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read(f"{host}/robots.txt")
        match self._rules[host]:
            case Protego() as rules:
                return rules.can_fetch(address, self._fetcher.manners.agent)
            case failure:
                return failure

    def _read(self, address: str) -> Protego | NoHost | NoAnswer:
        match self._fetcher.fetch(address):
            case Answer(status=status) as answer if status < 500 and status != 429:
                return Protego.parse(_bounded(text_of(answer)) if status == 200 else "")
            case Answer(status=status):
                return NoAnswer(f"its robots.txt answers {status}, so programs may not read it now")
            case failure:
                return failure


def _bounded(rules: str) -> str:
    """As much of a host's rules as is read, which RFC 9309 wants to be 500 kibibytes at least; without those rules
    whose asterisks would take for ever to try."""
    return "\n".join(rule for rule in rules[:512_000].splitlines() if rule.count("*") < 10)
