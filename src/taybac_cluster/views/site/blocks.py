"""What the page of a year is made of, beside the blocks of every screen."""

from typing import NamedTuple, Union

from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Block, Notice


class Tile(NamedTuple):
    """One city on the map of tiles: the fuller its share of the points, the stronger its colour."""

    name: str
    place: str
    total: str
    share: float
    nominated: bool


class Tiles(NamedTuple):
    """Cities as tiles, by the province that they lie in; no map of the land is known."""

    groups: tuple[tuple[str, tuple[Tile, ...]], ...]


class Details(NamedTuple):
    """Something that is opened by its summary."""

    id: str
    summary: str
    blocks: tuple[Union[Block, "Details"], ...]


class Section(NamedTuple):
    """A part of the page, with a heading that the list of contents leads to."""

    id: str
    title: str
    blocks: tuple[Block | Tiles | Details, ...]


class Download(NamedTuple):
    """A file that the page itself holds."""

    name: str
    label: str
    kind: str
    text: str


class Site(NamedTuple):
    """The page of a year in one language."""

    lang: Language
    year: int
    title: str
    cluster: str
    lines: tuple[str, ...]
    status: tuple[Notice, ...]
    """What every output says in its body: illustrative, a draft, the seal."""
    sections: tuple[Section, ...]
    downloads: tuple[Download, ...]
    words: dict[str, str]
    """Labels of the frame."""
    nominated: str
    seal: str | None
    host: str
    address: str | None


class Year(NamedTuple):
    """One year in the index."""

    year: int
    file: str
    twin: str
    nominated: str
    host: str
    state: str


class Index(NamedTuple):
    """The years that have been exported to a folder."""

    title: str
    years: tuple[Year, ...]
