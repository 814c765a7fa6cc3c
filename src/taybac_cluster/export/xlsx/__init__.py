"""The score book: every total, place and nomination of a year as live formulas over the cities' values."""

from taybac_cluster.export.xlsx.book import render

__all__ = ["render"]
