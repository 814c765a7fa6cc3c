"""How firm the order of a year is: the answer in a sentence, the heat-map of places, what changes it."""

from taybac_cluster.views.stability.figures import grid, record
from taybac_cluster.views.stability.screen import page

__all__ = ["grid", "page", "record"]
