/* The page of a home visit: everything that is typed is sealed in the phone at once, and sent when there is a net. A sending has
   a mark of its own, kept before it is sent, so that one whose answer was lost is stored once. Without this file the page is an
   ordinary form. */
import * as box from "./hallway-box.js";

const doc = document, page = doc.querySelector("[data-hallway]"), form = doc.querySelector("[data-hallway-form]");
const say = doc.querySelector("[data-hallway-say]"), told = say.querySelector("[data-say]"), said = say.dataset;
const two = say.querySelector("[data-two-link]"), door = say.querySelector("[data-door]");
const waiting = doc.querySelector("[data-hallway-waiting]");
const ID = /^\/hjemmebesok\/([0-9a-f-]{36})\/$/, SOON = 300, PAUSE = 2500, AGAIN = 30_000;
const place = location.pathname.match(ID)?.[1], wanted = new URLSearchParams(location.search).get("besok");
const shell = "shell" in page.dataset, writing = Boolean(form && place);
const able = Boolean(globalThis.indexedDB && globalThis.crypto?.subtle);
const boxes = writing ? [...form.querySelectorAll("textarea, input[type=datetime-local]")] : [];
let here = null, token = form?.elements.csrfmiddlewaretoken?.value ?? "", busy = null, keeping = 0, sending = 0, tried = 0, locked = false;

const read = () => Object.fromEntries(boxes.map((b) => [b.name, b.value]));
const write = (texts) => { for (const b of boxes) if (b.value !== (texts[b.name] ?? "")) b.value = texts[b.name] ?? ""; };
const tell = (what, { link = "", out = false } = {}) => {
  if (told.textContent !== what) told.textContent = what;
  two.hidden = !link;
  if (link) two.href = link;
  door.hidden = !out;
  say.dataset.state = link ? "two" : what === said.unsent || out ? "unsent" : what.startsWith(said.sent) ? "sent" : "";
};
const stand = (visit) => {
  if (visit.two) tell(said.two, { link: visit.two });
  else if (visit.refused) tell(`${said.unsent}. ${visit.refused}`);
  else if (visit.waiting) tell(said.unsent);
  else if (visit.at) tell(said.sent + visit.at);
  else if (shell) tell(said.offline);
};

// The list of what has not been sent: other visits than the one on the page.
async function list() {
  const left = (await box.visits()).filter((one) => one.waiting && one.id !== here?.id);
  waiting.querySelector("ul").replaceChildren(...left.map((one) => {
    const row = doc.createElement("li"), link = doc.createElement("a"), note = doc.createElement("span");
    link.href = `/hjemmebesok/${one.investigation}/?besok=${one.id}`;
    link.textContent = one.child || `Hjemmebesøk ${(one.texts.happened ?? "").replace("T", " kl. ")}`;
    note.className = "op-muted";
    note.textContent = one.refused || said.unsent;
    row.append(link, note);
    return row;
  }));
  waiting.hidden = !left.length;
  box.mark(await box.waits());
  if (shell && !writing && !left.length && !locked) tell(said.nothing);
}

const ask = (url, more) => fetch(url, { redirect: "manual", cache: "no-store", ...more, headers: { "HX-Request": "true", "X-CSRFToken": token } }).catch(() => null);

/* The secret of this log-in, and what lies from the ones before. "net", "out" or nothing when all is well. */
async function enter() {
  const before = await box.earlier();
  if (box.secret() && token && !before.length) return "";
  let lost = 0;
  for (const login of before.length ? before : [""]) {
    const answer = await ask(`/hjemmebesok/nokkel/?fra=${login}`);
    if (!answer || answer.status >= 500) return "net";
    if (!answer.ok) return "out";
    const given = await answer.json();
    token = given.token;
    if (login) lost += await box.carry(login, given.was);
  }
  if (lost) tell(said.gone);
  return "";
}

async function send(visit) {
  visit.sent ??= { key: crypto.randomUUID(), version: visit.version, texts: { ...visit.texts } };
  await box.keep(visit);
  const { key, version, texts } = visit.sent;
  const body = new URLSearchParams({ visit: visit.id, version, key, ...texts });
  const answer = await ask(`/hjemmebesok/${visit.investigation}/send/`, { method: "POST", body });
  if (!answer || answer.status >= 500) return "net";
  if (answer.status === 403) { token = ""; return "net"; }
  if (answer.status === 401 || answer.type === "opaqueredirect") return "out";
  const got = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : { refused: "Du har ikke tilgang til saken nå." };
  visit.refused = got.refused ?? "";
  if (visit.refused) { await box.keep(visit); return "refused"; }
  await take(visit, got);
  return "";
}

/* What the server answered, taken in: another's words come into the parts that nobody has written in here since. */
async function take(visit, got) {
  const was = visit.sent.texts, old = visit.id;
  for (const name of Object.keys(was)) if (!got.two && visit.texts[name] === was[name]) visit.texts[name] = got.texts[name];
  visit.waiting = Object.keys(was).some((name) => visit.texts[name] !== (got.two ? was[name] : got.texts[name]));
  if (!got.two) visit.version = got.version;
  Object.assign(visit, { id: got.visit, two: got.two, at: got.at, sent: null });
  await box.keep(visit);
  if (old !== visit.id) await box.drop(old);
  if (visit === here) write(visit.texts);
}

/* Everything that waits, one after the other; once at a time. */
function sync() {
  clearTimeout(sending);
  busy ??= (async () => {
    let how = able && navigator.onLine ? await enter() : "net";
    const others = (await box.visits()).filter((one) => one.waiting && one.id !== here?.id);
    for (const visit of [...(here?.waiting ? [here] : []), ...others]) if (!how || how === "refused") how = await send(visit);
    return how;
  })().catch(() => "net").finally(() => { busy = null; });
  return busy.then(async (how) => {
    if (how === "out") tell(said.out, { out: true });
    else if (here) stand(here);
    tried = how ? tried + 1 : 0;
    if (here?.waiting && how !== "out" && how !== "refused") sending = setTimeout(sync, how ? Math.min(AGAIN, 1000 * 2 ** tried) : PAUSE);
    await list().catch(() => null);
    return how;
  });
}

async function keep() {
  clearTimeout(keeping);
  if (!here || locked) return;
  here.texts = read();
  const safe = able && await box.keep(here).catch(() => false);
  if (safe) { if (here.waiting && !here.two) tell(said.unsent); } else if (able && navigator.onLine) { await sync(); } else tell(said.unable);
}

function typed() {
  box.stay();
  box.mark(true);
  here.waiting = true;
  here.texts = read();
  clearTimeout(keeping);
  clearTimeout(sending);
  keeping = setTimeout(keep, SOON);
  sending = setTimeout(sync, PAUSE);
}

/* Untouched for too long, or logged out: the secret is gone, and so is what stood on the page. */
function lock() {
  if (!able || locked || box.secret() || !shell) return;
  locked = true;
  here = null;
  for (const b of boxes) b.value = "";
  page.querySelector("[data-hallway-write]").hidden = true;
  tell(said.locked, { out: navigator.onLine });
}

async function begin() {
  const found = (await box.visits()).filter((one) => one.investigation === place);
  const id = shell ? wanted : form.elements.visit.value;
  // One that was begun in flight mode, and that the server does not know of yet, comes before a new one.
  const fresh = shell || form.elements.version.value === "0", left = found.filter((one) => shell || one.waiting);
  const stored = found.find((one) => one.id === id) ?? (fresh && !wanted ? left.sort((a, b) => b.waiting - a.waiting)[0] : null);
  if (shell || stored?.waiting) here = stored ?? null;
  here ??= {
    id: id || crypto.randomUUID(), investigation: place, version: Number(form.elements.version.value) || 0, waiting: false, sent: null,
    texts: read(), child: page.dataset.child ?? "", two: two.hidden ? "" : two.href, at: page.dataset.sentAt ?? "", refused: "",
  };
  if (shell && !here.texts.happened) here.texts.happened = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  form.elements.visit.value = here.id;
  write(here.texts);
  const name = page.querySelector("[data-hallway-child]");
  if (name) name.textContent = here.child;
  await box.keep(here);
  stand(here);
}

async function finish(then) {
  await keep();
  const how = here.waiting ? await sync() : "";
  if (how || here.waiting || here.two) { if (how === "net") tell(`${said.unsent}. ${then ? said.finish : ""}`); return; }
  const draft = `/hjemmebesok/utkast/${here.id}/`;
  if (then === "ferdig") location.assign(`${draft}ferdig/`);
}

async function start() {
  if (!able) { if (writing) tell(said.unable); return; }
  navigator.serviceWorker?.register(page.dataset.worker ?? "/static/js/hallway-worker.js", { scope: "/hjemmebesok/" }).catch(() => null);
  if (shell && !writing) page.querySelector("[data-hallway-write]").hidden = true;
  if (shell && !box.secret()) { lock(); if (!navigator.onLine) return; }
  const how = navigator.onLine ? await enter() : "net";
  if (locked && !how) { location.reload(); return; }
  if (locked) return;
  if (writing) await begin();
  // What was finished or taken over elsewhere need not lie here any more.
  if ("list" in page.dataset && !how) {
    const known = new Set([...doc.querySelectorAll("[data-visit]")].map((li) => li.dataset.visit));
    for (const one of await box.visits()) if (!one.waiting && !known.has(one.id)) await box.drop(one.id);
  }
  await sync();
}

if (writing) {
  form.addEventListener("input", () => { if (here && able) typed(); });
  form.addEventListener("submit", (e) => { if (here && able && box.secret()) { e.preventDefault(); finish(e.submitter?.value ?? ""); } });
  doc.addEventListener("visibilitychange", () => { if (here?.waiting) keep(); });
  addEventListener("pagehide", () => { if (here?.waiting) keep(); });
}
// Logging out takes away all that lies here: what waits is sent first.
doc.addEventListener("submit", (e) => {
  if (!e.target.action?.endsWith("/logg-ut/") || !able) return;
  if (e.target.dataset.sure) { box.mark(false); return; }
  e.preventDefault();
  e.stopPropagation();
  (async () => {
    if (here?.waiting) await keep();
    const how = await sync(), left = (await box.visits()).some((one) => one.waiting);
    if (!how && !left) box.mark(false);
    if (how || left) { e.target.dataset.sure = "yes"; tell(`${said.unsent}. Velger du «Logg ut» en gang til, blir det slettet.`); return; }
    e.target.dataset.sure = "yes";
    box.forget();
    e.target.submit();
  })();
}, true);
for (const what of ["pointerdown", "keydown"]) doc.addEventListener(what, () => box.stay(), { passive: true });
addEventListener("online", sync);
addEventListener("focus", () => { if (here?.waiting || locked) (locked ? start() : sync()); });
setInterval(lock, 5000);
start();
