"""Files that an installed LibreOffice makes readable: ``.xls``, ``.et``."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from policyextract.readers import sheet, word
from policyextract.readers.builder import Layout

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 180
_NAMES = {".et": ".xls"}
"""The workbook of WPS Office, which is that of Microsoft Office under another name."""
_SHEETS = frozenset((".xls", ".et"))
_READERS = {"docx": word.layout, "xlsx": sheet.layout}


def layout(content: bytes, suffix: str) -> Layout:
    """The text of a file by way of ``.docx``; of a workbook by way of ``.xlsx``, its numbers as its formats show them.

    Raises:
        ValueError: if LibreOffice can't read it.
        ImportError: if LibreOffice is not installed.
    """
    to = "xlsx" if suffix in _SHEETS else "docx"
    return _READERS[to](converted(content, suffix, to))


def converted(content: bytes, suffix: str, to: str) -> bytes:
    """A file as LibreOffice saves it in another format, in a folder and with settings of its own, no macro run.

    Raises:
        ValueError: if LibreOffice can't read it, or takes more than three minutes.
        ImportError: if LibreOffice is not installed; the message says what to do.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ImportError(f"{suffix} files need LibreOffice, which is not installed; install it, or save as .{to}")
    with tempfile.TemporaryDirectory(prefix="policyextract-") as folder:
        source = Path(folder, f"source{_NAMES.get(suffix, suffix)}")
        source.write_bytes(content)
        settings = Path(folder, "settings").as_uri()
        command = [program, f"-env:UserInstallation={settings}", "--headless", "--norestore", "--convert-to", to]
        try:
            subprocess.run(
                [*command, "--outdir", str(Path(folder, "out")), str(source)],
                timeout=_SECONDS,
                capture_output=True,
                check=True,
            )
        except (subprocess.SubprocessError, OSError) as error:
            raise ValueError(f"LibreOffice could not read this {suffix} file: {error}") from error
        made = Path(folder, "out", f"source.{to}")
        if not made.is_file():
            raise ValueError(f"LibreOffice could not read this {suffix} file; save it as .{to}")
        return made.read_bytes()
