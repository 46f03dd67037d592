(() => {
  "use strict";
  const { columns, calendar, tasks } = JSON.parse(document.getElementById("duties").textContent);
  const plain = (cell) => cell.replace(/[\t\r\n]+/g, " ");
  const quoted = (cell) => /[",\r\n]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell;
  const safe = (cell) => /^[=+\-@\t\r]/.test(cell) ? "'" + cell : cell; // a spreadsheet takes none for a formula

  const choose = document.getElementById("choose");
  if (choose) {
    const show = () => document.querySelectorAll(".document").forEach((one) => {
      one.hidden = choose.value !== "" && one.id !== choose.value + "document";
    });
    choose.addEventListener("change", show);
    show();
  }

  function save(name, content, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = document.title.replace(/[\\/:*?"<>|]/g, "_").slice(0, 60) + name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function copy(rows) {
    const line = (cells, tag) => "<tr>" + cells.map((cell) => {
      const box = document.createElement(tag);
      box.textContent = cell;
      return box.outerHTML;
    }).join("") + "</tr>";
    const html = "<table>" + line(columns, "th") + rows.map((cells) => line(cells, "td")).join("") + "</table>";
    const text = [columns, ...rows].map((cells) => cells.map((cell) => plain(safe(cell))).join("\t")).join("\r\n");
    const take = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
    };
    const selection = getSelection();
    selection.selectAllChildren(document.querySelector(".cards")); // without a selection nothing is copied
    document.addEventListener("copy", take);
    const done = document.execCommand("copy");
    document.removeEventListener("copy", take);
    selection.removeAllRanges();
    return done;
  }

  for (const box of document.querySelectorAll(".tools")) {
    const rows = [...box.parentElement.querySelectorAll("tr[data-find]")], count = box.querySelector(".count");
    const asked = (name) => box.querySelector(`[data-by="${name}"]`).value;
    const shown = () => rows.filter((row) => !row.hidden).map((row) => tasks[row.dataset.find]);
    const filter = () => {
      const body = asked("body"), due = asked("due"), words = asked("words").trim();
      for (const row of rows) {
        const task = tasks[row.dataset.find];
        row.hidden = Boolean(body && !task.bodies.includes(body)) || Boolean(due && !(task.due && task.due <= due)) ||
          Boolean(words && !task.cells.some((cell) => cell.includes(words)));
      }
      const left = rows.filter((row) => !row.hidden).length;
      count.textContent = left === rows.length ? `${left} 项` : `${left} / ${rows.length} 项`;
    };
    const doing = {
      copy: () => { count.textContent = copy(shown().map((task) => task.cells)) ? "已复制" : "未能复制"; },
      csv: () => save(".csv", "\ufeff" + [columns, ...shown().map((task) => task.cells.map(safe))]
        .map((cells) => cells.map(quoted).join(",")).join("\r\n") + "\r\n", "text/csv"),
      ics: () => save(".ics", calendar.head + shown().flatMap((task) => task.events).join("") + calendar.foot, "text/calendar"),
    };
    box.addEventListener("input", filter);
    box.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do]");
      if (button) doing[button.dataset.do]();
    });
    box.hidden = false;
    filter();
  }
})();
