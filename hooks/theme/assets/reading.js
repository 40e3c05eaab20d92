// How somebody wants to read: palette, size of type, links of figures, the key of the search. Kept on the reader's own machine only.
// Not deferred: it chooses the palette before anything is painted. Without it the system's wish is followed.

{
  const root = document.documentElement;
  const kept = (name) => {
    try { return localStorage.getItem(name) ?? ""; } catch { return ""; }
  };
  const keep = (name, value) => {
    try { localStorage.setItem(name, value); } catch { /* refused: it holds for this page */ }
  };

  /** Links of figures → their attributes, as they were. */
  const links = new Map();

  const apply = {
    palette(chosen) {
      for (const sheet of document.querySelectorAll("link[data-palette]")) {
        sheet.media = chosen ? (sheet.dataset.palette === chosen ? "screen" : "not all") : sheet.dataset.system;
      }
    },
    size(chosen) {
      root.dataset.size = chosen;
    },
    shortcut(chosen) {
      root.dataset.shortcut = chosen;
    },
    figures(chosen) {
      for (const figure of document.querySelectorAll(".figure")) {
        if (!links.has(figure)) links.set(figure, ["href", "aria-label"].map((name) => [name, figure.getAttribute(name)]));
        for (const [name, value] of links.get(figure)) {
          if (chosen) figure.removeAttribute(name);
          else figure.setAttribute(name, value);
        }
      }
    },
  };

  root.classList.add("scripted");
  apply.palette(kept("palette"));
  // Before it paints, a browser waits for the sheets that the parser meets, not for those that a script wakes.
  const worn = document.querySelector("link[data-palette][media=screen]");
  if (worn) document.write(worn.outerHTML);
  apply.size(kept("size"));
  apply.shortcut(kept("shortcut"));
  addEventListener("DOMContentLoaded", () => {
    if (kept("figures")) apply.figures(kept("figures"));
    const form = document.querySelector(".settings form");
    for (const name of Object.keys(apply)) form.elements[name].value = kept(name);
    form.elements.print.addEventListener("click", () => print());
    form.addEventListener("change", ({ target }) => {
      keep(target.name, target.value);
      apply[target.name](target.value);
    });
  });
}
