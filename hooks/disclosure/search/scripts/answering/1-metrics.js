// Which metric is meant: the one whose names, or the clause where its value stands, say all that the query says.

/** How much it is worth to find a word in a name, in what the figures are of, in the clause of the value, in its sentence. */
const HIT = { name: 1, category: 1, scope: 0.9, clause: 0.8, line: 0.55 };
/** From which share of what is said a metric may be meant. */
const COVERED = 0.72;

/** What of a metric is compared with a query, gathered once. */
const profiles = new Map();

function profileOf(id, metric, year) {
  const key = `${year.year} ${id}`;
  if (!profiles.has(key)) {
    const own = year.figures.filter((item) => item.cells.metric === id);
    profiles.set(key, {
      id,
      metric,
      own,
      names: [metric.name, ...(metric.words ?? [])].map(folded),
      categories: Object.entries(metric.categories ?? {}).map(([category, name]) => [category, folded(name)]),
      scope: folded(metric.scope ?? ""),
      clauses: own.map((item) => clauseOf(item)).join("\n"),
      lines: own.map((item) => item.lines[0]?.folded ?? "").join("\n"),
      judged: own.some((item) => item.cells.verdicts),
    });
  }
  return profiles.get(key);
}

/** The words around a value, between two marks, with the clause before. */
function clauseOf({ lines, cells }) {
  const clauses = (lines[0]?.text ?? "").split(/[，；。：、]/);
  const at = clauses.findIndex((clause) => folded(clause).includes(folded(cells.value)));
  return at < 0 ? "" : folded(clauses.slice(Math.max(0, at - 1), at + 1).join(""));
}

/**
 * The metrics that the terms may mean, the nearest first.
 * @param {object[]} said terms of a reading
 * @param {object} asked what `asks` made of it
 * @returns {{id: string, metric: object, coverage: number, likeness: number, fits: boolean, named: boolean,
 *   categories: string[]}[]}
 */
function candidates(said, year, asked) {
  const found = [];
  for (const [id, metric] of Object.entries(year.metrics)) {
    const one = said.length ? candidate(profileOf(id, metric, year), said, asked) : null;
    if (one && one.coverage >= COVERED) found.push(one);
  }
  return found.sort((one, other) => Number(other.fits) - Number(one.fits) || other.coverage - one.coverage || other.likeness - one.likeness);
}

const EACH = /每[个名位]?|一个|人均|平均|生均/;

/** How well one metric says what is said; null where it leaves out what would make it another one. */
function candidate(profile, said, asked) {
  const { names, categories, metric } = profile;
  const chosen = new Set();
  const covered = names.map(() => 0);
  const spelled = names.map((name) => spelledOut(name, asked.query));
  let [weighed, hits, named] = [0, 0, false];
  for (const piece of said) {
    const soft = isSoft(piece) && !piece.alternatives.some(({ text }) => names.includes(text));
    const weight = soft ? 0.12 : 1 + 0.1 * piece.length;
    const here = new Set();
    const found = piece.alternatives.map(({ text, factor }) => [hitOf(profile, text, here, covered), factor]);
    const hit = Math.max(...found.map(([worth, factor]) => worth * factor));
    for (const category of preferred(here, categories)) chosen.add(category);
    const valued = piece.number ? valueHit(profile, piece) : 0;
    if (valued) {
      weighed += weight;
      hits += weight * valued;
      continue;
    }
    if (!hit && !soft) return null;
    if (hit < HIT.clause * 0.8 && !soft && STAGE.test(piece.alternatives[0].text)) return null;
    if (!hit && soft && counts(piece, asked) && !/所/.test(metric.unit ?? "")) return null;
    // A stage of schooling alone names no metric, but where something for each pupil is told by stages.
    const stage = STAGE.test(piece.alternatives[0].text);
    named ||= !soft && found.some(([worth]) => worth >= HIT.scope) && (!stage || (here.size > 0 && EACH.test(asked.query)));
    weighed += weight;
    hits += weight * hit;
  }
  const joined = !named && joins(said, names);
  if (!named && !joined && !spelled.some(Boolean)) return null;
  if (joined) return { ...profile, coverage: 1, likeness: 1, whole: true, fits: fitsUnit(metric, asked), categories: [] };
  const likeness = Math.max(...names.map((name, index) => (spelled[index] ? 1 : Math.min(1, covered[index] / name.length))));
  const whole = said.some((piece) => piece.alternatives.some(({ text }) => names.includes(text)));
  return { ...profile, coverage: hits / weighed, likeness, whole, fits: fitsUnit(metric, asked), categories: [...chosen] };
}

/** What it is worth that a number is a value of the metric, or stands in the same sentence. */
function valueHit({ own, lines }, piece) {
  if (own.some((item) => isValue(item, piece))) return HIT.name;
  const beside = library.entries.some((item) => item.cells && isValue(item, piece) && lines.includes(item.lines[0]?.folded));
  return beside ? HIT.line : 0;
}

/** Whether words that say little by themselves are a name together: 教育的钱, where 钱 is said for 经费. */
function joins(said, names) {
  if (said.length > 3) return false;
  const told = said.reduce((all, { alternatives }) => all.flatMap((text) => alternatives.map((one) => text + one.text)), [""]);
  return told.some((text) => names.includes(text));
}

/** Where a word is found, and what that is worth; notes what it covers, and the categories that it names. */
function hitOf({ names, categories, scope, clauses, lines }, text, chosen, covered) {
  let hit = 0;
  names.forEach((name, index) => {
    if (!name.includes(text)) return;
    hit = HIT.name;
    covered[index] += text.length;
  });
  for (const [category, name] of categories) {
    if (text.length > 1 && name.includes(text)) [hit] = [HIT.category, chosen.add(category)];
  }
  if (hit) return hit;
  if (scope.includes(text)) return HIT.scope;
  if (clauses.includes(text)) return HIT.clause;
  return lines.includes(text) ? HIT.line : 0;
}

/** Who counts teachers wants teachers, not what else there is about them. */
const counts = (piece, { units }) => units.includes("人") && piece.alternatives.some(({ text }) => /^(?:教师|儿童|幼儿)$/.test(text));

/** 高中 is the ordinary one where there are two. */
function preferred(chosen, categories) {
  const named = categories.filter(([category]) => chosen.has(category));
  const usual = named.filter(([, name]) => name.startsWith("普通"));
  return (named.length > 1 && usual.length === 1 && named.every(([, name]) => name.slice(-2) === usual[0][1].slice(-2)) ? usual : named).map(([category]) => category);
}

/** Whether all characters of an everyday name are in the query: 花在教育上的钱 in 一年花多少钱在教育上. */
function spelledOut(name, query) {
  const characters = name.replace(/[的在上了]/g, "");
  return characters.length > 3 && query.length < 2.2 * name.length && [...characters].every((char) => query.includes(char));
}

/** The one that is meant; null in doubt. */
function choose(found, asked) {
  const fitting = found.filter((one) => one.fits);
  const judged = asked.verdict ? fitting.filter((one) => one.judged) : [];
  let fit = judged.length && judged[0].coverage > fitting[0].coverage - 0.08 ? judged : fitting;
  if (!fit.length) return null;
  // 有多少 asks for a number, where there is one, rather than for money or a share.
  if (!asked.units.length && !asked.verdict && /多少|几/.test(asked.query)) {
    const counts = fit.filter((one) => !["元", "%"].includes(one.metric.unit) && fit[0].coverage - one.coverage < 0.08);
    if (counts.length) fit = counts;
  }
  const [best, second] = fit;
  const clear = !second || best.coverage - second.coverage > 0.08 || (best.coverage >= second.coverage && best.likeness - second.likeness > 0.12);
  return clear ? best : null;
}

/** The units of figures that answer each. */
const ANSWERING = { 人: ["人", "人次"], 次: ["次", "场次"], 个: ["个", "项", "套", "间", "次", "场次", "所"] };

/** Whether a figure of this unit may be what is asked for; true where no unit is. */
function fitsUnit(metric, { units, change, verdict, when }) {
  if (!units.length || (change && !units.some((unit) => unit !== "%" && unit !== "元"))) return true;
  if (verdict && units.every((unit) => unit === "%" || unit === "元")) return true;
  return units.some((unit) => (ANSWERING[unit] ?? [unit]).includes(metric.unit)) || (when && units.every((unit) => unit === "年"));
}
