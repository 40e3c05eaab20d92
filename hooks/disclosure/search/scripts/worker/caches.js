// Caches of what is computed from texts and from the search index.

const caches = [];

/** Wraps a function of one argument so that it computes each result once, until the caches are cleared. */
export function cached(compute) {
  const known = new Map();
  caches.push(known);
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}

/** To be called whenever the search index or the folding of characters changes. */
export const clearCaches = () => caches.forEach((known) => known.clear());
