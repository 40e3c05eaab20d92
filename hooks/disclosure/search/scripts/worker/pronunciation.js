// Pronunciation: each character gets a code for its sound, so that homophones are found by plain comparison.

/** Character → its syllable; character → its other syllables. */
export const syllables = new Map();
export const otherSyllables = new Map();
/** Syllable → one private-use character; in `looseSoundCodes` syllables that are often confused share one. */
const soundCodes = new Map();
export const looseSoundCodes = new Map();

/**
 * Loads the table of syllables. The common characters of GB 2312 are sorted by sound, so only the lengths of the
 * runs are sent.
 * @param {string} runs `a2 ai13 …`
 * @param {Record<string, string>} exceptions syllable → characters of the site that are (also) read so
 */
export function loadPronunciations(runs, exceptions) {
  const common = commonCharacters();
  let at = 0;
  for (const run of runs.split(" ")) {
    const [, reading, count] = /^([a-z]+)(\d*)$/.exec(run);
    for (let left = Number(count || 1); left > 0; left -= 1) syllables.set(common[(at += 1) - 1], reading);
  }
  for (const [reading, characters] of Object.entries(exceptions)) {
    for (const char of characters) {
      if (syllables.has(char)) otherSyllables.set(char, [...(otherSyllables.get(char) ?? []), reading]);
      else syllables.set(char, reading);
    }
  }
  for (const reading of new Set(syllables.values())) {
    soundCodes.set(reading, String.fromCharCode(0xe000 + soundCodes.size));
    const unknown = reading.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");
    if (!looseSoundCodes.has(unknown)) looseSoundCodes.set(unknown, String.fromCharCode(0xe800 + looseSoundCodes.size));
    looseSoundCodes.set(reading, looseSoundCodes.get(unknown));
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

/** The first letter of each character's syllable; the result is as long as the text. */
export const initialsOf = (text) => [...text].map((char) => syllables.get(char)?.[0] ?? char).join("");

/** The sound code of each character; a character without one stays. The result is as long as the text. */
export function soundsOf(text, table = soundCodes) {
  let sounds = "";
  for (const char of text) sounds += table.get(syllables.get(char)) ?? char;
  return sounds;
}
