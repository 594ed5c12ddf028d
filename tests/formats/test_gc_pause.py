"""The pause of the garbage collector: it never outlasts a reader."""

from __future__ import annotations

import gc

import pytest

from nuggets.formats.gc_pause import gc_paused


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_afterwards_as_before(was_on: bool) -> None:
    """Also where a pause is within a pause, and after an error."""
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with pytest.raises(ValueError, match="broken"), gc_paused(), gc_paused():
            assert not gc.isenabled()
            raise ValueError("broken")
        assert gc.isenabled() == was_on
    finally:
        (gc.enable if before else gc.disable)()
