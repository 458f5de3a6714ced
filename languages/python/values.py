"""jsii's calls, with their values checked before they are sent to Node as JSON.

Without the check, NaN ends jsii's process, a set ends in an error that does not say where it is, and a dict in a list of
options loses the names that have an underscore.
"""

import datetime
import math
import typing

from jsii import *
from jsii import kernel

#: Dashboards have about 15 levels. At some 150, jsii's own recursion ends at Python's limit.
_DEEPEST = 100


def create(klass, instance, args):
    return kernel.create(klass, instance, _checked(args, args))


def invoke(instance, method, args):
    return kernel.invoke(instance, method, _checked(args, [instance]))


def sinvoke(klass, method, args):
    return kernel.sinvoke(klass, method, _checked(args, args))


def _checked(args, place):
    """The arguments as they are sent; an error begins with the construct, where the place begins with one."""
    try:
        return [_sent(arg, "", 0) for arg in args]
    except ValueError as error:
        raise ValueError(f"{_construct(*place)}{error}") from None


def _construct(scope=None, id=None, *_):
    node = getattr(scope, "node", None)
    if node is None:
        return ""
    path = [part for part in (node.path, id) if part and isinstance(part, str)]
    return f"[{'/'.join(path)}] "


def _sent(value, path, depth):
    if depth > _DEEPEST:
        _fail("", "a value is in itself, or far too deep", "Pass it as JSON text")
    if isinstance(value, dict):
        return {_name(name, path): _sent(item, _join(path, name), depth + 1) for name, item in value.items()}
    if isinstance(value, list):
        return [_sent(item, f"{path}[{index}]", depth + 1) for index, item in enumerate(value)]
    if isinstance(value, float) and not math.isfinite(value):
        _fail(path, f"{value} is not a number that JSON has", "Pass a finite number")
    if hasattr(value, "__jsii_name_mapping__"):
        for name, item in value._values.items():
            value._values[name] = _sent(_structs(value, name, item), _join(path, name), depth + 1)
    elif not isinstance(value, _KNOWN) and not _is_of_jsii(value):
        fix = "Pass a dict, a list, text, a number, True, False or None"
        _fail(path, f"{value!r} is of the type {type(value).__name__}, which JSON does not have", fix)
    return value


#: What jsii sends without a look into it. It sends dates too, and the library refuses them.
_KNOWN = (str, int, float, type(None), datetime.datetime)


def _is_of_jsii(value):
    return hasattr(value, "__jsii_type__") or hasattr(value, "__jsii_ifaces__")


def _name(name, path):
    if not isinstance(name, str):
        _fail(path, f"{name!r} is a name in a dict, and names are text in JSON", "Write it as text")
    return name


def _structs(options, name, value):
    """A list of options with its dicts made what they stand for: jsii does so only outside of lists."""
    if not isinstance(value, list) or not any(isinstance(item, dict) for item in value):
        return value
    struct = _struct_in(typing.get_type_hints(type(options).__init__)[name])
    return value if struct is None else [struct(**item) if isinstance(item, dict) else item for item in value]


def _struct_in(hint):
    if hasattr(hint, "__jsii_name_mapping__"):
        return hint
    return next(filter(None, map(_struct_in, typing.get_args(hint))), None)


def _join(path, name):
    return f"{path}.{name}" if path else name


def _fail(path, problem, fix):
    raise ValueError(f"{path}: {problem}. {fix}." if path else f"{problem}. {fix}.")
