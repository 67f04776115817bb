"""What has to hold of the whole: every public name and its fields are described, and every link leads somewhere."""

from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote, urlsplit

from newsevents_schema import anchor, definitions
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

MODULES = ("newsevents", "newsevents.registry", "newsevents.testing")
logger = logging.getLogger(__name__)


def public_names(_: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each public name that no page of the reference describes."""
    objects = {name: entry.docname for name, entry in env.domains.python_domain.objects.items()}
    labels = env.domains.standard_domain.anonlabels
    for module in MODULES:
        for name in import_module(module).__all__:
            docname = objects.get(f"{module}.{name}")
            if docname is None and name in definitions():
                docname = labels.get(anchor(name), ("",))[0]
            if not (docname or "").startswith("reference/"):
                logger.warning("%s.%s is in no page of the reference", module, name)


def described(_app: Sphinx, _what: str, name: str, _obj: object, _options: object, lines: list[str]) -> None:
    """Warn of a field of a named tuple of which nothing is said."""
    if lines and lines[0].startswith("Alias for field number"):
        logger.warning("%s is not described", name)


class Page(HTMLParser):
    """The ids of an HTML page and where its links lead."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag has of both."""
        self.ids |= {value or "" for name, value in attrs if name in {"id", "name"}}
        self.links += [value or "" for name, value in attrs if (tag, name) in {("a", "href"), ("img", "src")}]


def links(app: Sphinx, exception: Exception | None) -> None:
    """Warn of each link within the built pages that leads to no file or to no place in it."""
    if exception is None and app.builder.name == "html":
        for message in broken(Path(app.outdir)):
            logger.warning("%s", message)


def broken(folder: Path) -> Iterator[str]:
    """Yield a message for each broken link."""
    # Pages of search and of indices are made by the theme, and link with scripts.
    pages = {path.resolve(): Page(path) for path in sorted(folder.rglob("*.html"))}
    for path, page in pages.items():
        for link in page.links:
            url = urlsplit(link)
            if url.scheme or url.netloc:
                continue
            target = (path.parent / unquote(url.path)).resolve() if url.path else path
            if not target.exists():
                yield f"{path.name}: {link} leads to no file"
            elif url.fragment and target in pages and unquote(url.fragment) not in pages[target].ids:
                yield f"{path.name}: {link} leads to no place in {target.name}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the checks."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", described)
    app.connect("env-check-consistency", public_names)
    app.connect("build-finished", links)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
