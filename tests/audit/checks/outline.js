// The bones of a page: a way past the header first, then header, words, footer; headings that step down by one.
() => {
  const faults = [];
  const first = document.querySelector("a[href]");
  if (!first || document.querySelector(first.hash || "#none")?.localName !== "main") faults.push("no way past the header");
  const marks = ["header.site-header", "main", "footer.site-footer"].map((mark) => document.querySelector(mark));
  if (marks.some((mark) => !mark)) faults.push("header, main or footer is missing");
  else if (marks.some((mark, i) => i && !(marks[i - 1].compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING)))
    faults.push("header, main and footer are out of order");
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const now = Number(heading.localName[1]);
    if (now > level + 1) faults.push(`from level ${level} to ${audit.name(heading)}`);
    level = now;
  }
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one title");
  if (document.querySelector("[tabindex]:not([tabindex='0'], [tabindex='-1'])")) faults.push("an order of its own for Tab");
  return faults;
}
