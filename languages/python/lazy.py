"""Imported before anything else, it makes programs start faster.

The Datadog bindings import the classes of every resource when any one is asked for, which takes most of the time of a
program. After ``import cdktf_datadog_rookout_lazy``, each submodule of the bindings is imported when it is first used.
Nothing else changes. Bindings that were imported before, and those that do this on their own, stay as they are.
"""

import importlib
import sys
import threading
import types
from importlib.machinery import ModuleSpec, SourceFileLoader

__all__ = []

_BINDINGS = ("cdktf_cdktf_provider_datadog", "cdktn_provider_datadog")


class _Placeholder(types.ModuleType):
    """Stands for a submodule while the bindings' ``__init__`` runs; who asks it for something gets the submodule's own."""

    def __getattr__(self, name):
        if name.startswith("__"):  # Python itself asks for such names, of every module that it makes.
            raise AttributeError(name)
        return getattr(_imported(self.__name__), name)


def _imported(name):
    if isinstance(sys.modules.get(name), _Placeholder):
        del sys.modules[name]
    return importlib.import_module(name)


class _Finder:
    """Comes before Python's own finders, and changes what they find for the bindings."""

    def __init__(self):
        #: The bindings whose ``__init__`` runs, with the thread that runs it.
        self._running = {}
        #: The submodules that were put off, by the names of the bindings.
        self._lazy = {}

    def find_spec(self, name, path=None, target=None):
        package, _, submodule = name.partition(".")
        if package not in _BINDINGS:
            return None
        if not submodule:
            return self._package(name, path, target)
        if not self._puts_off(package, submodule):
            return None
        self._lazy[package].append(submodule)
        return ModuleSpec(name, self)

    def _puts_off(self, package, submodule):
        if self._running.get(package) != threading.get_ident() or submodule in self._lazy[package]:
            return False
        return "." not in submodule and not submodule.startswith("_")

    def create_module(self, spec):
        return _Placeholder(spec.name)

    def exec_module(self, module):
        pass

    def _package(self, name, path, target):
        found = (finder.find_spec(name, path, target) for finder in sys.meta_path if finder is not self)
        spec = next(filter(None, found), None)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader.exec_module = lambda module: self._run(module, spec.loader)
        return spec

    def _run(self, package, loader):
        name = package.__name__
        del loader.exec_module
        self._running[name] = threading.get_ident()
        self._lazy[name] = []
        try:
            loader.exec_module(package)
        finally:
            del self._running[name]
            put_off = _cleared(name, self._lazy.pop(name))
        if put_off:
            _register(name, put_off)
            # jsii publishes the names of a module in another one, and keeps its own beside it.
            for module in {id(module): module for module in (package, sys.modules[name])}.values():
                _make_lazy(module, put_off)


def _cleared(package, submodules):
    """Takes the placeholders away; gives the names of those that were there."""
    names = [name for name in submodules if isinstance(sys.modules.get(f"{package}.{name}"), _Placeholder)]
    for name in names:
        del sys.modules[f"{package}.{name}"]
    return names


def _make_lazy(module, submodules):
    """Gives a module the attributes that it has not yet imported."""
    own = module.__dict__
    package = module.__name__
    for name in submodules:
        if isinstance(own.get(name), _Placeholder):
            del own[name]

    def __getattr__(name):
        if name in submodules:
            return importlib.import_module(f"{package}.{name}")
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    own["__getattr__"] = __getattr__
    own["__dir__"] = lambda: sorted({*own, *submodules} - {"__getattr__", "__dir__"})


def _register(package, submodules):
    """Tells jsii where to find the classes of objects that come from Node."""
    known = importlib.import_module("jsii._reference_map")
    for assembly, module in known._assembly_to_module.items():
        if module == package:
            for name in submodules:
                known._submodule_fqn_map[f"{assembly}.{_camel(name)}"] = f"{package}.{name}"


def _camel(name):
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


sys.meta_path.insert(0, _Finder())
