// More patterns of intent, which only answers need, and how many things a query asks for.

import { INTENTS, unitsAsked } from "../worker/intent.js";

Object.assign(INTENTS, {
  which: /哪[几些\d一二两三四五六七八九十]*(?:所|个(?!多|高|少|大|低|快|部门|单位|学段|阶段)|家|些|名|类|项|园|校)|名单|叫什么|名字|名称/,
  listed: /名单|叫什么|名字|名称|哪[几\d一二两三四五六七八九十]*(?:所|个|家|项|园|校|名)|哪些(?:学校|幼儿园|小学|中学|高中|园|校|单位|部门|老师|教师|项目|文件|机构|公司|企业|专业|班|人$|人(?=[获得]))|有哪些$|是哪些/,
  where: /哪里|在哪|地址|位置|哪个地方|什么地方/,
  who: /谁|哪个部门|哪个单位|责任人|负责人|组长|牵头/,
  why: /为什么|原因|怎么回事|凭什么/,
  how: /(?:怎么|怎样|如何|哪里|在哪|找谁)(?:去|能|才能|可以)?(?:申请|办|办理|报|报名|领|领取|走|参加|联系|缴|交|退|贷)|申请条件|条件|流程|手续|资格|材料/,
  most: /最|哪个(?:学段|阶段|年级)?(?:更|比较)?(?:高|低|多|少|大|小|快|慢)|哪个学段|哪个阶段/,
  alike: /一样[吗不没嘛]|一回事/,
  /** Asks whether something is paid to or by somebody: no number is asked for. */
  paid: /是(?:不是)?[^多少几]{0,4}[发交给领拿][^多少几]{0,6}(?:的|钱)[吗嘛么]?$/,
  /** Asks for an amount per person, set or school. */
  per: /(?:每|一)(?:个?人|个?学生|个?孩子|个?娃|个?老师|个|套|间|所|场|名|位|家)(?!月|星期|学期|县|年|百分|点)[^多少几]{0,6}(?:多少|几)(?:(?:个)?(?:钱|元|块)|$)|(?:多少|几)(?:钱|元|块)(?:一|每)[个名位套间所]?|能[贷领拿得补借报](?:到)?(?:多少|几)|人均|平均/,
});

/** Whether the query asks for several things: by two questions, or by joined words. */
export function asksSeveral({ folded: query, spaced }) {
  const apart = spaced.includes(" ") && unitsAsked(query).length > 1;
  return apart || (query.match(/多少|几(?!年来|乎)/g) ?? []).length > 1 || isJoined(query) || /各|分别|情况/.test(query);
}

/** Whether the query joins several things; the year before is only compared with. */
export const isJoined = (query) => /[和与跟及、]/.test(query.replace(/学校及|[和与跟](?:去|上|前|往)一?年/g, ""));

/** Whether there are two questions, which are answered both or not at all. */
export const asksTwice = (query) => (query.match(/多少|几(?!年来|乎)/g) ?? []).length > 1;
