/* After log-out: what the page of visits kept in this browser is gone, whatever the browser does with what it was told. */
(() => {
  globalThis.indexedDB?.deleteDatabase("hallway");
  globalThis.caches?.keys().then((names) => names.forEach((name) => caches.delete(name)));
  navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((one) => one.unregister()));
})();
