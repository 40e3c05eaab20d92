// Several figures together: by what units are asked for, or by what they are called.

/** Several figures that are asked for in one; null where that is not sure of all of them. */
function answerTogether(reading, said, year, asked) {
  if (asked.units.length > 1 && !asked.change) {
    const found = asked.units.map((unit) => candidates(said, year, { ...asked, units: [unit], paired: true }).filter((one) => one.fits));
    const each = found.map((some) => choose(some, asked));
    const sole = each.find(Boolean);
    // 大班额个数和占比: of two that are alike the one that is of the same as what the other question finds.
    const all = each.map((one, index) => one ?? (sole && found[index].find((some) => some.names[0].slice(0, 4) === sole.names[0].slice(0, 4))));
    if (all.every(Boolean) && different(all)) return figuresAnswer(all, reading, year, asked);
  }
  const whole = choose(candidates(said, year, asked), asked);
  const apart = asked.beside || /各|分别/.test(reading.folded);
  if (whole && whole.coverage > 0.9 && !apart && (!joinedByAnd(reading.folded) || (whole.fits && asked.units.length && namesAll(whole, said)))) return null;
  if (whole?.categories.length > 1) return null;
  const parted = partsOf(said, reading);
  if (parted) return partedAnswer(parted, reading, year, asked);
  for (let at = said.length - 1; at > 0; at -= 1) {
    const [one, other] = two([said.slice(0, at), said.slice(at)], year, [asked, asked]);
    if (other) return figuresAnswer([one, other], reading, year, asked);
  }
  return null;
}

/** The figures of two parts of a query, each asked for in its own way. */
function partedAnswer({ terms, queries }, reading, year, asked) {
  const each = queries.map((query) => {
    const { units } = asks({ folded: query });
    return { ...asked, query, units: units.length ? units : asked.units };
  });
  const [one, other] = two(terms, year, each);
  return other ? figuresAnswer([one, other], reading, year, asked) : null;
}

/** The metrics of two parts; of the second perhaps with what the first one begins with. */
function two([first, second], year, [asked, otherwise]) {
  const rest = completed(second, first);
  const one = surely(first, year, asked);
  const other = one && [rest, [first[0], ...rest]].map((terms) => surely(terms, year, otherwise)).find((each) => each && each.id !== one.id);
  return [one, other];
}

/** A query in two: at the word that joins, or at the gap between two measures; null where there is no such place, or several. */
function partsOf(said, { spaced }) {
  const joints = [...spaced.matchAll(unitsAsked(spaced.replaceAll(" ", "")).length > 1 ? /[和与跟及 ]/g : /[和与跟及]/g)];
  let from = 0;
  const starts = said.map(({ text }) => (from = spaced.indexOf(text, from) + text.length) - text.length);
  for (const { index } of joints) {
    const at = starts.findIndex((start) => start > index);
    if (at > 0) return { terms: [said.slice(0, at), said.slice(at)], queries: [spaced.slice(0, index), spaced.slice(index + 1)].map((part) => part.replaceAll(" ", "")) };
  }
  return null;
}

/** 防疫会议和文件 says 防疫 of both: a word that is a name only with the beginning of the word before. */
function completed(rest, first) {
  const before = first.at(-1).text;
  const [word, ...others] = rest;
  for (let size = before.length - 1; size > 1; size -= 1) {
    const whole = before.slice(0, size) + word.text;
    if (library.words.has(whole)) return [term(whole, COST.word, [{ text: whole, factor: 1 }]), ...others];
  }
  return rest;
}

/** The metric of one part: in the unit that it asks for, else in any; where that is not clear null. */
function surely(terms, year, asked) {
  const ways = asked.units.length ? [asked, { ...asked, units: [] }] : [asked];
  for (const way of ways) {
    const one = choose(candidates(terms, year, way), way);
    if (one && one.coverage >= 0.9) return one;
  }
  return null;
}

const different = (each) => new Set(each.map((one) => one.id)).size === each.length;
