"""Appraise, rank and record the yearly meeting of a cluster of cities, from YAML files in git."""

__version__ = "0.1.0"
