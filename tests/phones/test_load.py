"""Is anything lost or doubled when the server is killed in the middle of a brainstorm? (How fast it is, `benchmarks/phones.py` says.)"""

import pytest

from benchmarks.phones import measure


@pytest.mark.slow
def test_nothing_is_lost_or_doubled_through_a_restart():
    found = measure(seconds=8, phones=12, pause=0.5)
    assert found["notes_sent"] > 12
    assert (found["lost"], found["doubled"]) == (0, 0)
    assert found["dots_given"] == found["dots_kept"] > 0
