"""The headings of a Markdown text, read by hand, as far as a journal needs them.

Source: the CommonMark specification 0.31 (block structure). Quotes and lists are not looked into.
"""

import dataclasses
import re

FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
QUOTE_OR_LIST = re.compile(r" {0,3}(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))")
HTML = (
    (re.compile(r" {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)", re.I),
     re.compile(r"</(?:script|pre|style|textarea)>", re.I)),
    (re.compile(r" {0,3}<!--"), re.compile(r"-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r" {0,3}<![A-Za-z]"), re.compile(r">")),
)
HTML_BLOCK = re.compile(
    r" {0,3}</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|"
    r"dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|"
    r"head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|"
    r"p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)"
    r"(?:[\s>]|/>|$)", re.I)
COMMENT = re.compile(r"<!--.*?-->", re.S)


@dataclasses.dataclass
class Part:
    """A heading and what stands below it up to the next; the first part may have no heading."""

    level: int = 0
    heading: str = ""
    lines: list = dataclasses.field(default_factory=list)


def front_matter(lines):
    """How many lines of YAML stand at the top, with their fences."""
    if lines and lines[0].rstrip() == "---":
        for place, line in enumerate(lines[1:], 1):
            if line.rstrip() in ("---", "..."):
                return place + 1
    return 0


def parts(text):
    """The text's parts, in order. What is in comments, fences and the like is kept as lines."""
    lines = re.split(r"\r\n|\n|\r", text.lstrip("\ufeff"))
    begin = front_matter(lines)
    result = [Part(lines=[line for line in lines[:begin] if line.rstrip() not in ("---", "...")])]
    paragraph = []      # the lines of an open paragraph, which an underline makes a heading
    place = begin
    while place < len(lines):
        line = lines[place].expandtabs(4)
        if end := block_end(lines, place, bool(paragraph)):
            result[-1].lines += visible(lines[place:end])
            paragraph, place = [], end
            continue
        place += 1
        if not line.strip():
            paragraph = []
        elif paragraph and (found := SETEXT.match(line)):
            del result[-1].lines[-len(paragraph):]
            words = " ".join(part.strip() for part in paragraph)
            result.append(Part(1 if found[1][0] == "=" else 2, words))
            paragraph = []
        elif not (paragraph and line.startswith("    ")) and (found := ATX.match(line)):
            result.append(Part(len(found[1]), (found[2] or "").strip()))
            paragraph = []
        else:
            result[-1].lines.append(line)
            is_text = not RULE.match(line) and not QUOTE_OR_LIST.match(line)
            is_code = line.startswith("    ") and not paragraph
            paragraph = [*paragraph, line] if is_text and not is_code else []
    return result


def block_end(lines, place, in_paragraph):
    """The line after a fenced block or block of HTML that begins here; None where none does."""
    line = lines[place]
    if found := FENCE.match(line):
        close = re.compile(rf" {{0,3}}{re.escape(found[1][0])}{{{len(found[1])},}}[ \t]*$")
        return next((at + 1 for at in range(place + 1, len(lines)) if close.match(lines[at])),
                    len(lines))
    for begin, end in HTML:
        if begin.match(line):
            return next((at + 1 for at in range(place, len(lines)) if end.search(lines[at])),
                        len(lines))
    is_tag = re.match(r" {0,3}</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>\s*$", line)
    if HTML_BLOCK.match(line) or (is_tag and not in_paragraph):
        return next((at for at in range(place + 1, len(lines)) if not lines[at].strip()),
                    len(lines))
    return None


def visible(lines):
    """What a reader sees of a block of HTML or code: no comments."""
    return COMMENT.sub("", "\n".join(lines)).split("\n")
