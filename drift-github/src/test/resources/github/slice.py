#!/usr/bin/env python3
"""Cuts the operations that Drift uses, and the components they name, out of GitHub's OpenAPI description.

    npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
    python3 slice.py package/generated/api.github.com.json > api.slice.json

What describes nothing that a program could check (prose, examples of whole bodies, links) is left out; examples of single
fields stay, because the fake fills with them what it does not know.
"""
import hashlib
import json
import sys

OPERATIONS = [
    ("get", "/repos/{owner}/{repo}/issues"),
    ("post", "/repos/{owner}/{repo}/issues"),
    ("patch", "/repos/{owner}/{repo}/issues/{issue_number}"),
    ("get", "/repos/{owner}/{repo}/issues/{issue_number}/comments"),
    ("post", "/repos/{owner}/{repo}/issues/{issue_number}/comments"),
    ("patch", "/repos/{owner}/{repo}/issues/comments/{comment_id}"),
    ("get", "/repos/{owner}/{repo}/commits/{ref}/check-runs"),
    ("post", "/repos/{owner}/{repo}/check-runs"),
    ("patch", "/repos/{owner}/{repo}/check-runs/{check_run_id}"),
    ("get", "/repos/{owner}/{repo}/commits/{ref}/statuses"),
    ("post", "/repos/{owner}/{repo}/statuses/{sha}"),
    ("get", "/repos/{owner}/{repo}/deployments"),
    ("post", "/repos/{owner}/{repo}/deployments"),
    ("get", "/repos/{owner}/{repo}/deployments/{deployment_id}/statuses"),
    ("post", "/repos/{owner}/{repo}/deployments/{deployment_id}/statuses"),
    ("get", "/repos/{owner}/{repo}/installation"),
    ("post", "/app/installations/{installation_id}/access_tokens"),
]
PROSE = {"description", "summary", "examples", "externalDocs", "tags", "title", "deprecated", "headers"}


def bare(node, named=False):
    """The node without prose; directly below `properties` every name is a field, whatever it is called."""
    if isinstance(node, list):
        return [bare(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        name: bare(value, name == "properties" and not named)
        for name, value in node.items()
        if named or not (name in PROSE or name.startswith("x-"))
    }


def references(node):
    if isinstance(node, list):
        for each in node:
            yield from references(each)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == "$ref" and isinstance(value, str):
                yield value
            else:
                yield from references(value)


def main(path):
    with open(path, "rb") as file:
        text = file.read()
    whole = json.loads(text)
    paths = {}
    for method, path in OPERATIONS:
        item = whole["paths"][path]
        paths.setdefault(path, {})[method] = bare(item[method])
        if "parameters" in item:
            paths[path]["parameters"] = bare(item["parameters"])
    components = {"schemas": {"basic-error": bare(whole["components"]["schemas"]["basic-error"])}}
    waiting = list(references([paths, components]))
    while waiting:
        kind, name = waiting.pop().split("/")[2:4]
        if name not in components.setdefault(kind, {}):
            components[kind][name] = bare(whole["components"][kind][name])
            waiting.extend(references(components[kind][name]))
    sliced = {
        "openapi": whole["openapi"],
        "info": {
            "title": "A slice of the description of GitHub's REST interface",
            "version": whole["info"]["version"],
            "license": whole["info"]["license"],
            "x-source-sha256": hashlib.sha256(text).hexdigest(),
        },
        "paths": paths,
        "components": {kind: dict(sorted(all.items())) for kind, all in sorted(components.items())},
    }
    json.dump(sliced, sys.stdout, indent=1, ensure_ascii=False)
    print()


main(sys.argv[1])
