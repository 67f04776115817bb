"""Parts of records: models without an identity of their own. They know no records."""
