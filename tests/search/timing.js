// Notes when the field is entered, when a query arrives, and when the first result can be seen.

({ result, patience }) => {
  const times = { focus: null, input: null, shown: null };
  addEventListener("focusin", () => { times.focus ??= performance.now(); }, { capture: true, once: true });
  addEventListener("input", () => { times.input ??= performance.now(); }, { capture: true, once: true });

  globalThis.searchTimes = new Promise((resolve) => {
    const started = performance.now();
    function watch() {
      const links = times.input === null ? [] : [...document.querySelectorAll(result)];
      if (links.some((link) => link.checkVisibility({ visibilityProperty: true }))) {
        times.shown = performance.now();
      }
      if (times.shown !== null || performance.now() - started > patience) resolve(times);
      else requestAnimationFrame(watch);
    }
    watch();
  });
}
