"""Faults that the loader finds while it reads a file; they have words and examples here, and no check."""

from taybac_cluster.rules.reading.files import READING
from taybac_cluster.rules.reading.scalars import SCALARS
from taybac_cluster.rules.reading.shape import SHAPE
from taybac_cluster.rules.rule import Rule

RULES: tuple[Rule, ...] = (*READING, *SCALARS, *SHAPE)
