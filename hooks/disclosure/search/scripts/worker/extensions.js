// Functions of the scripts that are loaded later; null until then.

export const extensions = { findSpellings: null, answering: null };
