# sqlcipher3 has the interface of the standard sqlite3; its own classes pass for those here, since sqlite-utils asks for them.
from sqlite3 import *
