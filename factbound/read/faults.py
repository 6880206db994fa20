"""Faults of form: what a model refuses, told in an editor's words with its place."""

import ast
import pathlib
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, get_args, get_origin

from pydantic import ValidationError

from factbound.problems import Code, WrongValue, did_you_mean
from factbound.read import entries
from factbound.read.entries import Entry

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Path: TypeAlias = tuple[str | int, ...]
Fault: TypeAlias = tuple[Path, WrongValue]
"""What a model refuses: the path of the value inside the entry, and what is wrong with it."""


E = TypeVar("E", bound=Entry)


def validated(model: type[E], value: object) -> tuple[E | None, list[Fault]]:
    """The entry that `value` makes, or None with every fault of it."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(_faults(model, error))


def _faults(model: type[Entry], error: ValidationError) -> Iterator[Fault]:
    seen: set[tuple[Path, Code]] = set()
    faults = error.errors(include_url=False)
    misnamed = {fault["loc"][:-1] for fault in faults if fault["loc"][-1:] == ("[key]",)}
    for fault in faults:
        path, kind = tuple(fault["loc"]), fault["type"]
        if path in misnamed:
            continue  # what stands under a key that is wrong was meant for another
        if kind == "too_short" and any(other["loc"][: len(path)] == path and other["loc"] != path for other in faults):
            continue  # the list is not empty: what is in it is wrong
        if _is_of_another_kind(fault, faults):
            continue
        wrong = _wrong(model, path, fault)
        if (path, wrong.code) not in seen:
            seen.add((path, wrong.code))
            yield path, wrong


def _is_of_another_kind(fault: "ErrorDetails", faults: "list[ErrorDetails]") -> bool:
    """Whether a value that may be words or a mapping of words is only told not to be the one that nobody meant: what is
    wrong with it as the other is told too."""
    path = fault["loc"]
    others = [other for other in faults if other is not fault and other["loc"][: len(path) - 1] == path[:-1]]
    if fault["type"] == "string_type" and isinstance(fault["input"], dict):
        return any(len(other["loc"]) > len(path) for other in others)
    beside = [other for other in others if len(other["loc"]) == len(path) and other["type"] != "missing"]
    return fault["type"] == "dict_type" and "[" in str(path[-1]) and any("[" in str(o["loc"][-1]) for o in beside)


def _wrong(model: type[Entry], path: Path, fault: "ErrorDetails") -> WrongValue:
    """What is wrong with a value, in an editor's words; a WrongValue that a validator raised is it."""
    match fault["type"]:
        case "extra_forbidden":
            return WrongValue(Code.UNKNOWN_KEY, f'there is no key "{path[-1]}" here', _key_hint(model, path))
        case "missing":
            return WrongValue(Code.MISSING_KEY, f'the key "{path[-1]}" is missing', _meaning(model, path))
        case "literal_error":
            choices = fault["ctx"]["expected"].replace(chr(39), "")
            nearest = did_you_mean(str(fault["input"]), re.split(", | or ", choices))
            return WrongValue(Code.BAD_VALUE, f"one of these has to stand here: {choices}", nearest)
        case kind if kind in {"too_short", "string_too_short"} or fault["input"] == "":
            return WrongValue(Code.BAD_VALUE, "something has to stand here", _meaning(model, path))
        case "dict_type" | "model_type" | "model_attributes_type":
            return WrongValue(Code.BAD_VALUE, "a mapping (key: value) has to stand here", _mapping_hint(model, path))
        case "tuple_type" | "list_type":
            how = f"write {path[-1]}: […], or a line with a hyphen for each"
            return WrongValue(Code.BAD_VALUE, "a list has to stand here", how)
        case "string_type":
            return WrongValue(Code.BAD_VALUE, "plain words have to stand here")
        case "string_pattern_mismatch":
            address = f'"{fault["input"]}" is no address'
            return WrongValue(Code.BAD_VALUE, address, "it starts with https:// or http://")
        case "int_parsing" | "greater_than_equal":
            return WrongValue(Code.BAD_VALUE, f'"{fault["input"]}" is no whole number')
        case "value_error" if isinstance(raised := fault["ctx"]["error"], WrongValue):
            return raised
    return WrongValue(Code.BAD_VALUE, fault["msg"])


# --- What a key means ------------------------------------------------------------------------------------------------


@cache
def descriptions() -> dict[str, dict[str, str]]:
    """The words under each key of each model, by class and by the name that is typed.

    They are read from the text of entries.py: pydantic can do so too, but does it at every start of the program.
    """
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(pathlib.Path(entries.__file__).read_text("utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        told = found[node.name] = {}
        for field, below in zip(node.body, node.body[1:], strict=False):
            match field, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                    told[vars(entries)[node.name].model_fields[name].alias or name] = " ".join(words.split())
    return found


def _meaning(model: type[Entry], path: Path) -> str | None:
    """What has to stand under the last key of `path`, as a hint; None where it is no key of a model."""
    if not path:  # a hyphen alone, where an entry starts
        needed = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
        return f"an entry has these keys at least: {', '.join(needed)}" if needed else None
    around = _model_at(model, path[:-1])
    if around is None:
        return _meaning(model, path[:-1])
    words = descriptions()[around.__name__].get(str(path[-1]), "")
    return f"{path[-1]}: {words[:1].lower()}{words[1:].rstrip('.')}" if words else None


def _mapping_hint(model: type[Entry], path: Path) -> str | None:
    """How the mapping that is wanted is written: with its keys, or with a language for each text."""
    around = _model_at(model, path[:-1])
    field = around.model_fields.get(str(path[-1])) if around and path else None
    kinds = {get_origin(part) or part for part in (field.annotation, *get_args(field.annotation))} if field else set()
    if inner := next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Entry)), None):
        return f"its keys: {', '.join(_keys_of(inner))}"
    return (
        _meaning(model, path)
        if path and path[-1] == "derive"
        else f"write {path[-1]}: {{en: …}}"
        if dict in kinds
        else None
    )


def _key_hint(model: type[Entry], path: Path) -> str | None:
    """The key that may have been meant: one of the same mapping, or of another part of the entry."""
    if not re.fullmatch(r"[a-z_]+", key := str(path[-1]), re.IGNORECASE):
        return "words that hold a comma need double quotes around them"
    around = _model_at(model, path[:-1])
    here = _keys_of(around) if around else []
    elsewhere = [key for each in [model, *_inner_models(model)] for key in _keys_of(each)]
    listed = f"its keys: {', '.join(here)}" if 0 < len(here) < 10 else None
    return did_you_mean(key, here) or did_you_mean(key, elsewhere) or listed


def _keys_of(model: type[Entry]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _inner_models(model: type[Entry]) -> Iterator[type[Entry]]:
    """The models that stand in the fields of a model."""
    for field in model.model_fields.values():
        yield from _in_annotation(field.annotation)


def _in_annotation(annotation: Any) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for part in get_args(annotation):
        yield from _in_annotation(part)


def _model_at(model: type[Entry], path: Path) -> type[Entry] | None:
    """The model of the mapping at `path` inside an entry; None where no model describes it."""
    at: type[Entry] | None = model
    for key in path:
        if isinstance(key, int):
            continue
        field = (
            next((field for name, field in at.model_fields.items() if (field.alias or name) == key), None)
            if at
            else None
        )
        at = next(_in_annotation(field.annotation), None) if field else None
    return at
