"""Ask git about a repository, and run nothing that the repository holds: no hook, no filter, no fetch."""

import os
import subprocess
from typing import NamedTuple

from taybac_cluster.diagnostics import Words

_MISLEADING = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE",
    "GIT_COMMON_DIR", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_EXTERNAL_DIFF", "GIT_SHALLOW_FILE",
)  # fmt: skip
"""Set by git for its hooks; they would name another repository, or this one from another folder."""

_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "submodule.recurse=false")


class NoComparisonError(Exception):
    """Why it is not known what changed; each reason has its own sentence."""

    words = Words("", "")


class GitMissingError(NoComparisonError):
    """There is no git on this machine."""

    words = Words(
        "không tìm thấy lệnh git; cần git để biết những gì đã thay đổi",
        "git was not found; it is needed to know what has changed",
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


class AmbiguousRefError(NoComparisonError):
    """A name of several things; git would take the tag, which whoever may push one could have set."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.words = Words(
            f"có nhiều nhánh hoặc thẻ cùng tên “{ref}”\n"
            f"gợi ý: ghi tên đầy đủ, ví dụ refs/remotes/{ref} hoặc refs/heads/{ref}",
            f"several branches or tags are called “{ref}”\n"
            f"hint: type the full name, such as refs/remotes/{ref} or refs/heads/{ref}",
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


class UnreadableCommitError(NoComparisonError):
    """A commit whose files cannot be read here, mostly because they were not fetched."""

    def __init__(self, commit: str, reason: str) -> None:
        super().__init__(commit)
        self.words = Words(
            f"không đọc được các tệp của commit {commit[:12]}: {reason}\ngợi ý: git fetch --refetch origin",
            f"the files of commit {commit[:12]} cannot be read: {reason}\nhint: git fetch --refetch origin",
        )


class Repository(NamedTuple):
    """The repository around a data folder."""

    top: str
    inside: str
    """The data folder's path in the repository, with a slash at its end; empty where it is all of it."""


def repository(root: str) -> Repository:
    """Return the repository around a folder.

    Raises:
        NoComparisonError: there is no git, or no repository.
    """
    found = git(root, "rev-parse", "--is-inside-work-tree")
    if found.stdout.strip() != b"true":
        raise NoRepositoryError(root, _reason(found.stderr))
    top, inside = (git(root, "rev-parse", asked).stdout for asked in ("--show-toplevel", "--show-prefix"))
    return Repository(os.fsdecode(top).removesuffix("\n"), os.fsdecode(inside).removesuffix("\n"))


def commit(root: str, ref: str) -> str:
    """Return a commit's full id; nothing that was typed reaches git after this.

    Raises:
        UnknownRefError: there is no such commit.
        AmbiguousRefError: a branch and a tag, or two branches, have that name.
    """
    if ref.startswith("-") or "\0" in ref:
        raise UnknownRefError(ref)
    warned = ("-c", "core.warnAmbiguousRefs=true")
    found = git(root, *warned, "rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}")
    if found.returncode:
        raise UnknownRefError(ref)
    if b" is ambiguous" in found.stderr:
        raise AmbiguousRefError(ref)
    return found.stdout.decode("ascii").split()[-1]


def merge_base(root: str, one: str, other: str, ref: str) -> str:
    """Return the newest common ancestor of two commits; `ref` is what was typed for them.

    Raises:
        NoCommonCommitError: none is found in the history that was fetched.
    """
    found = git(root, "merge-base", one, other)
    if found.returncode:
        raise NoCommonCommitError(ref)
    return found.stdout.decode("ascii").split()[0]


def output(root: str, about: str, *arguments: str) -> bytes:
    """Return what git answers about a commit.

    Raises:
        UnreadableCommitError: git fails: half an answer would look like one.
    """
    done = git(root, *arguments)
    if done.returncode:
        raise UnreadableCommitError(about, _reason(done.stderr))
    return done.stdout


def without_filters(root: str) -> tuple[str, ...]:
    """Return the options that keep git from running the filters that settings name when it looks at files.

    Raises:
        NoRepositoryError: a filter has a name that no option can hold.
    """
    named = git(root, "config", "--null", "--name-only", "--get-regexp", r"^filter\.").stdout.split(b"\0")
    filters = {os.fsdecode(name).rpartition(".")[0] for name in named if name}
    if any("=" in each for each in filters):
        raise NoRepositoryError(root, min(each for each in filters if "=" in each))
    settings = [f"{each}.{kind}" for each in sorted(filters) for kind in ("clean=", "process=", "required=false")]
    return tuple(word for setting in settings for word in ("-c", setting))


def is_ancestor(root: str, one: str, other: str) -> bool:
    """Whether a commit is an ancestor of another."""
    return git(root, "merge-base", "--is-ancestor", one, other).returncode == 0


def git(root: str, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, with `given` on its standard input.

    Raises:
        GitMissingError: there is no git.
    """
    os.environ["NODEFAULTCURRENTDIRECTORYINEXEPATH"] = "1"  # Windows would take a git.exe that came with the data
    environment = {name: value for name, value in os.environ.items() if name not in _MISLEADING} | _ENVIRONMENT
    try:
        return subprocess.run(  # noqa: S603 - fixed words, and a commit's full id
            ["git", *_SAFE, *arguments],  # noqa: S607 - whichever git the user has
            cwd=root,
            env=environment,
            input=given or b"",
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise GitMissingError from None


def _reason(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "not a work tree"
