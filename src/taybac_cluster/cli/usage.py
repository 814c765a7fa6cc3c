"""What was typed wrongly, in both languages."""

from taybac_cluster.cli.language import say


def explained(error: Exception) -> str | None:
    """Return what to say of a mistake on the command line; None where the error is none."""
    kind = type(error).__name__
    if not hasattr(error, "format_message"):
        return None
    known = {
        "NoSuchOption": ("không có tuỳ chọn này", "no such option"),
        "MissingParameter": ("thiếu tham số", "a parameter is missing"),
        "BadParameter": ("tham số không hợp lệ", "a parameter is wrong"),
        "UsageError": ("lệnh gõ chưa đúng", "the command is not right"),
    }
    if kind == "NoArgsIsHelpError":
        return str(error.format_message())
    vi, en = known.get(kind, ("lệnh gõ chưa đúng", "the command is not right"))
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cluster"
    lead = say(f"{vi}: {error.format_message()}", f"{en}: {error.format_message()}")
    return lead + "\n" + say(f"gợi ý: gõ “{path} --help” để xem cách dùng", f"hint: “{path} --help” shows the usage")
