/* The desk locks itself: covered when nobody has touched it for a while, uncovered when the same person has logged in
   anew. What was typed stays on the page all the time. Without this file the session ends by itself on the server. */
(() => {
  const doc = document, cover = doc.getElementById("laas");
  if (!cover) return;
  const LIMIT = Number(cover.dataset.idle) * 1000, KEY = "op-awake", me = doc.body.dataset.who, title = doc.title;
  const say = cover.querySelector("[data-lock-say]"), form = cover.querySelector("[data-lock-form]");
  let touched = Date.now(), told = Date.now();

  // All tabs of the browser share one session: touching one keeps all awake.
  const read = () => { try { return Number(localStorage.getItem(KEY)) || 0; } catch { return 0; } };
  const write = () => { try { localStorage.setItem(KEY, String(Date.now())); } catch { /* this tab only */ } };
  const send = (url) => fetch(url, { method: "POST", headers: { "X-CSRFToken": form.querySelector("input").value } }).catch(() => {});
  const locked = () => doc.body.classList.contains("op-locked");

  const lock = () => {
    doc.body.classList.add("op-locked");
    doc.title = cover.dataset.title;
    cover.showModal();
    send(form.action);
  };
  const unlock = () => {
    doc.body.classList.remove("op-locked");
    doc.title = title;
    say.textContent = "";
    touched = told = Date.now();
    cover.close();
  };
  const look = async () => {
    if (!locked()) return;
    const answer = await fetch(cover.dataset.whoUrl, { redirect: "manual", cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return;
    const who = (await answer.json()).who;
    if (who === me) unlock(); else location.replace("/");
  };
  const touch = () => {
    if (locked()) return;
    if (Date.now() - touched > 1000) write();
    touched = Date.now();
    if (touched - told > LIMIT / 3) { told = touched; send(cover.dataset.stillUrl); }
  };
  const check = () => { if (!locked() && Date.now() - Math.max(touched, read()) >= LIMIT) lock(); };

  for (const what of ["keydown", "pointerdown", "pointermove", "wheel"]) doc.addEventListener(what, touch, { passive: true });
  cover.addEventListener("cancel", (e) => e.preventDefault());
  addEventListener("storage", (e) => { if (e.key === KEY) look(); });
  doc.addEventListener("visibilitychange", () => { if (!doc.hidden) { check(); look(); } });
  addEventListener("focus", look);
  setInterval(check, 5000);
  write();
})();
