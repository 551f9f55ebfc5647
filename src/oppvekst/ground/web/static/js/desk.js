/* The desk: keys, lists that are walked, dialogs and the side panel, the life-line. Every page works without this file. */
(() => {
  const doc = document;

  // Single keys can be turned off (WCAG 2.1.4); they never act while somebody writes or a dialog is open.
  const KEYS = "op-single-keys";
  const singles = () => { try { return localStorage.getItem(KEYS) !== "off"; } catch { return true; } };
  const toggle = doc.querySelector("[data-single-keys]");
  if (toggle) {
    toggle.checked = singles();
    toggle.addEventListener("change", () => { try { localStorage.setItem(KEYS, toggle.checked ? "on" : "off"); } catch { /* kept for this page only */ } });
  }
  const writing = (el) => el.closest("input, textarea, select, [contenteditable]");
  const open = (id) => { const d = doc.getElementById(id); if (d && !d.open) d.showModal(); };
  const press = (e, act) => { e.preventDefault(); act(); };
  doc.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k" && doc.getElementById("kommando")) { press(e, () => open("kommando")); return; }
    if (e.ctrlKey || e.metaKey || e.altKey || !singles() || writing(e.target) || doc.querySelector("dialog:modal")) return;
    const search = doc.getElementById("sok");
    if (e.key === "/" && search) press(e, () => { search.focus(); search.select(); });
    else if (e.key === "?") press(e, () => open("taster"));
    else { const b = doc.querySelector(`[data-key="${CSS.escape(e.key)}"]`); if (b) press(e, () => b.click()); }
  });

  // Lists that are walked with the arrow keys: the first link of each row, over all lists of the page.
  doc.addEventListener("keydown", (e) => {
    if (e.key !== "ArrowDown" && e.key !== "ArrowUp") return;
    const from = e.target.closest("[data-walk] a, [data-filter]");
    if (!from) return;
    const rows = [...(from.closest("dialog") ?? doc).querySelectorAll("[data-walk] > li:not([hidden])")].filter((r) => r.offsetParent).map((r) => r.querySelector("a"));
    const at = rows.findIndex((a) => a.closest("li").contains(from));
    const to = rows[at + (e.key === "ArrowDown" ? 1 : -1)];
    if (to) press(e, () => { to.focus(); to.closest("li").scrollIntoView({ block: "nearest" }); });
  });

  // The command dialog: typing narrows the list, Enter takes the first that is left, else searches.
  const listOf = (input) => doc.querySelector(input.dataset.filter);
  doc.addEventListener("input", (e) => {
    const list = e.target.dataset?.filter && listOf(e.target);
    if (list) for (const li of list.children) li.hidden = !li.textContent.toLowerCase().includes(e.target.value.trim().toLowerCase());
  });
  doc.addEventListener("submit", (e) => {
    const input = e.target.matches("[data-command]") && e.target.querySelector("[data-filter]");
    const first = input && listOf(input).querySelector("li:not([hidden]) a");
    if (first) press(e, () => { location.href = first.href; });
    else if (input && !e.target.hasAttribute("action")) e.preventDefault();
  });

  // A link may open a dialog that is already on the page; without this file it goes to the page that does the same.
  // data-dialog asks and waits; data-panel stands beside the page, so that one can read while writing.
  doc.addEventListener("click", (e) => {
    const a = e.target.closest("a[data-panel], a[data-dialog]");
    const d = a && doc.getElementById(a.dataset.panel ?? a.dataset.dialog);
    if (!d || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (a.dataset.panel) d.show(); else d.showModal();
    d.querySelector("[autofocus]")?.focus();
    d.addEventListener("close", () => a.focus(), { once: true });
  });

  // The life-line: one tab stop, arrows walk in time and between lanes, the sentence is shown below.
  for (const svg of doc.querySelectorAll("[data-life]")) {
    const part = svg.closest("section"), say = part.querySelector("[data-life-say]");
    const marks = [...svg.querySelectorAll(".ll-mark")];
    const mid = (m) => { const r = m.getBoundingClientRect(); return r.left + r.width / 2; };
    const go = (m) => { if (!m) return; for (const k of marks) k.setAttribute("tabindex", k === m ? 0 : -1); m.focus(); };
    const tell = (e) => { const m = e.target.closest(".ll-mark"); if (m && say) say.textContent = m.dataset.say; };
    const near = (lane, m) => marks.filter((k) => k.dataset.lane === lane).sort((a, b) => Math.abs(mid(a) - mid(m)) - Math.abs(mid(b) - mid(m)))[0];
    marks.forEach((m, i) => m.setAttribute("tabindex", i ? -1 : 0));
    svg.addEventListener("focusin", tell);
    svg.addEventListener("pointerover", tell);
    svg.addEventListener("keydown", (e) => {
      const m = e.target.closest(".ll-mark"); if (!m) return;
      const same = marks.filter((k) => k.dataset.lane === m.dataset.lane), at = same.indexOf(m);
      const lanes = [...new Set(marks.map((k) => k.dataset.lane))], lane = lanes.indexOf(m.dataset.lane);
      const to = { ArrowRight: () => same[at + 1], ArrowLeft: () => same[at - 1], ArrowDown: () => near(lanes[lane + 1], m), ArrowUp: () => near(lanes[lane - 1], m), Home: () => same[0], End: () => same.at(-1) }[e.key];
      if (to) press(e, () => go(to()));
    });
    svg.addEventListener("click", () => { const d = part.querySelector("details"); if (d) d.open = true; });
  }

  // A drawing whose parts are links: beside Tab, the arrows go from one to the next and round.
  for (const svg of doc.querySelectorAll("[data-ring]")) svg.addEventListener("keydown", (e) => {
    const links = [...svg.querySelectorAll("a")], at = links.indexOf(e.target.closest("a"));
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key];
    if (at >= 0 && step) press(e, () => links.at((at + step) % links.length).focus());
  });
})();
