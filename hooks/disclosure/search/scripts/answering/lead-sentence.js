// The sentence before the figures of an answer: what they are not, or which of them is the highest.

/** The sentence before the figures; "" if none is needed. */
export function leadOf([{ metric }], facts, intent, { folded: query }) {
  const periods = new Set(facts.map((entry) => entry.cells.period)).size;
  if (intent.change && !metric.increase && facts.every((entry) => !entry.cells.change) && periods < 2) return `${metric.name}比上年的增减，报告未载明。`;
  const ranked = rankingOf(facts, query);
  if (ranked) return ranked;
  const bare = /达标|合格|超标|符合|过关|及格|够/.test(query) && facts.every((entry) => !entry.cells.verdicts && !entry.title.includes("达标"));
  return bare ? "这项数值，本站没有登记可以对照的标准。" : "";
}

/** Asks which of several is the highest or lowest: 哪个学段最高, 初中比小学高吗. */
const RANKING = /(?:最|更|比较|哪个.{0,8}?|比.{2,8}?)([高低大小快慢]|多(?!少)|(?<!多)少)(?![学班少小低中])/;

/**
 * The highest or lowest figure of one metric, as printed; "" where one of them is no exact number, or where they are
 * of different periods.
 */
function rankingOf(facts, query) {
  const [, end] = RANKING.exec(query) ?? [];
  const [{ metric, cells: first }] = facts;
  const alike = facts.every((entry) => entry.category && entry.metric === metric && entry.cells.period === first.period);
  // 差异系数最大的是哪项 asks for an indicator, which is no category.
  if (!end || facts.length < 2 || !alike || /哪一?项/.test(query)) return "";
  const grown = /[增涨升]/.test(query);
  const numbers = facts.map(({ cells }) => Number((grown ? /^增长([\d.]+)%$/ : /^([\d.]+)[^\d余多近约]*$/).exec((grown ? cells.change : cells.value)?.replaceAll(",", ""))?.[1]));
  if (numbers.some(Number.isNaN)) return "";
  const low = "低少小慢".includes(end);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (least === most) return grown ? "增幅相同。" : "数值相同。";
  const those = facts.filter((_, index) => numbers[index] === (low ? least : most)).map(({ category }) => category);
  const degree = facts.length > 2 ? "最" : "较";
  const [above, below] = grown ? "大小" : /^(?:元|%|)$/.test(metric.unit ?? "") ? "高低" : "多少";
  return `其中${grown ? "增幅" : ""}${degree}${low ? below : above}的是${those.join("、")}。`;
}
