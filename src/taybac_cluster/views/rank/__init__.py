"""The ranking of a year: the first screen, and the same as data."""

from taybac_cluster.views.rank.figures import grid, record
from taybac_cluster.views.rank.screen import page

__all__ = ["grid", "page", "record"]
