// What an opinion is about, filled in on the printable form from the link that led to it: ?id=…&page=….
// A link may name an id and a page of this site, never words: what the page is called stands on that page. Where it
// can't be asked (file://) the id alone is filled in; without this script the lines stay blank, to be written by hand.

{
  const form = document.querySelector("[data-opinion-form]");
  const asked = new URLSearchParams(location.search);
  const id = asked.get("id") ?? "";
  const page = asked.get("page") ?? "";
  const fill = (name, words) => { form.querySelector(`[data-fill="${name}"]`).textContent = words; };

  const known = /^(?:\d{4}\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)
    && /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\/index\.html(?:#[a-z0-9-]+)?$/.test(page);
  const here = new URL("../../", location.href.replace(/[?#].*/s, ""));

  const named = async () => {
    const answer = await fetch(new URL(page, here));
    if (!answer.ok) return;
    const [, anchor] = page.split("#");
    const read = new DOMParser().parseFromString(await answer.text(), "text/html");
    const title = anchor ? read.getElementById(anchor) : read.querySelector("h1");
    if (!title) return;
    fill("id", id);
    fill("title", title.textContent.trim());
    fill("address", `${form.dataset.site || here.href}${page.replace("index.html", "")}`);
  };

  if (known && location.protocol === "file:") fill("id", id);
  else if (known) named().catch(() => { /* the lines stay blank */ });
}
