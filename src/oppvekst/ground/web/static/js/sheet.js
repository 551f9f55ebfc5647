/* A frame drawn on a page becomes the four numbers of the form. Without this file they are typed. */
(() => {
  const img = document.querySelector("[data-sheet]"), form = document.querySelector("[data-frame]");
  if (!img || !form) return;
  const field = (name) => form.elements[`${form.dataset.frame}-${name}`];
  const box = document.createElement("div");
  box.className = "op-leaf__frame";
  let from = null;
  const at = (e) => { const r = img.getBoundingClientRect(), part = (v, of) => Math.min(1, Math.max(0, v / of)); return [part(e.clientX - r.left, r.width), part(e.clientY - r.top, r.height)]; };
  const draw = (one, other) => {
    const [x0, x1] = [one[0], other[0]].sort((a, b) => a - b), [y0, y1] = [one[1], other[1]].sort((a, b) => a - b);
    const pixels = (v, of) => `${v * of}px`;
    Object.assign(box.style, { left: pixels(x0, img.clientWidth), top: pixels(y0, img.clientHeight), width: pixels(x1 - x0, img.clientWidth), height: pixels(y1 - y0, img.clientHeight) });
    for (const [name, value] of Object.entries({ x0, y0, x1, y1 })) field(name).value = (value * 100).toFixed(2);
  };
  img.draggable = false;
  img.addEventListener("pointerdown", (e) => {
    if (e.button) return;
    e.preventDefault();
    from = at(e);
    img.parentNode.append(box);
    img.setPointerCapture(e.pointerId);
    const choice = [...form.querySelectorAll("input[type=radio]")].find((one) => one.value === "frame");
    if (choice && !choice.checked) { choice.checked = true; choice.dispatchEvent(new Event("change", { bubbles: true })); }
  });
  img.addEventListener("pointermove", (e) => { if (from) draw(from, at(e)); });
  img.addEventListener("pointerup", (e) => { if (from) { draw(from, at(e)); from = null; } });
})();
