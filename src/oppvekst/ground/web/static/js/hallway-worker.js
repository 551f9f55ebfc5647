/* The page of visits without a net: the worker keeps its empty shell and the files it is drawn with, and nothing else. No page
   with a name on it is ever kept; what somebody has written is none of its business. */
const DRAWN = new Set(["style", "script", "font", "image"]), SHELL = "/hjemmebesok/skall/", STORE = "hallway-shell-1", PATIENCE = 6000, AGAIN = 3_600_000;
let filled = 0;

async function fill() {
  const page = await fetch(SHELL, { redirect: "error", cache: "no-store" });
  if (!page.ok) throw new Error("no shell");
  const html = await page.clone().text();
  const files = new Set([...html.matchAll(/(?:href|src)="(\/[^"#?]+\.(?:css|js|svg|woff2))/g)].map((found) => found[1]));
  const kept = await caches.open(STORE);
  await kept.addAll([...files]);
  await kept.put(SHELL, page);
  filled = Date.now();
}

const soon = (answer) => Promise.race([answer, new Promise((_, no) => setTimeout(no, PATIENCE, new Error("slow")))]);

async function page(event) {
  try {
    const answer = await soon(fetch(event.request));
    if (Date.now() - filled > AGAIN) event.waitUntil(fill().catch(() => null));
    return answer;
  } catch {
    return (await caches.match(SHELL, { ignoreVary: true })) ?? Response.error();
  }
}

async function file(request) {
  try { return await soon(fetch(request)); } catch { return (await caches.match(request, { ignoreVary: true })) ?? Response.error(); }
}

addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== STORE) await caches.delete(name);
  await clients.claim();
})()));
addEventListener("fetch", (event) => {
  const { request } = event, at = new URL(request.url);
  if (request.method !== "GET" || at.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (DRAWN.has(request.destination)) event.respondWith(file(request));
});
