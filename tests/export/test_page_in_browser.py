"""The page in a real headless Chromium. Skipped where Chromium, its driver or selenium is not installed."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from policyextract import Result
from policyextract.export.highlight import found

pytest.importorskip("jinja2")
webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install selenium")
WebDriverWait = pytest.importorskip("selenium.webdriver.support.wait").WebDriverWait
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="no Chromium: apt-get install chromium chromium-driver"
)

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, result: Result, tmp_path: Path) -> Open:
    def open_page(width: int, height: int, *, dark: bool = False, shown: Result = result) -> Any:
        shown.to_html(tmp_path / "page.html")
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        media = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [media]})
        browser.get((tmp_path / "page.html").as_uri())
        return browser

    return open_page


def test_highlights_stand_where_the_offsets_say(opened: Open, result: Result) -> None:
    page = opened(1280, 900)
    assert page.execute_script("return document.querySelector('.text').textContent") == result.document.source
    words = page.execute_script(
        """const words = {};
        for (const piece of document.querySelectorAll(".text .f"))
            for (const id of piece.dataset.finds.split(" ")) words[id] = (words[id] || "") + piece.textContent;
        return words;"""
    )
    ids = result.ids()
    source = result.document.source
    assert words == {ids[m]: source[m.span.start : m.span.stop] for m in found(result)}


@pytest.mark.parametrize(("width", "height"), [(1280, 300), (390, 500)])
def test_a_click_on_a_row_scrolls_to_its_place(opened: Open, width: int, height: int) -> None:
    page = opened(width, height)
    row = page.find_elements("css selector", "#tasks tr[data-find]")[1]
    page.execute_script("arguments[0].scrollIntoView({block: 'center'}); arguments[0].click()", row)
    in_view = """const first = document.querySelector('.text [data-finds~="c2"]').getBoundingClientRect();
        return first.top >= 0 && first.bottom <= innerHeight;"""
    WebDriverWait(page, 5).until(lambda _: page.execute_script(in_view))
    flashing = page.execute_script("return document.querySelectorAll('.flash').length")
    assert flashing == len(page.find_elements("css selector", '.text [data-finds~="c2"]'))


def test_the_tooltip_says_what_was_read_and_by_which_rule(opened: Open) -> None:
    page = opened(1280, 900)
    piece = page.find_element("css selector", '.text [data-finds~="q1"]')
    webdriver.ActionChains(page).move_to_element(piece).perform()
    tip = page.find_element("id", "tip")
    assert tip.is_displayed()
    for words in ("量化目标：90%", "≥90%", "网上可办率", "确保", "target.level", "任务："):
        assert words in tip.text
    box = tip.rect
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280


def test_a_layer_is_switched_off_and_on(opened: Open) -> None:
    page = opened(1280, 900)
    colour = "return getComputedStyle(document.querySelector('.f.slogan')).getPropertyValue('--upper')"
    before = page.execute_script(colour)
    switch = page.find_element("css selector", "label.slogan")
    switch.click()
    assert page.execute_script(colour) == "transparent" != before
    switch.click()
    assert page.execute_script(colour) == before


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_runs_over_the_side_and_text_is_readable(opened: Open, width: int, dark: bool) -> None:
    page = opened(width, 800, dark=dark)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width
    cut = page.execute_script(
        """return [...document.querySelectorAll("td, th, .label, .links, .groups span, h2")]
            .filter((e) => getComputedStyle(e.closest("thead") || e).position !== "absolute")
            .filter((e) => e.getClientRects().length && e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
            .map((e) => e.textContent);"""
    )
    assert cut == []
    contrast = page.execute_script(
        """const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
        const light = (colour) => {
            canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
                .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const style = getComputedStyle(document.documentElement);
        const value = (name) => light(style.getPropertyValue(name));
        const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        return ["--ink", "--faint", "--link", "--c-target"].map((name) => ratio(value(name), value("--paper")));"""
    )
    assert min(contrast) >= 4.5


def test_no_error_and_no_request(opened: Open) -> None:
    page = opened(1280, 900)
    assert [entry for entry in page.get_log("browser") if entry["level"] == "SEVERE"] == []
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_the_page_prints(opened: Open) -> None:
    page = opened(1280, 900)
    assert page.print_page().startswith("JVBERi")


SAVED = """
    window.saved = {};
    HTMLAnchorElement.prototype.click = function () { window.saved.name = this.download; };
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved.text = text; }); return make(blob); };
"""


def saved(page: Any, what: str) -> tuple[str, str]:
    """Name and content of what a button of the task table would save."""
    page.execute_script(SAVED)
    page.execute_script(f"document.querySelector('[data-do={what}]').click()")
    WebDriverWait(page, 10).until(lambda page: page.execute_script("return window.saved.text !== undefined"))
    found = page.execute_script("return window.saved")
    return found["name"], found["text"]


def ask(page: Any, by: str, value: str) -> list[str]:
    """The numbers of the tasks that are left after a filter has been set."""
    page.execute_script(
        """const field = document.querySelector(`[data-by=${arguments[0]}]`);
        field.value = arguments[1];
        field.dispatchEvent(new Event("input", {bubbles: true}));""",
        by,
        value,
    )
    found: list[str] = page.execute_script(
        """return [...document.querySelectorAll(".cards tbody tr")]
            .filter((row) => row.offsetParent).map((row) => row.dataset.find);"""
    )
    return found


def test_tasks_are_filtered_by_body_by_day_and_by_words(opened: Open) -> None:
    page = opened(1280, 900)
    assert ask(page, "body", "") == ["c1", "c2"]
    assert ask(page, "body", "县财政局") == ["c1"]
    assert page.execute_script("return document.querySelector('.count').textContent") == "1 / 2 项"
    assert ask(page, "body", "") == ["c1", "c2"]
    assert ask(page, "due", "2021-06-30") == ["c1"]
    assert ask(page, "due", "2021-06-29") == []
    assert ask(page, "due", "") == ["c1", "c2"]
    assert ask(page, "words", "审批时限") == ["c2"]


def test_what_is_shown_is_saved_and_copied(opened: Open, result: Result) -> None:
    page = opened(1280, 900)
    name, text = saved(page, "csv")
    assert name.endswith(".csv")
    assert text.lstrip("\ufeff") == result.tasks.to_csv()
    assert ask(page, "words", "审批时限") == ["c2"]
    assert len(saved(page, "csv")[1].splitlines()) == 2
    page.execute_script(
        """document.addEventListener("copy", (e) => setTimeout(() => {
            window.copied = e.defaultPrevented;
        }));"""
    )
    page.find_element("css selector", "[data-do=copy]").click()
    WebDriverWait(page, 10).until(lambda page: page.execute_script("return window.copied === true"))
    assert page.execute_script("return document.querySelector('.count').textContent") == "已复制"


def test_the_calendar_is_that_of_the_library(opened: Open, result: Result, tmp_path: Path) -> None:
    page = opened(1280, 900)
    name, text = saved(page, "ics")
    result.to_ics(tmp_path / "page.ics")
    assert name.endswith(".ics")
    assert text == (tmp_path / "page.ics").read_bytes().decode()


def test_several_documents_in_one_page(browser: Any, result: Result, tmp_path: Path) -> None:
    from policyextract import extract
    from policyextract.export.page import pages

    other = extract("市财政局要在6月底前完成清理任务30项。")
    path = tmp_path / "pages.html"
    path.write_text(pages([("甲", result), ("乙", other)], "两份"), "utf-8", newline="")
    browser.get(path.as_uri())
    seen = "return [...document.querySelectorAll('.text')].filter((t) => t.offsetParent).map((t) => t.textContent)"
    assert browser.execute_script(seen) == [result.document.source]
    choose = "const c = document.querySelector('#choose'); c.value = arguments[0]; c.dispatchEvent(new Event('change'))"
    browser.execute_script(choose, "f2-")
    assert browser.execute_script(seen) == [other.document.source]
    browser.execute_script("document.querySelector('#f2-document a.place').click()")
    assert browser.execute_script("return document.querySelectorAll('.flash').length") > 0
    browser.execute_script(choose, "")
    assert len(browser.execute_script(seen)) == 2
    ids = browser.execute_script("return [...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_the_checker_of_accessibility_finds_nothing(opened: Open, width: int, dark: bool) -> None:
    axe = Path(os.environ.get("AXE", "node_modules/axe-core/axe.min.js"))
    if not axe.exists():
        pytest.skip("axe-core is not here: npm install axe-core, and AXE=…/axe.min.js")
    page = opened(width, 900, dark=dark)
    page.execute_script(axe.read_text("utf-8"))
    found = page.execute_async_script(
        """const done = arguments[0];
        axe.run().then((r) => done(r.violations.map((v) => [v.id, v.impact, v.nodes[0].html.slice(0, 200)])));"""
    )
    assert found == [], json.dumps(found, ensure_ascii=False, indent=1)
