"""`status` exits with 1 exactly where `lock` would refuse."""

from collections.abc import Callable

import pytest
from tests.conftest import Done, Folder

from taybac_cluster.rules.rule import Changes, Edit
from taybac_cluster.rules.sample_lock import LOCK

SUBMISSION, RESULT = "submissions/2023/sa-pa.yaml", "results/2023.yaml"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param((), 0, id="decided"),
        pytest.param((Edit(RESULT, "", LOCK),), 0, id="locked"),
        pytest.param((Edit(SUBMISSION, "status: illustrative", "status: draft"),), 1, id="a draft of a city"),
        pytest.param(
            (Edit("criteria/2023.yaml", "status: illustrative", "status: draft"),), 1, id="a draft of the criteria"
        ),
        pytest.param(
            (Edit(RESULT, "", LOCK), Edit(SUBMISSION, "cay-xanh: 7.2", "cay-xanh: 7.3")), 1, id="changed since the lock"
        ),
        pytest.param((Edit(RESULT, "", LOCK.replace("rank: 1", "rank: 2")),), 1, id="an edited lock"),
        pytest.param((Edit(RESULT, "", LOCK.replace("state: locked", "state: unlocked")),), 1, id="an edited state"),
        pytest.param((Edit(SUBMISSION, "cay-xanh: 7.2", "cay-xanh: [7]"),), 1, id="an error"),
        pytest.param((Edit(RESULT, "", "year: [\n"),), 1, id="a lock that cannot be read"),
        pytest.param((Edit("results/2023.yml", "", LOCK),), 1, id="a lock under another name"),
        pytest.param((Edit("submissions/2023/ghi-chu.txt", "", "x\n"),), 1, id="a stray file"),
    ],
)
def test_status_and_lock_agree(changes: Changes, code: int, folder: Folder, run: Callable[..., Done]) -> None:
    root = folder(changes)
    assert run("status", 2023, "--format", "json", data=root).code == code
    assert run("status", 2023, data=root).code == code
    assert run("lock", 2023, data=root).code == code
