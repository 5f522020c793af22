"""The IB'er's own short report of a form."""
