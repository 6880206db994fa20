"""A promise as JSON: what was promised, its verdict, and the figures behind it with the files that tell each."""

import json
from collections.abc import Mapping
from typing import Any

from factbound.ledger import Ledger, Promise, Texts
from factbound.view.telling.links import object_path, promise_path
from factbound.view.telling.teller import Teller


def promise_json(promise: Promise, ledger: Ledger, tell: Mapping[str, Teller], site_url: str) -> bytes:
    """The promise's object, words in every language of the edition."""

    def texts(value: Texts | None) -> dict[str, str] | None:
        return {language: each.text(value) for language, each in tell.items()} if value else None

    reach = promise.reach
    told: dict[str, Any] = {
        "id": promise.id,
        "kind": promise.kind,
        "promise": texts(promise.promise),
        "by": promise.by.id,
        "made": str(promise.made),
        "due": str(promise.due) if promise.due else None,
        "due_known": texts(promise.due_known),
        "verdict": promise.verdict,
        "in_words": texts(promise.in_words),
        "doubt": texts(promise.doubt),
        "asked": texts(promise.asked),
        "looked": str(promise.looked),
        "reach": {
            "to": str(reach.to) if reach.to else None,
            "languages": list(reach.languages),
            "wordings": reach.wordings,
        }
        if reach
        else None,
        "told_elsewhere": promise.elsewhere,
        "facts": [figure.id for figure in promise.facts],
        "rests_on": [
            {"fact": each.figure.id, "differs": texts(each.differs), "excerpt": each.figure.excerpted}
            for each in promise.rests_on
        ],
        "beside": [figure.id for figure in promise.beside],
        "history": [
            {"verdict": each.verdict, "until": str(each.until), "why": texts(each.why)} for each in promise.history
        ],
        "pages": {language: f"{site_url}{promise_path(language, promise.id)}" for language in ledger.languages},
        "objects": {figure.id: f"{site_url}{object_path(figure.id)}" for figure in (*promise.facts, *promise.evidence)},
    }
    return (json.dumps(told, ensure_ascii=False) + "\n").encode()
