"""The result of a year for everybody: one page a language, of the blocks of the screens and a few of its own."""

from taybac_cluster.views.site.blocks import Details, Download, Index, Section, Site, Tile, Tiles, Year
from taybac_cluster.views.site.year import site

__all__ = ["Details", "Download", "Index", "Section", "Site", "Tile", "Tiles", "Year", "site"]
