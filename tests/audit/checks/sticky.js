// What stays in the window while the page moves leaves at least two thirds of it to the page.
() => {
  const kept = [...document.querySelectorAll("body *")].filter(
    (item) => ["fixed", "sticky"].includes(getComputedStyle(item).position) && audit.seen(item),
  );
  const inTable = (item) => item.closest("table") !== null;
  return kept
    .filter((item) => !inTable(item) && item.getBoundingClientRect().height > innerHeight / 3)
    .map((item) => `${audit.name(item)} keeps ${Math.round(item.getBoundingClientRect().height)} of ${innerHeight} px`);
}
