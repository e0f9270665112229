"""The completions of `bilat` as the shells want them; all three ask the program itself for what is in the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.shell.completing import Line, Place


def bash(lines: Mapping[str, Line]) -> str:
    """What bash reads."""
    return f"""\
# Completion of bilat for bash.
_bilat() {{
    local now="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" last="" word="" options="" takes=""
    local each store=()
    COMPREPLY=()
    for each in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        [[ "$last" == --store ]] && store=(--store "$each")
        [[ "$last" != --store && -z "$word" ]] && case "$each" in {"|".join(_words(lines))}) word="$each" ;; esac
        last="$each"
    done
{_cases(lines, "options='{}' takes='{}'")}
    [[ "$now" == -* ]] && takes="$options"
    case "$takes" in
        @records) takes="$(bilat completion refs "${{store[@]}}" -- "$now" 2>/dev/null)"; now="${{now^^}}" ;;
        @files) compopt -o filenames; COMPREPLY=($(compgen -f -- "${{now/#\\~\\//$HOME/}}")); return ;;
        @*) return ;;
    esac
    COMPREPLY=($(compgen -W "$takes" -- "$now"))
}}
complete -F _bilat bilat
"""


def zsh(lines: Mapping[str, Line]) -> str:
    """What zsh reads."""
    return f"""\
#compdef bilat
# Completion of bilat for zsh.
_bilat() {{
    local now="${{words[CURRENT]}}" before="${{words[CURRENT-1]}}" last="" word="" options="" takes="" each
    local -a store found
    for each in "${{(@)words[2,CURRENT-1]}}"; do
        [[ "$last" == --store ]] && store=(--store "${{(Q)each}}")
        [[ "$last" != --store && -z "$word" ]] && case "$each" in ({"|".join(_words(lines))}) word="$each" ;; esac
        last="$each"
    done
{_cases(lines, "options='{}' takes='{}'")}
    [[ "$now" == -* ]] && takes="$options"
    case "$takes" in
        (@records) found=(${{(f)"$(bilat completion refs $store -- "$now" 2>/dev/null)"}})
            compadd -M 'm:{{a-z}}={{A-Z}}' -- $found ;;
        (@files) _files ;;
        (@*) ;;
        (*) compadd -- ${{=takes}} ;;
    esac
}}
(( $+functions[compdef] )) && compdef _bilat bilat || _bilat "$@"
"""


def fish(lines: Mapping[str, Line]) -> str:
    """What fish reads."""
    words = " ".join(_words(lines))
    made = [
        "# Completion of bilat for fish.",
        "function __bilat_refs",
        "    set -l words (commandline -opc)",
        "    set -l store",
        "    if set -l at (contains -i -- --store $words)",
        "        set store --store $words[(math $at + 1)]",
        "    end",
        "    bilat completion refs $store -- (commandline -ct) 2>/dev/null",
        "end",
    ]
    for word, line in lines.items():
        here = _quoted(
            f"__fish_seen_subcommand_from {word}" if word else f"not __fish_seen_subcommand_from {words}"
        )
        made.append(f"complete -c bilat -n {here} {_fish_takes(line.alone)}".rstrip())
        made += [
            f"complete -c bilat -n {here} -l {place.name[2:]} {_fish_takes(place)} -d {_quoted(place.says)}"
            for place in line.options
        ]
    return "\n".join(made) + "\n"


def _words(lines: Mapping[str, Line]) -> list[str]:
    return [word for word in lines if word]


def _cases(lines: Mapping[str, Line], form: str) -> str:
    """What is wanted behind a word, and then behind each of its options that wants something."""
    words = [(word or '""', form.format(_names(line), _wanted(line.alone))) for word, line in lines.items()]
    return "\n".join(
        (
            '    case "$word" in',
            *(f"        ({word}) {wanted} ;;" for word, wanted in words),
            "    esac",
            '    case "$word $before" in',
            *(f"        ({words!r}) takes='{wanted}' ;;" for words, wanted in _behind(lines)),
            "    esac",
        )
    )


def _behind(lines: Mapping[str, Line]) -> Iterator[tuple[str, str]]:
    for word, line in lines.items():
        for place in line.options:
            if place.takes != "nothing":
                yield f"{word} {place.name}", _wanted(place)


def _names(line: Line) -> str:
    return " ".join(place.name for place in line.options)


def _wanted(place: Place) -> str:
    return " ".join(place.words) if place.takes == "words" else f"@{place.takes}"


def _fish_takes(place: Place) -> str:
    match place.takes:
        case "words":
            return (
                f"-x -a {_quoted(' '.join(place.words))}"
                if place.name
                else f"-f -a {_quoted(' '.join(place.words))}"
            )
        case "records":
            return "-x -a '(__bilat_refs)'" if place.name else "-f -a '(__bilat_refs)'"
        case "files":
            return "-r -F" if place.name else "-F"
        case "anything":
            return "-x" if place.name else "-f"
        case _:
            return "" if place.name else "-f"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
