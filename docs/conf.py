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
    "newsevents_rules",
    "newsevents_tables",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
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

# Built offline, without the inventories of other projects: only our own names can be resolved.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!newsevents\.).*"),
    # A base of no interest, a union and type variables have no place of their own.
    (r"py:class", r"newsevents\.(_model\.Model|records\.union\.AnyRecord|[a-z_.]+\.[A-Z])"),
]
# The files that the tutorial reads lie beside it.
doctest_global_setup = f"import os\nos.chdir({str(Path(__file__).parent / 'start' / 'tutorial')!r})\nfrom newsevents import *"

html_theme = "furo"
html_title = f"newsevents {release}"
html_copy_source = False
