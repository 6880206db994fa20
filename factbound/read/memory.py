"""Memory: what was read in texts before. Reading takes most of a build in which one word has changed, and all texts but
one are the same as before."""

import io
import pickle
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, TypeVar, cast

from factbound.kept import Store, digest

T = TypeVar("T")


def remembered(store: Store | None, read: Callable[..., T], *of: Hashable) -> T:
    """What `read`, a function of a module that looks at nothing else, returns for `of`: as this process remembers it,
    or as the store does, which then remembers it for the next."""
    box = _box(read, of)
    if not box:
        box.append(read(*of) if store is None else _kept(store, read, of))
    return cast(T, box[0])


@lru_cache(4096)  # a preview reads all files at each change, and one of them has changed
def _box(read: Callable[..., object], of: tuple[Hashable, ...]) -> list[Any]:
    return []


def _kept(store: Store, read: Callable[..., T], of: tuple[Hashable, ...]) -> T:
    name = digest(read.__module__, read.__qualname__, *map(str, of))
    if (found := store.get(name)) is not None:
        return cast(T, pickle.loads(found))
    made = read(*of)
    data = io.BytesIO()
    _Pickler(data).dump(made)
    store.put(name, data.getvalue())
    return made


class _Pickler(pickle.Pickler):
    """Takes a dataclass apart into what it is made from: putting it together so takes a third of the time."""

    def reducer_override(self, thing: object) -> Any:
        if is_dataclass(thing) and not isinstance(thing, type):
            return type(thing), tuple(getattr(thing, each.name) for each in fields(thing))
        return NotImplemented
