"""What the library costs beside its work: seconds of import, megabytes at the peak; each in a new process."""

import os
import subprocess
import sys
import tempfile

_IMPORT = "import time; began = time.perf_counter(); from policyextract import *; print(time.perf_counter() - began)"
_PEAK = """
import re, resource, sys
from pathlib import Path
from benchmarks.texts import policy
import policyextract
text = policy(int(sys.argv[1]))
if int(sys.argv[1]):
    policyextract.extract(text)
status = Path("/proc/self/status")
if status.exists():  # getrusage starts from the peak of the process that started this one
    print(int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) / 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2)
"""


def _answer(code: str, *args: str, **environment: str) -> float:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, check=True, env=kept | environment
    )
    return float(done.stdout)


def import_seconds(rounds: int) -> float:
    """The fastest of some imports, of modules that are compiled already, as an installed package is."""
    with tempfile.TemporaryDirectory() as compiled:
        return min([_answer(_IMPORT, PYTHONPYCACHEPREFIX=compiled) for _ in range(rounds + 1)][1:])


def peak_megabytes(length: int) -> float:
    """The peak of the memory of a process that reads policy text of a given length; 0 only imports."""
    return _answer(_PEAK, str(length))
