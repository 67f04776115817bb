"""Records, one file a type. They name each other by id, never by import."""
