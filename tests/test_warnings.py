"""What other libraries warn of never breaks a user who runs with ``-W error``."""

import os
import subprocess
import sys

CODE = """
import datetime as dt
from policyextract import extract, parse_number, parse_time, task_table, track
from policyextract.number.numerals import write_number

day = dt.date(2021, 4, 12)
text = "由市财政局牵头，3月5日前完成一千二百三十四个，农历正月十五前投资1.5亿元。坚持“项目为王”。"
result = extract(text, reference_date=day)
assert result.times and result.quantities
parse_number("一千二百三十四万五千六百"), write_number(1234)
for text in ("3月5日", "2021/3/5", "Mar 5, 2021", "12-31", "2月29日"):
    try:
        parse_time(text, reference_date=day)
    except ValueError:
        pass
task_table(result).to_csv(), track(result, result), result.to_json()
for way in ("to_html", "to_xlsx"):
    try:
        getattr(result, way)(os.path.join(folder, "found"))
    except ImportError:
        pass
for way in ("to_arrow", "to_pandas", "to_polars"):
    try:
        getattr(result, way)("quantities")
    except ImportError:
        pass
"""


def test_nothing_warns(tmp_path) -> None:
    code = f"import os\nfolder = {str(tmp_path)!r}\n{CODE}"
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert (done.returncode, done.stderr) == (0, "")
