"""Checks, each in a process of its own, what the bindings are after `import cdktf_datadog_rookout_lazy`; prints a line each."""

import importlib
import os
import subprocess
import sys
import tempfile
import textwrap
import threading

BINDINGS = "cdktf_cdktf_provider_datadog"


def loaded():
    """The bindings' submodules that were executed."""
    end = "._private"
    names = [name[len(BINDINGS) + 1 : -len(end)] for name in sys.modules if name.startswith(BINDINGS) and name.endswith(end)]
    return sorted(name for name in names if name and name != "_jsii")


def only_what_is_asked_for():
    from cdktf_cdktf_provider_datadog.provider import DatadogProvider

    print(DatadogProvider.__name__, loaded())


def only_what_a_stack_needs():
    from cdktf import App, TerraformStack
    from cdktf_datadog_rookout import RookoutDashboard

    dashboard = RookoutDashboard(TerraformStack(App(), "stack"), "Dashboard", services=["cart"])
    print(type(dashboard.node.find_child("Resource")).__name__, loaded())


def by_attribute():
    import cdktf_cdktf_provider_datadog

    print(cdktf_cdktf_provider_datadog.monitor.Monitor.__name__, loaded())


def an_attribute_that_is_not_there():
    import cdktf_cdktf_provider_datadog

    try:
        cdktf_cdktf_provider_datadog.monitors
    except AttributeError as error:
        print(error)


def in_threads():
    names = ["monitor", "monitor_json", "provider", "role", "team"] * 4
    start = threading.Barrier(len(names))
    problems = []

    def use(name):
        start.wait()
        try:
            module = importlib.import_module(f"{BINDINGS}.{name}")
            getattr(module, module.__all__[0])
        except Exception as error:
            problems.append(error)

    threads = [threading.Thread(target=use, args=[name]) for name in names]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    print(problems, loaded())


def everything_as_before():
    shown = {}
    for lazy in (False, True):
        code = f"""
            {"import cdktf_datadog_rookout_lazy" if lazy else ""}
            import importlib, inspect, pydoc, sys
            import {BINDINGS} as bindings

            print(len(bindings.__all__), dir(bindings))
            namespace = {{}}
            exec("from {BINDINGS} import *", namespace)
            for name in bindings.__all__:
                module = importlib.import_module(f"{BINDINGS}.{{name}}")
                assert module is getattr(bindings, name) is namespace[name] is sys.modules[f"{BINDINGS}.{{name}}"], name
                print(module, dir(module))
            print(pydoc.render_doc(bindings), inspect.getsource(bindings.team.Team))
        """
        shown[lazy] = output_of(textwrap.dedent(code))
    print(shown[True] == shown[False], shown[True].split()[0])


def own_ways():
    """Bindings of the other framework, whose `__init__` uses its submodules, and such that already are lazy."""
    used = "from . import thing\nfrom .thing import Thing\nname = thing.Thing.__name__\nfrom . import other"
    lazy = "import importlib\ndef __getattr__(name): return importlib.import_module(f'{__name__}.{name}')"
    for init in (used, lazy):
        with tempfile.TemporaryDirectory() as folder:
            package = os.path.join(folder, "cdktn_provider_datadog")
            os.mkdir(package)
            for file, text in (("__init__", init), ("thing", "class Thing: pass"), ("other", "class Other: pass")):
                with open(os.path.join(package, f"{file}.py"), "w") as stream:
                    stream.write(text)
            code = f"""
                import cdktf_datadog_rookout_lazy, sys
                sys.path.insert(0, {folder!r})
                import cdktn_provider_datadog as bindings

                print("cdktn_provider_datadog.other" in sys.modules, bindings.thing.Thing.__name__, bindings.other.Other.__name__)
            """
            print(output_of(textwrap.dedent(code)).strip())


def output_of(code):
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    return result.stdout + result.stderr


CHECKS = [
    only_what_is_asked_for,
    only_what_a_stack_needs,
    by_attribute,
    an_attribute_that_is_not_there,
    in_threads,
    everything_as_before,
    own_ways,
]

if len(sys.argv) > 1:
    import cdktf_datadog_rookout_lazy

    globals()[sys.argv[1]]()
else:
    for check in CHECKS:
        subprocess.run([sys.executable, __file__, check.__name__], stderr=subprocess.STDOUT)
