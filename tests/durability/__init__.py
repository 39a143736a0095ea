"""A store whose process is killed, whose disk is full, whose folder may not be written."""
