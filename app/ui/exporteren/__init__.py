"""Saving a document where the user wants it, shared by all views that make one."""
