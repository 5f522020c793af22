"""Resident memory of this process, asked of the system, since the standard library only knows its peak."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path


def resident_bytes() -> int:
    """Physical memory in use by this process, in bytes."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return _of_windows()
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(os.getpid())], capture_output=True, check=True, text=True)
    return int(shown.stdout) * 1024


if sys.platform == "win32":

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of the Windows API."""

        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("PageFaultCount", ctypes.c_uint32),
            *((f"size{number}", ctypes.c_size_t) for number in range(8)),
        )

    def _of_windows() -> int:
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        current = ctypes.windll.kernel32.GetCurrentProcess
        current.restype = ctypes.c_void_p
        ctypes.windll.psapi.GetProcessMemoryInfo(
            ctypes.c_void_p(current()), ctypes.byref(counters), ctypes.c_uint32(counters.cb)
        )
        return int(counters.size1)  # WorkingSetSize
