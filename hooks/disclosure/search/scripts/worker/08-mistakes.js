// Words that are meant where something else was typed: homophones, then one character astray.

const SLIP_FROM = 4;

/** What may be meant by `part`, as pieces of a query. */
function* mistakenPieces(part) {
  for (const [table, field, text, cost] of [
    [codes, "sounds", library.sounds, COST.heard],
    [vague, "vague", library.vagueSounds, COST.vague],
  ]) {
    const sounds = heard(part, table);
    const meant = new Set(library.names.filter((name) => name[field] === sounds).map((name) => name.word));
    if (part.length > 2) for (const found of occurrences(text, sounds)) meant.add(found);
    if (meant.size) {
      yield term(part, cost + 0.15 * differing(part, [...meant][0]), [...meant].map((word) => ({ text: word, factor: 0.85 })), "heard");
      return;
    }
  }
  const meant = slips(part);
  if (meant.length) yield term(part, COST.slip, meant.slice(0, 4).map((text) => ({ text, factor: 0.75 })), "slip");
}

/** The different stretches of all text that sound like `sounds`. */
function occurrences(text, sounds) {
  const found = new Set();
  for (let at = text.indexOf(sounds); at >= 0 && found.size < 5; at = text.indexOf(sounds, at + 1)) {
    found.add(library.text.slice(at, at + sounds.length));
  }
  return found;
}

const differing = (one, other) => [...one].filter((char, index) => char !== other[index]).length;

/** Names, else stretches of the text, that are `part` but for one character. */
function slips(part) {
  const near = library.names.map(({ word }) => word).filter((word) => isSlip(part, word));
  if (near.length || part.length < SLIP_FROM) return near;
  // One half of it is printed as it was typed.
  const half = Math.ceil(part.length / 2);
  const found = new Set();
  for (const [piece, before] of [[part.slice(0, half), 0], [part.slice(half), half]]) {
    if (piece.length < 2) continue;
    for (let at = library.text.indexOf(piece); at >= 0 && found.size < 4; at = library.text.indexOf(piece, at + 1)) {
      for (const more of [0, 1, -1]) {
        const start = before ? at - before - more : at;
        const word = library.text.slice(Math.max(0, start), before ? at + piece.length : at + part.length + more);
        if (!word.includes("\n") && isSlip(part, word) && standsAlone(library.text, Math.max(0, start), Math.max(0, start) + word.length)) found.add(word);
      }
    }
  }
  return [...found];
}

/** Whether one character was changed, left out, added, or two were exchanged; of three one in a name. */
function isSlip(typed, word) {
  if (Math.abs(typed.length - word.length) > 1 || word.length < 3 || typed.length < 3) return false;
  if (word.length === 3 && typed.length !== 3) return typed.length === 4 && isDoubled(typed, word);
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start += 1;
  const [left, right] = [typed.slice(start), word.slice(start)];
  // What only goes on after a name, or before it, says something more.
  if (left.length > right.length) return left.slice(1) === right && right.length > 0 && start > 0;
  if (left.length < right.length) return left === right.slice(1) && left.length > 0 && start > 0;
  return left.slice(1) === right.slice(1) || (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0]);
}

/** 近近视率. */
const isDoubled = (typed, word) => [...typed].some((char, at) => char === typed[at + 1] && typed.slice(0, at) + typed.slice(at + 1) === word);
