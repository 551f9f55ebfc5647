/* oppvekst: enhancements only; every page works without this file. No inline script, no eval, no style attributes. */
(() => {
  const doc = document;

  // Quick exit: ask the server to drop the draft, clear what the browser keeps for us, then replace the page, so that
  // "back" does not come here again. Esc three times does the same. Nothing here may delay or stop the leaving.
  const exit = doc.querySelector("[data-quick-exit]");
  const drop = () => {
    const place = doc.querySelector("[data-drop-url]")?.dataset.dropUrl;
    const token = doc.querySelector("input[name=csrfmiddlewaretoken]")?.value;
    if (place) navigator.sendBeacon(place, new URLSearchParams(token ? { csrfmiddlewaretoken: token } : {}));
  };
  const forget = () => { sessionStorage.clear(); localStorage.clear(); };
  const leave = () => {
    doc.body.classList.add("op-gone");
    doc.title = "";
    window.speechSynthesis?.cancel();
    for (const step of [drop, forget]) { try { step(); } catch { /* leaving comes first */ } }
    location.replace(exit.href);
  };
  if (exit) {
    exit.addEventListener("click", (e) => { e.preventDefault(); leave(); });
    let times = [];
    doc.addEventListener("keydown", (e) => {
      if (e.key !== "Escape") { times = []; return; }
      times = [...times.filter((t) => e.timeStamp - t < 2000), e.timeStamp];
      if (times.length >= 3) leave();
    });
    // A page that the browser kept alive must not come back as it was left.
    addEventListener("pageshow", (e) => { if (e.persisted && doc.body.classList.contains("op-gone")) location.reload(); });
  }

  // Text boxes grow with the text; browsers with field-sizing do it themselves.
  if (!CSS.supports("field-sizing", "content")) {
    const grow = (box) => { box.style.blockSize = "auto"; box.style.blockSize = `${box.scrollHeight + 2}px`; };
    for (const box of doc.querySelectorAll("textarea.ds-input")) grow(box);
    doc.addEventListener("input", (e) => { if (e.target.matches("textarea.ds-input")) grow(e.target); });
  }

  // Fields that belong under one answer of another, or some: <… data-follows="name=value|other">. What is hidden is not sent.
  const followers = [...doc.querySelectorAll("[data-follows]")];
  const follow = () => {
    for (const box of followers) {
      const [name, value] = box.dataset.follows.split("="), wanted = value.split("|");
      const inputs = [...doc.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      const chosen = inputs.some((i) => (/radio|checkbox/.test(i.type) ? i.checked && wanted.includes(i.value) : wanted.includes(i.value)));
      box.hidden = !chosen;
      for (const field of box.querySelectorAll("input, textarea, select")) field.disabled = !chosen;
    }
  };
  if (followers.length) { follow(); doc.addEventListener("change", follow); addEventListener("pageshow", follow); }

  // Dates: a whole date pasted into the first field is spread over the three; a calendar for those who would rather pick.
  const spread = (fields, parts) => fields.forEach((f, i) => { f.value = parts[i]; f.dispatchEvent(new Event("input", { bubbles: true })); });
  for (const box of doc.querySelectorAll("[data-date]")) {
    const fields = [...box.querySelectorAll("input")], button = box.querySelector("[data-pick-date]");
    fields[0].addEventListener("paste", (e) => {
      const parts = e.clipboardData.getData("text").trim().match(/^(\d{1,2})[\s.\/-]+(\d{1,2})[\s.\/-]+(\d{4})$/);
      if (parts) { e.preventDefault(); spread(fields, parts.slice(1)); }
    });
    const picker = doc.createElement("input");
    if (!button || !picker.showPicker || fields[0].disabled) continue;
    Object.assign(picker, { type: "date", tabIndex: -1, ariaHidden: "true", className: "op-date__picker" });
    button.hidden = false;
    button.after(picker);
    button.addEventListener("click", () => {
      const [d, m, y] = fields.map((f) => f.value);
      picker.value = y ? `${y.padStart(4, 0)}-${m.padStart(2, 0)}-${d.padStart(2, 0)}` : "";
      picker.showPicker();
    });
    picker.addEventListener("change", () => { if (picker.value) { spread(fields, picker.value.split("-").reverse().map(Number)); button.focus(); } });
  }

  // Without a network a form that says so is not sent: what was written stays on the page, and a sentence says why.
  doc.addEventListener("submit", (e) => {
    const told = e.target.dataset.offline;
    if (!told || navigator.onLine) return;
    e.preventDefault();
    const say = e.target.querySelector("[data-offline-say]") ?? doc.createElement("p");
    Object.assign(say, { className: "ds-validation-message", textContent: told, role: "alert" });
    say.dataset.offlineSay = "";
    e.target.append(say);
  }, true);

  // A form is sent once, however often the button is pressed; after a while it says that something happens.
  doc.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.method !== "post" || e.defaultPrevented) return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => e.submitter?.setAttribute("aria-busy", "true"), 300);
  });
  addEventListener("pageshow", () => {
    for (const form of doc.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      for (const b of form.querySelectorAll("[aria-busy]")) b.removeAttribute("aria-busy");
    }
  });

  // Reading aloud: <button hidden data-speak="id" data-stop="word">. Only with a voice that lives in this machine: others send
  // the words to somebody else. Leaving the page stops it, the quick exit too.
  const speech = window.speechSynthesis, buttons = [...doc.querySelectorAll("[data-speak]")];
  const voice = () => speech.getVoices().find((v) => v.localService && /^(nb|no)\b/i.test(v.lang)) ?? speech.getVoices().find((v) => v.localService && /^(nn|da|sv)\b/i.test(v.lang));
  if (speech && buttons.length) {
    const offer = () => { for (const b of buttons) b.hidden = !voice(); };
    for (const b of buttons) {
      const word = b.querySelector("span"), first = word.textContent;
      const rest = () => { word.textContent = first; b.removeAttribute("aria-pressed"); };
      b.addEventListener("click", () => {
        if (speech.speaking) { speech.cancel(); rest(); return; }
        const said = new SpeechSynthesisUtterance(doc.getElementById(b.dataset.speak).innerText);
        Object.assign(said, { voice: voice(), lang: voice().lang, rate: 0.9, onend: rest, onerror: rest });
        word.textContent = b.dataset.stop;
        b.setAttribute("aria-pressed", "true");
        speech.speak(said);
      });
    }
    offer();
    speech.addEventListener?.("voiceschanged", offer);
    addEventListener("pagehide", () => speech.cancel());
  }

  for (const b of doc.querySelectorAll("[data-print]")) { b.hidden = false; b.addEventListener("click", () => print()); }
})();
