/* Passkeys: the browser is asked, and its answer is sent as an ordinary form. Where a browser cannot, nothing is shown. */
(() => {
  const able = globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!able) continue;
    form.hidden = false;
    form.addEventListener("submit", async (e) => {
      const field = form.elements.nokkel;
      if (field.value) return;
      e.preventDefault();
      e.stopPropagation();
      const told = JSON.parse(form.dataset.options), make = form.dataset.passkey === "create";
      try {
        const made = make
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(told) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(told) });
        field.value = JSON.stringify(made.toJSON());
        form.submit();
      } catch { /* cancelled, or not here: the other way stands below */ }
    });
  }
})();
