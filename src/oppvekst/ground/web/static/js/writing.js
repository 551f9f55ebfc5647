/* The editor: each part of a draft is saved while it is written, and says so. What is not saved yet stays on the page, and
   nowhere else in the browser. Without this file one button saves all parts. */
(() => {
  const doc = document, form = doc.querySelector("form[data-writing]");
  if (!form) return;
  const PAUSE = 2000, AGAIN = 6000, APART = 10000, say = form.dataset;
  const token = form.querySelector("input[name=csrfmiddlewaretoken]").value;
  const alarm = doc.querySelector("[data-alarm]"), words = alarm.querySelector("[data-alarm-say]"), door = alarm.querySelector("[data-alarm-door]");
  const covered = () => doc.body.classList.contains("op-locked");
  const ask = (url, more) => fetch(url, { redirect: "manual", cache: "no-store", ...more, headers: { "HX-Request": "true", "X-CSRFToken": token } }).catch(() => null);
  let leaving = false, asked = 0;

  const parts = [...form.querySelectorAll("[data-part]")].map((el) => {
    const box = el.querySelector("textarea");
    // What the server knows; a browser may have put back something else.
    return { el, box, key: el.dataset.part, kept: box.defaultValue, timer: 0, busy: false, touched: false };
  });
  const of = (target) => parts.find((p) => p.el.contains(target));
  const unsaved = (p) => p.box.value !== p.kept;
  const line = (p) => p.el.querySelector("[data-saved]");
  const seen = (p) => p.el.querySelector("[data-seen]").value;
  const tell = (p, what) => { line(p).querySelector("[data-say]").textContent = what; };
  const raise = (what, out) => { words.textContent = what; door.hidden = !out; alarm.hidden = false; };
  const calm = () => { if (!parts.some((p) => p.failing)) { alarm.hidden = true; words.textContent = ""; } };
  const plan = (p, wait) => { clearTimeout(p.timer); p.timer = setTimeout(save, wait, p); };

  // The line under the box comes from the server; what the writer has opened in it stays open.
  const renew = (p, html) => {
    const old = line(p), open = new Set([...old.querySelectorAll("details[open]")].map((d) => d.dataset.keep));
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-saved]");
    if (!fresh) return null;
    for (const d of fresh.querySelectorAll("details")) d.open = open.has(d.dataset.keep);
    old.replaceWith(fresh);
    return fresh;
  };

  async function save(p) {
    clearTimeout(p.timer);
    if (p.busy || !unsaved(p)) return;
    if (covered()) { plan(p, AGAIN); return; }
    p.busy = true;
    const text = p.box.value, body = new URLSearchParams({ text, seen: seen(p), who: doc.body.dataset.who });
    const answer = await ask(p.el.dataset.url, { method: "POST", body });
    const fresh = answer && (answer.ok || answer.status === 409) ? renew(p, await answer.text()) : null;
    p.busy = false;
    p.failing = !fresh || !("kept" in fresh.dataset);
    if (!p.failing) p.kept = text;
    if (fresh && (p.failing || "two" in fresh.dataset)) raise(fresh.querySelector("[data-say]").textContent, false);
    else if (p.failing) { tell(p, say.waits); raise(answer?.status === 401 ? say.out : answer ? say.wrong : say.offline, answer?.status === 401); }
    else { calm(); }
    if (unsaved(p)) plan(p, p.failing ? AGAIN : PAUSE);
    if (!p.failing) news();
  }

  // What others have written since: asked when one comes to a box, and after one has saved; never by the clock.
  async function news() {
    if (covered() || Date.now() - asked < APART) return;
    asked = Date.now();
    const answer = await ask(`${say.news}?${new URLSearchParams(parts.map((p) => [p.key, seen(p)]))}`);
    if (!answer?.ok) return;
    for (const [key, html] of Object.entries(await answer.json())) {
      const p = parts.find((one) => one.key === key);
      if (p && !unsaved(p)) p.el.querySelector("[data-news]").innerHTML = html;
    }
  }

  const put = (p, text) => {
    const { box } = p, at = p.touched ? box.selectionEnd : box.value.length;
    const before = box.value.slice(0, at).trimEnd(), after = box.value.slice(at).trimStart();
    box.value = [before, text, after].filter(Boolean).join("\n\n");
    box.selectionStart = box.selectionEnd = (before ? before.length + 2 : 0) + text.length;
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };

  form.addEventListener("input", (e) => {
    const p = of(e.target);
    if (!p || e.target !== p.box) return;
    p.el.querySelector("[data-news]").textContent = "";
    if (!p.failing) tell(p, say.writes);
    plan(p, p.failing ? AGAIN : PAUSE);
  });
  form.addEventListener("focusin", (e) => { const p = of(e.target); if (p && e.target === p.box) { p.touched = true; news(); } });
  form.addEventListener("click", (e) => {
    const put_in = e.target.closest("[data-insert]"), take = e.target.closest("[data-take]");
    const p = of(e.target);
    if (put_in) { e.preventDefault(); put(p, put_in.dataset.insert); if (put_in.dataset.told) tell(p, put_in.dataset.told); }
    else if (take && !unsaved(p)) {
      p.box.value = p.kept = take.dataset.take;
      p.el.querySelector("[data-seen]").value = take.dataset.seen;
      tell(p, take.dataset.told);
      p.el.querySelector("[data-news]").textContent = "";
      p.box.focus();
    }
  });
  form.addEventListener("submit", () => { leaving = true; });
  doc.addEventListener("keydown", (e) => { if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "s") { e.preventDefault(); parts.forEach(save); } });
  doc.addEventListener("visibilitychange", () => parts.forEach(save));
  addEventListener("online", () => parts.forEach(save));
  addEventListener("focus", () => parts.filter((p) => p.failing).forEach(save));
  addEventListener("pageshow", () => { leaving = false; parts.forEach(save); });
  addEventListener("beforeunload", (e) => { if (!leaving && parts.some(unsaved)) e.preventDefault(); });
})();
