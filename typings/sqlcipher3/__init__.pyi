# The interface of the standard sqlite3; its classes pass for those here, since sqlite-utils asks for them.
from sqlite3 import *
