"""A score that explains itself: what decided a city's place, and how every point came about."""

from taybac_cluster.views.explain.figures import record
from taybac_cluster.views.explain.grids import grid
from taybac_cluster.views.explain.screen import page
from taybac_cluster.views.explain.story import Story

__all__ = ["Story", "grid", "page", "record"]
