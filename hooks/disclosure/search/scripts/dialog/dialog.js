// The entry point of the interface: events of the field, the form and the page.

import { body, close, field, form, page, panel, search, state } from "./panel.js";
import { ask, chosenFilters, isAwaited, receive } from "./requests.js";

/** Arrow keys move between the field, the answer and the results. */
function move(event) {
  if (event.isComposing) return;
  const stops = [field, ...body.querySelectorAll("a, button")];
  const here = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && !page && isAwaited()) {
    event.preventDefault();
    field.focus();
    close();
  } else if (step && here >= 0 && (!panel.hidden || here > 0)) {
    const next = stops[Math.min(Math.max(here + step, 0), stops.length - 1)];
    event.preventDefault();
    next.focus();
  } else if (event.key === "ArrowDown" && here === 0 && field.value.trim()) {
    ask();
  }
}

field.addEventListener("input", ask);
field.addEventListener("click", () => panel.hidden && field.value.trim() && ask());
for (const place of [form, panel]) place.addEventListener("keydown", move);
if (page) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
} else {
  const outside = ({ target }) => !form.contains(target) && !panel.contains(target);
  form.addEventListener("formdata", ({ formData }) => Object.entries(chosenFilters()).forEach(([name, value]) => value && formData.set(name, value)));
  document.addEventListener("focusin", (event) => outside(event) && close());
  document.addEventListener("pointerdown", (event) => outside(event) && close());
  body.addEventListener("click", (event) => event.target.closest("a") && close());
}
// Someone who left the field before this script came is not searching any more.
if (field.value.trim() && (page || document.activeElement === field)) ask();
search.engine
  .then((worker) => {
    state.engine = worker;
    worker.addEventListener("message", receive);
  })
  .catch(() => {})
  .then(() => field.value.trim() && isAwaited() && ask());
