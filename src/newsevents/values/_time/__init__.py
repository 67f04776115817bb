"""How words become a time: a lexicon, a tokenizer, a grammar over token kinds, and calendar arithmetic."""
