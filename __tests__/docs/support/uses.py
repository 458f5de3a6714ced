"""Reads programs as JSON, {name, code}, and prints what each imports from the library, calls and has attributes of."""

import ast
import json
import sys


def uses(name, code):
    imported, calls, attributes = [], [], []
    for node in ast.walk(ast.parse(code, name)):
        if isinstance(node, ast.ImportFrom) and node.module == "cdktf_datadog_rookout":
            imported += [alias.name for alias in node.names]
        elif isinstance(node, ast.Attribute):
            attributes.append(node.attr)
        elif isinstance(node, ast.Call):
            callee = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            keywords = [keyword.arg for keyword in node.keywords]
            calls.append({"callee": callee, "positional": len(node.args), "keywords": keywords})
    return {"name": name, "imported": imported, "calls": calls, "attributes": attributes}


print(json.dumps([uses(**program) for program in json.load(sys.stdin)]))
