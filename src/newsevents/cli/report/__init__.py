"""Reports: one small module for each format, all fed in the same way."""
