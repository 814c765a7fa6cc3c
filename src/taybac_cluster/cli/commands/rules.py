"""`cluster rules`: every check, and what each means."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Lang, Output, PageFormat
from taybac_cluster.cli.output import fail

HELP = say("Mọi điều được kiểm tra, và ý nghĩa của từng điều.", "Every check that is made, and what each means.")
EXAMPLE = say("Ví dụ: cluster rules R201", "Example: cluster rules R201")


def complete_rules(incomplete: str) -> list[tuple[str, str]]:
    """Complete a rule's code or name, with its title."""
    from taybac_cluster.rules.catalogue import RULES

    words = ((word, getattr(rule.title, current())) for rule in RULES for word in (rule.code, rule.name))
    return [(word, title) for word, title in words if word.startswith(incomplete)]


RuleName = Annotated[
    str | None,
    typer.Argument(
        metavar=say("MÃ", "CODE"),
        help=say("Mã hoặc tên một quy tắc; để trống là danh sách.", "A rule’s code or name; the list without it."),
        autocompletion=complete_rules,
    ),
]


def command(rule: RuleName = None, _lang: Lang = None, output: Output = None, chosen: PageFormat = None) -> None:
    """Run the command."""
    from taybac_cluster.cli.formats import show
    from taybac_cluster.rules.catalogue import RULES, find
    from taybac_cluster.views import rules

    lang_now, found = current(), find(rule) if rule is not None else None
    if rule is not None and found is None:
        fail(rules.unknown(rule, RULES, lang_now), 2)
    whole = (chosen or (output.suffix.lower().lstrip(".") if output else "")) in ("md", "docx", "pdf", "html")
    show(
        lambda: rules.page(found, lang_now) if found else (rules.book if whole else rules.listing)(RULES, lang_now),
        lambda: rules.record([found] if found else RULES, lang_now),
        chosen=chosen,
        to=output,
    )
