// Caches of what is computed from texts and from the index.

const caches = [];

/** A function of one argument that computes each result once, until files arrive that may change it. */
export function cached(compute) {
  const known = new Map();
  caches.push(known);
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}

/** To be called whenever the index or the folding of characters changes. */
export const clearCaches = () => caches.forEach((known) => known.clear());
