"""Which files of the data folder a change touches, as git tells it."""

import os
import subprocess
from collections.abc import Iterator

from taybac_cluster.diagnostics import Words

_MISLEADING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
"""Set by git for its hooks; they would name another repository, or this one from another folder."""


class NoComparisonError(Exception):
    """Why it cannot be told what changed; the root of the reasons, each of which builds its own sentence."""

    words = Words("", "")


class GitMissingError(NoComparisonError):
    """There is no git on this machine."""

    words = Words(
        "không tìm thấy lệnh git; --changed-from cần git để biết tệp nào đã thay đổi",
        "git was not found; --changed-from needs it to tell which files have changed",
    )


class NoRepositoryError(NoComparisonError):
    """The data folder is in no repository that git will read."""

    def __init__(self, root: str, reason: str) -> None:
        super().__init__(root)
        self.words = Words(
            f"thư mục {root} không nằm trong kho git nào đọc được, nên không biết tệp nào đã thay đổi ({reason})",
            f"{root} is in no git repository that can be read, so it is not known which files have changed ({reason})",
        )


class UnknownRefError(NoComparisonError):
    """Git knows no commit of that name."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.words = Words(
            f"git không biết commit, nhánh hay thẻ nào tên “{ref}”\n"
            "gợi ý: git fetch origin rồi dùng origin/main; trong GitHub Actions đặt fetch-depth: 0",
            f"git knows no commit, branch or tag “{ref}”\n"
            "hint: git fetch origin, then use origin/main; in GitHub Actions set fetch-depth: 0",
        )


class NoCommonCommitError(NoComparisonError):
    """Nothing connects the two histories, mostly because only the newest commit was fetched."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.words = Words(
            f"lịch sử tải về không đủ để so với “{ref}”\n"
            "gợi ý: git fetch --unshallow; trong GitHub Actions đặt fetch-depth: 0",
            f"too little of the history is here to compare with “{ref}”\n"
            "hint: git fetch --unshallow; in GitHub Actions set fetch-depth: 0",
        )


def changed(root: str, ref: str) -> frozenset[str]:
    """Return the files of the folder that differ from where HEAD left `ref`.

    Added, changed and deleted ones and both names of a rename, and what is not committed yet, new files included.

    Raises:
        NoComparisonError: there is no git, no repository, no such commit, or no common one.
    """
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside.stdout.strip() != b"true":
        raise NoRepositoryError(root, _reason(inside.stderr))
    commit = _commit(root, ref)
    committed = _git(root, "diff", *_NAMES, f"{commit}...HEAD", "--", ".")
    if committed.returncode:
        raise NoCommonCommitError(ref)
    uncommitted = _git(root, "diff", *_NAMES, "HEAD", "--", ".")
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    names = [*_named(committed.stdout), *_named(uncommitted.stdout), *new.stdout.split(b"\0")]
    return frozenset(os.fsdecode(name) for name in names if name)


_NAMES = ("--name-status", "-z", "-M", "--relative", "--no-ext-diff")


def _commit(root: str, ref: str) -> str:
    """Return the commit's full name, so that nothing typed by others reaches git a second time."""
    if ref.startswith("-") or "\0" in ref:
        raise UnknownRefError(ref)
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if found.returncode:
        raise UnknownRefError(ref)
    return found.stdout.decode("ascii").split()[-1]


def _named(output: bytes) -> Iterator[bytes]:
    """Yield the paths of `git diff --name-status -z`: a status, then one path, or two for a rename or a copy."""
    fields = iter(output.split(b"\0"))
    for status in fields:
        if not status:
            continue
        yield next(fields, b"")
        if status[:1] in b"RC":
            yield next(fields, b"")


def _git(root: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603 - fixed words, and a commit's full name
            ["git", *arguments],  # noqa: S607 - whichever git the user has
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise GitMissingError from None


def _reason(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "not a work tree"
