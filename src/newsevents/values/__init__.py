"""Values: what fields hold, named by meaning. They know no records."""
