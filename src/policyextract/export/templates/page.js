(() => {
  "use strict";
  const facts = JSON.parse(document.getElementById("facts").textContent);
  const tip = document.getElementById("tip"), back = document.getElementById("back");
  const main = document.querySelector("main"), header = document.querySelector("header");
  const layerOn = (key) => document.getElementById("show-" + key).checked;
  const piecesOf = (id) => [...main.querySelectorAll(`[data-finds~="${CSS.escape(id)}"]`)];
  let pinned = null, from = null;

  const measure = () => document.documentElement.style.setProperty("--top", header.offsetHeight + 12 + "px");
  measure();
  addEventListener("resize", measure);

  const node = (name, content, className) => {
    const made = document.createElement(name);
    if (content !== undefined) made.textContent = content;
    if (className) made.className = className;
    return made;
  };

  function fill(piece) {
    tip.replaceChildren();
    for (const id of piece.dataset.finds.split(" ")) {
      const fact = facts[id];
      if (!layerOn(fact.layer)) continue;
      const box = node("div", undefined, fact.layer), list = node("dl");
      box.append(node("strong", fact.name + "：" + fact.text));
      for (const [name, value] of fact.rows) list.append(node("dt", name), node("dd", value));
      box.append(list);
      tip.append(box);
    }
    return tip.childElementCount > 0;
  }

  function show(piece, x, y) {
    if (!fill(piece)) return hide();
    tip.hidden = false;
    const lines = [...piece.getClientRects()];
    const line = lines.find((r) => x >= r.left - 1 && x <= r.right + 1 && y >= r.top - 1 && y <= r.bottom + 1) || lines[0];
    const left = Math.min(Math.max(8, line.left), innerWidth - tip.offsetWidth - 8);
    const below = line.bottom + 6 + tip.offsetHeight <= innerHeight;
    const top = below ? line.bottom + 6 : Math.max(8, line.top - 6 - tip.offsetHeight);
    tip.style.left = left + "px";
    tip.style.top = top + "px";
  }

  function hide() { tip.hidden = true; pinned = null; }

  main.addEventListener("pointerover", (event) => {
    const piece = event.target.closest(".f");
    if (piece && !pinned && event.pointerType === "mouse") show(piece, event.clientX, event.clientY);
  });
  main.addEventListener("pointerout", (event) => { if (!pinned && event.pointerType === "mouse") hide(); });
  main.addEventListener("focusin", (event) => {
    const piece = event.target.closest(".f");
    if (piece && piece.matches(":focus-visible")) { pinned = null; show(piece, -1, -1); }
  });
  main.addEventListener("focusout", () => { if (!pinned) hide(); });
  main.addEventListener("click", (event) => {
    const piece = event.target.closest(".f");
    if (!piece || pinned === piece) return hide();
    show(piece, event.clientX, event.clientY);
    pinned = tip.hidden ? null : piece;
  });
  addEventListener("click", (event) => { if (pinned && !main.contains(event.target) && !tip.contains(event.target)) hide(); });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("scroll", (event) => { if (!tip.hidden && event.target !== tip) hide(); }, true);

  function goTo(id, start, origin) {
    const pieces = piecesOf(id), first = document.getElementById(start);
    if (!first) return;
    document.querySelectorAll(".flash, tr.on").forEach((e) => e.classList.remove("flash", "on"));
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    first.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    pieces.forEach((piece) => piece.classList.add("flash"));
    setTimeout(() => pieces.forEach((piece) => piece.classList.remove("flash")), 4000);
    const row = origin.closest("tr");
    if (row) row.classList.add("on");
    from = origin;
    back.hidden = matchMedia("(min-width: 1000px)").matches;
  }

  main.addEventListener("click", (event) => {
    if (!event.target.closest("aside")) return;
    const link = event.target.closest("a.place"), row = event.target.closest("tr[data-find]");
    if (link) {
      event.preventDefault();
      goTo(link.dataset.find, link.hash.slice(1), link);
    } else if (row && !String(getSelection())) {
      goTo(row.dataset.find, row.querySelector("a.place").hash.slice(1), row);
    }
  });
  back.addEventListener("click", () => {
    back.hidden = true;
    if (from) from.scrollIntoView({ block: "center" });
  });
})();
