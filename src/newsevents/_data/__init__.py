"""Generated tables, each with its source and version."""
