"""Processes that serve another one of ours: they end with it, and leave Ctrl+C to it.

In:  nothing. Out: nothing; the process that calls this is bound to its owner.
"""

import signal
import sys

_PDEATHSIG = 1  # PR_SET_PDEATHSIG, linux/prctl.h


def end_with_owner() -> None:
    """Ask the operating system to end this process with the thread that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the owner's affair
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
