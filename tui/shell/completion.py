"""`bilat completion`: what makes a shell complete words, options, refs and countries."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module

from db.errors import BilatError
from tui.cli import WORDS
from tui.config import Settings
from tui.options import parser as dashboard_parser
from tui.shell.common import opened, options_of

EXAMPLES = """\
examples:
  source <(bilat completion bash)                          in ~/.bashrc
  bilat completion zsh > "${fpath[1]}/_bilat"              then start zsh anew
  bilat completion fish > ~/.config/fish/completions/bilat.fish
  bilat completion refs V-2025                             the refs, countries and pairs that begin so

Words of the shell, their options, files, and where a record or a country is wanted, those of your store.
"""
SHELLS = ("bash", "zsh", "fish")
_WANT_A_RECORD = ("brief", "show")  # words of the shell whose first argument is one
_OPTIONS_OF_RECORDS = ("--pair", "--visit", "--same-as", "--desk")


def parser() -> argparse.ArgumentParser:
    """The options of `bilat completion`."""
    options = options_of("completion", "Print what makes a shell complete.", EXAMPLES)
    options.add_argument("shell", choices=(*SHELLS, "refs"), help='a shell, or "refs" for what it asks for')
    options.add_argument("begun", nargs="?", default="", metavar="BEGUN", help="with refs: how they begin")
    return options


def completion(words: Sequence[str]) -> int:
    """Run `bilat completion` and return its exit code."""
    given = parser().parse_intermixed_args(words)  # or what stands behind --store would be left
    if given.shell == "refs":
        return _refs(given)
    script = {"bash": _bash, "zsh": _zsh, "fish": _fish}[given.shell]
    sys.stdout.write(script(_options()))
    return 0


def _refs(given: argparse.Namespace) -> int:
    """What begins so in the store; a shell that asks while there is none gets nothing and no sentence."""
    from db.queries.refs import completions  # noqa: PLC0415 - for the words of the store only

    with suppress(BilatError), opened(given, Settings()) as store, store.read() as reader:
        sys.stdout.writelines(f"{one}\n" for one in completions(reader, given.begun))
    return 0


def _options() -> dict[str, list[tuple[str, str]]]:
    """The long options of every word with what they say; those of the dashboard under ""."""
    return {"": _long(dashboard_parser())} | {word: _long(options_of_word(word)) for word in WORDS}


def options_of_word(word: str) -> argparse.ArgumentParser:
    """The options of a word of the shell: where a module has several, each bears the word's name."""
    module = import_module(WORDS[word].partition(":")[0])
    make: Callable[[], argparse.ArgumentParser] = getattr(module, f"{word}_parser", module.parser)
    return make()


def _long(options: argparse.ArgumentParser) -> list[tuple[str, str]]:
    return [
        (name, (action.help or "").replace("%%", "%"))
        for action in options._actions  # noqa: SLF001 - argparse tells its options in no other way
        for name in action.option_strings
        if name.startswith("--")
    ]


def _bash(options: dict[str, list[tuple[str, str]]]) -> str:
    cases = "\n".join(
        f"        {word}) options='{' '.join(name for name, _ in options[word])}' ;;" for word in WORDS
    )
    return f"""\
# Completion of bilat for bash.
_bilat() {{
    local now="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" word="" options=""
    COMPREPLY=()
    local each
    for each in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$each" in {"|".join(WORDS)}) word="$each"; break ;; esac
    done
    case "$before" in
        {"|".join(_OPTIONS_OF_RECORDS)})
            COMPREPLY=($(compgen -W "$(bilat completion refs "$now" 2>/dev/null)" -- "${{now^^}}")); return ;;
    esac
    case "$word" in
        "") options='{" ".join((*WORDS, *(name for name, _ in options[""])))}' ;;
{cases}
    esac
    if [[ "$now" == -* || -z "$word" ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$now"))
    elif [[ "$word" == completion ]]; then
        COMPREPLY=($(compgen -W "{" ".join(SHELLS)}" -- "$now"))
    elif [[ {" || ".join(f'"$word" == {one}' for one in _WANT_A_RECORD)} ]]; then
        COMPREPLY=($(compgen -W "$(bilat completion refs "$now" 2>/dev/null)" -- "${{now^^}}"))
    else
        COMPREPLY=($(compgen -f -- "$now"))
    fi
}}
complete -o filenames -F _bilat bilat
"""


def _zsh(options: dict[str, list[tuple[str, str]]]) -> str:
    cases = "\n".join(
        f"        {word}) options=({' '.join(name for name, _ in options[word])}) ;;" for word in WORDS
    )
    return f"""\
#compdef bilat
# Completion of bilat for zsh.
_bilat() {{
    local now="${{words[CURRENT]}}" before="${{words[CURRENT-1]}}" word="" each
    local -a options found
    for each in "${{(@)words[2,CURRENT-1]}}"; do
        case "$each" in ({"|".join(WORDS)}) word="$each"; break ;; esac
    done
    case "$before" in
        ({"|".join(_OPTIONS_OF_RECORDS)}) found=(${{(f)"$(bilat completion refs "$now" 2>/dev/null)"}})
            compadd -M 'm:{{a-z}}={{A-Z}}' -- $found; return ;;
    esac
    case "$word" in
        "") options=({" ".join((*WORDS, *(name for name, _ in options[""])))}) ;;
{cases}
    esac
    if [[ "$now" == -* || -z "$word" ]]; then
        compadd -- $options
    elif [[ "$word" == completion ]]; then
        compadd -- {" ".join(SHELLS)}
    elif [[ {" || ".join(f'"$word" == {one}' for one in _WANT_A_RECORD)} ]]; then
        found=(${{(f)"$(bilat completion refs "$now" 2>/dev/null)"}})
        compadd -M 'm:{{a-z}}={{A-Z}}' -- $found
    else
        _files
    fi
}}
(( $+functions[compdef] )) && compdef _bilat bilat || _bilat "$@"
"""


def _fish(options: dict[str, list[tuple[str, str]]]) -> str:
    def quoted(text: str) -> str:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    lines = ["# Completion of bilat for fish.", "complete -c bilat -n __fish_use_subcommand -f"]
    lines.append(f"complete -c bilat -n __fish_use_subcommand -a {quoted(' '.join(WORDS))}")
    lines += [
        f"complete -c bilat -n __fish_use_subcommand -l {name[2:]} -d {quoted(says)}"
        for name, says in options[""]
    ]
    ask = quoted("(bilat completion refs (commandline -ct) 2>/dev/null)")
    for word in WORDS:
        here = quoted(f"__fish_seen_subcommand_from {word}")
        for name, says in options[word]:
            asks = f" -x -a {ask}" if name in _OPTIONS_OF_RECORDS else ""
            lines.append(f"complete -c bilat -n {here} -l {name[2:]}{asks} -d {quoted(says)}")
        if word in _WANT_A_RECORD:
            lines.append(f"complete -c bilat -n {here} -f -a {ask}")
        if word == "completion":
            lines.append(f"complete -c bilat -n {here} -f -a {quoted(' '.join(SHELLS))}")
    return "\n".join(lines) + "\n"
