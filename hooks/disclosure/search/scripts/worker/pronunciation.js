// Sounds: every character a code for how it is read, so that homophones are found by plain comparison.

/** Character → syllable; in what other ways it is read. */
export const syllables = new Map();
export const otherwise = new Map();
/** Syllable → one private character; the same for sounds that are easily mixed up in `vague`. */
const codes = new Map();
export const vague = new Map();

/**
 * Reads the table of sounds: the common characters of GB 2312 are sorted by sound, so that the lengths of
 * the runs are all that has to be sent.
 * @param {string} runs `a2 ai13 …`
 * @param {Record<string, string>} exceptions reading → characters of the site that are (also) read so
 */
export function learnSounds(runs, exceptions) {
  const common = commonCharacters();
  let at = 0;
  for (const run of runs.split(" ")) {
    const [, reading, count] = /^([a-z]+)(\d*)$/.exec(run);
    for (let left = Number(count || 1); left > 0; left -= 1) syllables.set(common[(at += 1) - 1], reading);
  }
  for (const [reading, characters] of Object.entries(exceptions)) {
    for (const char of characters) {
      if (syllables.has(char)) otherwise.set(char, [...(otherwise.get(char) ?? []), reading]);
      else syllables.set(char, reading);
    }
  }
  for (const reading of new Set(syllables.values())) {
    codes.set(reading, String.fromCharCode(0xe000 + codes.size));
    const loose = reading.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");
    if (!vague.has(loose)) vague.set(loose, String.fromCharCode(0xe800 + vague.size));
    vague.set(reading, vague.get(loose));
  }
}

/** The 3,755 common characters of GB 2312, in its order. */
function commonCharacters() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell < (row === 0xd7 ? 0xfa : 0xff); cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder("gbk").decode(new Uint8Array(bytes));
}

/** A text by its first letters, as long as the text. */
export const initialsOf = (text) => [...text].map((char) => syllables.get(char)?.[0] ?? char).join("");

/** A text by its sounds, as long as the text; what has none stays as it is. */
export function heard(text, table = codes) {
  let sounds = "";
  for (const char of text) sounds += table.get(syllables.get(char)) ?? char;
  return sounds;
}
