// One name, one place (WCAG 2.4.9): links that are called alike lead to the same page, or within this page to the
// same heading. Addresses of telephones and mail are one place each, whatever the mail begins with.
() => {
  const { seen } = audit;
  const places = new Map();
  const called = (link) => {
    const copy = link.cloneNode(true);
    for (const hidden of copy.querySelectorAll("[aria-hidden=true], rt, rp")) hidden.remove();
    return (link.getAttribute("aria-label") ?? copy.textContent).replace(/\s+/g, " ").trim();
  };
  const place = (link) => {
    if (!link.protocol.startsWith("http") && link.protocol !== "file:") return link.href.split("?")[0];
    const here = link.pathname === location.pathname && link.origin === location.origin;
    return link.origin + link.pathname + link.search + (here ? link.hash : "");
  };
  for (const link of document.querySelectorAll("a[href]")) {
    const name = called(link);
    if (seen(link)) places.set(name, (places.get(name) ?? new Set()).add(place(link)));
  }
  return [...places].filter(([, to]) => to.size > 1).map(([name, to]) => `${name}: ${[...to].join(", ")}`);
}
