"""The record of a meeting, as one would read it out, and where it decided otherwise than computed."""

from taybac_cluster.views.meeting.figures import record
from taybac_cluster.views.meeting.grids import grid
from taybac_cluster.views.meeting.screen import page
from taybac_cluster.views.meeting.session import Session

__all__ = ["Session", "grid", "page", "record"]
