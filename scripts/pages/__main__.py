"""Writes the pages that are made from the commands: docs/cli.md and the man pages.

    scripts/documents BINARY cli                   docs/cli.md, to standard output
    scripts/documents BINARY man FOLDER [DATE]     gitflow-guard.1 and one page for each command

The words are the commands' own (`--experimental-dump-help`): nothing is said twice.
"""

import json
import os
import subprocess
import sys

sys.dont_write_bytecode = True


def commands(binary):
    """Every command with its whole name, in the order of `--help`."""
    dumped = subprocess.run([binary, "--experimental-dump-help"], check=True, capture_output=True)
    found = []

    def walk(command, above):
        name = f"{above} {command['commandName']}".strip()
        if command.get("shouldDisplay", True) and command["commandName"] != "help":
            found.append((name, command))
            for inner in command.get("subcommands", []):
                walk(inner, name)

    walk(json.loads(dumped.stdout)["command"], "")
    return found


def spelled(argument):
    """`-C, --long <value>` and `<value>`, as the help has them."""
    value = f"<{argument['valueName']}>"
    if argument["kind"] == "positional":
        return value + ("..." if argument["isRepeating"] else "")
    names = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    return ", ".join(names) + ("" if argument["kind"] == "flag" else f" {value}")


def shown(command):
    return [one for one in command.get("arguments", []) if one.get("shouldDisplay", True)]


def usage(name, command):
    parts = [name]
    for argument in shown(command):
        if argument["kind"] == "positional":
            word = spelled(argument)
            parts.append(f"[{word}]" if argument["isOptional"] else word)
    if any(argument["kind"] != "positional" for argument in shown(command)):
        parts.append("[options]")
    if command.get("subcommands"):
        parts.append("<command>")
    return " ".join(parts)


def groups(command):
    """The arguments by their heading, the command's own first."""
    result = {}
    for argument in shown(command):
        names = [name["name"] for name in argument.get("names", [])]
        if names in (["version"], ["h", "help"]):
            continue
        result.setdefault(argument.get("sectionTitle", ""), []).append(argument)
    return result


# --- Markdown --------------------------------------------------------------------------------------

def markdown(found):
    lines = ["# The command line", "",
             "Made from the commands themselves by `make documents`; `gitflow-guard help COMMAND` shows",
             "the same in the terminal.", ""]
    root = found[0][1]
    lines += [root.get("discussion", "").replace("\n", " "), ""]
    lines += ["| command | |", "| --- | --- |"]
    for name, command in found[1:]:
        if not command.get("subcommands"):
            anchor = name.replace("gitflow-guard ", "").replace(" ", "-")
            lines.append(f"| [`{name}`](#gitflow-guard-{anchor}) | {cell(command.get('abstract', ''))} |")
    globals_ = next(group for _, command in found for title, group in groups(command).items()
                    if title == "Global options")
    lines += ["", "## Global options", "", "They go before or after the command.", ""]
    lines += table(globals_)
    for name, command in found[1:]:
        if command.get("subcommands"):
            continue
        lines += ["", f"## {name}", "", command.get("abstract", ""), "", "```", usage(name, command),
                  "```"]
        if command.get("discussion"):
            lines += ["", "```text", command["discussion"].rstrip(), "```"]
        own = groups(command).get("", [])
        if own:
            lines += [""] + table(own)
    return "\n".join(lines) + "\n"


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ")


def table(arguments):
    return ["| option | |", "| --- | --- |"] + [
        f"| `{cell(spelled(argument))}` | {cell(argument.get('abstract', ''))} |"
        for argument in arguments]


# --- roff ------------------------------------------------------------------------------------------

def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def page(name, command, version, date, others):
    title = name.replace(" ", "-")
    lines = [f'.TH "{roff(title.upper())}" "1" "{date}" "{roff(version)}" "gitflow\\-guard"',
             ".SH NAME", f"{roff(title)} \\- {roff(command.get('abstract', ''))}",
             ".SH SYNOPSIS", f".B {roff(usage(name, command))}"]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION", ".nf", roff(command["discussion"].rstrip()), ".fi"]
    for heading, arguments in groups(command).items():
        lines.append(f".SH {(heading or 'options').upper()}")
        for argument in arguments:
            lines += [".TP", f".B {roff(spelled(argument))}", roff(argument.get("abstract", ""))]
    if not command.get("subcommands"):
        lines += [".SH EXIT STATUS"]
        for code, words in ((0, "allowed"), (1, "refused"), (2, "wrong usage or policy file"),
                            (3, "undecided, or the repository could not be read")):
            lines += [".TP", f".B {code}", words]
    lines += [".SH SEE ALSO",
              ",\n".join(f".BR {roff(other)} (1)" for other in others).replace(",\n", ",\n")]
    return "\n".join(lines) + "\n"


def man(found, binary, folder, date):
    version = subprocess.run([binary, "--version"], check=True, capture_output=True,
                             text=True).stdout.strip()
    os.makedirs(folder, exist_ok=True)
    titles = [name.replace(" ", "-") for name, _ in found]
    for name, command in found:
        title = name.replace(" ", "-")
        others = titles[1:] if title == titles[0] else titles[:1]
        with open(os.path.join(folder, f"{title}.1"), "w", encoding="utf-8") as file:
            file.write(page(name, command, version, date, others))


def main():
    words = sys.argv[1:]
    if len(words) == 2 and words[1] == "cli":
        sys.stdout.write(markdown(commands(os.path.abspath(words[0]))))
    elif len(words) in (3, 4) and words[1] == "man":
        man(commands(os.path.abspath(words[0])), os.path.abspath(words[0]), words[2],
            words[3] if len(words) == 4 else "")
    else:
        sys.exit(__doc__.strip())


if __name__ == "__main__":
    main()
