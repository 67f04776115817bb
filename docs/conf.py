"""How the documentation is built: offline, and with every warning an error."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "newsevents"
author = "The newsevents authors"
copyright = author  # noqa: A001  (the name that Sphinx reads)
version = release = version_of("newsevents")

extensions = [
    "myst_parser",
    "newsevents_api",
    "newsevents_checks",
    "newsevents_diagram",
    "newsevents_files",
    "newsevents_rules",
    "newsevents_tables",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Docstrings write code in single backticks.
default_role = "literal"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints = "signature"
napoleon_numpy_docstring = False
python_use_unqualified_type_names = True

# Built offline: what other projects' documentation has is kept here.
INVENTORIES = Path(__file__).parent / "_inventories"
intersphinx_mapping = {
    "python": ("https://docs.python.org/3.11", str(INVENTORIES / "python.inv")),
    "pydantic": ("https://docs.pydantic.dev/latest", str(INVENTORIES / "pydantic.inv")),
}
nitpick_ignore = [
    # Bound type variables have no place of their own.
    ("py:class", "newsevents.dossier.R"),
    ("py:class", "newsevents.testing._dossier.R"),
    ("py:class", "newsevents.testing._model.M"),
    # The base of all models has no fields; what it can do stands at Record.
    ("py:class", "newsevents._model.Model"),
    # Python documents it from 3.12 on, and the index is that of 3.11.
    ("py:class", "typing_extensions.TypeAliasType"),
    # The index of hypothesis is in no package, and its pages have moved since.
    ("py:class", "hypothesis.strategies.SearchStrategy"),
]
# Docstrings use our names as they are.
doctest_global_setup = "from newsevents import *"

html_theme = "furo"
html_title = f"newsevents {release}"
html_static_path = ["_static"]
html_css_files = ["newsevents.css"]
html_copy_source = False
