"""Files: reading, writing, and the places of findings in them."""
