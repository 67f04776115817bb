"""JSON Schema export: the contract of the models for every other language."""

from newsevents.schema._export import json_schema

__all__ = ["json_schema"]
