"""The conversations of a group at a moment of the year, or of one teacher: who had one, who still needs one."""
