// Notes when the field is entered, when a query arrives, and when the first result can be seen.

(result) => {
  const times = { focus: null, input: null, shown: null };
  globalThis.searchTimes = times;
  addEventListener("focusin", () => { times.focus ??= performance.now(); }, { capture: true, once: true });
  addEventListener("input", () => { times.input ??= performance.now(); }, { capture: true, once: true });

  function watch() {
    const links = times.input === null ? [] : [...document.querySelectorAll(result)];
    if (links.some((link) => link.checkVisibility({ visibilityProperty: true }))) {
      times.shown = performance.now();
    } else {
      requestAnimationFrame(watch);
    }
  }
  watch();
}
