/* What is written of a visit, sealed in the browser (ADR 30). The key is made of two halves: a secret that the server gives the
   live log-in, kept in a cookie that goes out by itself, and a grain of salt that lies here. Neither opens anything alone, and
   the key itself cannot be taken out of the browser. In clear lie only ids, which log-in it was, and whether it waits. */
const DB = "hallway", COOKIE = "besok", PLACE = "/hjemmebesok/";
const bytes = new TextEncoder(), words = new TextDecoder();
const done = (asked) => new Promise((yes, no) => { asked.onsuccess = () => yes(asked.result); asked.onerror = () => no(asked.error); });
const seconds = () => Math.floor(Date.now() / 1000);
let kept = { of: "", key: null };

// Opened for each thing that is done, so that a log-out in another tab can take it all away.
async function store(name, mode, act) {
  const asked = indexedDB.open(DB, 1);
  asked.onupgradeneeded = () => { asked.result.createObjectStore("visits", { keyPath: "id" }); asked.result.createObjectStore("salt"); };
  const db = await done(asked);
  try { return await done(act(db.transaction(name, mode, { durability: "strict" }).objectStore(name))); } finally { db.close(); }
}

// The secret as the cookie has it: which log-in, the secret, until when at most, and how long untouched. Nothing when it is over.
export function secret() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${COOKIE}=`));
  const [id, half, until, idle] = cookie ? cookie.slice(COOKIE.length + 1).split(".") : [];
  return half && Number(until) > seconds() ? { id, half, until: Number(until), idle: Number(idle) } : null;
}

// Somebody is at work: the secret lasts as long as the desk stays open untouched, and never past the log-in.
export function stay() {
  const s = secret();
  if (!s) return;
  const lasts = Math.min(s.idle, s.until - seconds());
  document.cookie = `${COOKIE}=${s.id}.${s.half}.${s.until}.${s.idle}; path=${PLACE}; max-age=${lasts}; samesite=strict${location.protocol === "https:" ? "; secure" : ""}`;
}

export function forget() {
  kept = { of: "", key: null };
  document.cookie = `${COOKIE}=; path=${PLACE}; max-age=0; samesite=strict`;
}

/* Tells the whole desk that something waits here, so that log-out does not take it away unasked. */
export function mark(waits) {
  document.cookie = `${COOKIE}_venter=${waits ? "1; " : "; max-age=0; "}path=/; samesite=strict`;
}

async function salt() {
  await store("salt", "readwrite", (s) => s.add(crypto.getRandomValues(new Uint8Array(32)), 1)).catch(() => null);
  return store("salt", "readonly", (s) => s.get(1));
}

async function made(half) {
  const raw = Uint8Array.from(half.match(/../g), (two) => parseInt(two, 16));
  const base = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: await salt(), info: bytes.encode("oppvekst hallway 1") };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

async function key() {
  const s = secret();
  if (!s) return null;
  if (kept.of !== s.half) kept = { of: s.half, key: await made(s.half) };
  return { id: s.id, key: kept.key };
}

const bound = (row) => bytes.encode(`${row.id} ${row.investigation} ${row.login}`);

/* Keep a visit. False when there is nothing to seal it with: then it is not kept at all. */
export async function keep(visit) {
  const now = await key();
  if (!now) return false;
  const { id, investigation, waiting } = visit, iv = crypto.getRandomValues(new Uint8Array(12));
  const row = { id, investigation, login: now.id, waiting, iv };
  const how = { name: "AES-GCM", iv, additionalData: bound(row) };
  row.sealed = await crypto.subtle.encrypt(how, now.key, bytes.encode(JSON.stringify(visit)));
  await store("visits", "readwrite", (s) => s.put(row));
  return true;
}

async function opened(row, with_) {
  const how = { name: "AES-GCM", iv: row.iv, additionalData: bound(row) };
  return JSON.parse(words.decode(await crypto.subtle.decrypt(how, with_, row.sealed)));
}

export const drop = (id) => store("visits", "readwrite", (s) => s.delete(id));
const rows = () => store("visits", "readonly", (s) => s.getAll());

/* Whether anything waits, also what this log-in cannot open. */
export const waits = async () => (await rows()).some((row) => row.waiting);

/* Every visit this log-in can open. */
export async function visits() {
  const now = await key(), mine = now ? (await rows()).filter((row) => row.login === now.id) : [];
  return Promise.all(mine.map((row) => opened(row, now.key)));
}

/* Which other log-ins something lies here from. */
export async function earlier() {
  const now = secret();
  return [...new Set((await rows()).map((row) => row.login))].filter((id) => id !== now?.id);
}

/* What lies from an earlier log-in: sealed anew for this one when the server gives its secret, else deleted. How many were lost. */
export async function carry(login, half) {
  const left = (await rows()).filter((row) => row.login === login), old = half && await made(half);
  let lost = 0;
  for (const row of left) {
    const visit = old && await opened(row, old).catch(() => null);
    if (visit) await keep(visit);
    else { await drop(row.id); lost += row.waiting ? 1 : 0; }
  }
  return lost;
}
