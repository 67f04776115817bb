"""JSON Schema export: the contract of the models for every other language."""

from newsevents.schema._answer import from_llm
from newsevents.schema._compare import SchemaChange, compare_schemas
from newsevents.schema._export import PROFILES, Profile, json_schema
from newsevents.schema._files import schema_files, schema_text, write_schemas

__all__ = [
    "PROFILES",
    "Profile",
    "SchemaChange",
    "compare_schemas",
    "from_llm",
    "json_schema",
    "schema_files",
    "schema_text",
    "write_schemas",
]
