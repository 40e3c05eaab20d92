// Words that ask, join or fill, and say nothing of the matter.

/** What is said in another way for the same question, here and elsewhere. */
const SAID_SO = [
  [/没得|莫得|没的(?=$| )/g, "没有"],
  [/好多(?!了)/g, "多少"],
  [/[啥么]子|啥(?!事)/g, "什么"],
  [/咋个|咋样?|哪么|啷个|浪个/g, "怎么"],
  [/哪儿|哪点儿?|哪里头|哪头|哪塌/g, "哪里"],
  [/好久|几时|什么时间|哪个时候/g, "什么时候"],
  [/哪个(?=负责|管|牵头|来管|回复|说)/g, "谁"],
  [/开(?:了|过)?((?:多少|几)(?:次|场|个)?)会(?![议员])/g, "会议$1"],
];

/** A query as the rest of the reading expects it. */
const plainly = (query) => SAID_SO.reduce((text, [said, meant]) => text.replace(said, meant), query);

/** What asks, with the measure it asks for. */
const ASKING = [
  "(?:一共|总共|合计|到底|究竟|大概|大约|现在|目前|已经|还|共|各|又|都)?(?:有|是|要|花|用|投|占|做|搞|建|办|开|发|写|贷|收|交|涨|降|多|少|差)?(?:了|过|得)?(?:多少|几)(?:万|亿|十|百)?(?:个人|个|人次|人|元|块钱|块|钱|所|次|场次|场|回|项|间|套|件|份|名|位|家|起|年|点|平方米|平米|平方|百分点|成)?(?=.|$)",
  "百分之几|百分之多少|几个百分点|几个点|几成",
  "是什么意思|什么意思|是什么|什么是|什么叫|叫什么|什么|指的是|指什么|怎么回事",
  "怎么样|怎样|怎么|如何|为什么|凭什么|人(?=有?(?:多少|几))|[看搞弄]不懂|不明白",
  "(.)不\\1|是否|有没有|有无|达没达|到没到|是真的吗|对不对|要不要",
  "(?:有)?多(?:高|大|久|长|少|快|重|远)|高吗|多吗|大吗|好吗|没有|没|不|未",
  "建好|建成|修好|修完|完工|竣工|投用|启用|搬完|办完|完成|落实到位|开工|开学|调到位|到位",
  "(?:涨|降|升|长)?得?(?:最|更|比较)?(?:高|低|多|少|大|小|快|慢)(?:些|点|一点|一些)?(?=了|的|吗|还是|$)|升了|降了",
  "哪一年|哪年|哪天|哪月|几月|几号|什么时候|何时|哪几所|哪几个|哪几项|哪些|哪个|哪里|哪家|哪|谁",
  "(?:比|跟|和|与)?(?:上年|去年|前年|上一年|前一年|头一年|往年)(?:度)?(?:比|相比|比较)?|比起|涨幅|增幅|降幅|今年|同比|年比|增长率|增长|增加|减少|下降|上升|提高|降低|上涨|涨|降|多了|少了|变化|变好|变坏|好转|恶化|变|逐年",
  "(?:有)?(?:什么|啥子?|哪些|哪里)?(?:区别|不一样|不同)",
  "(?:由|归|是|该|找)?(?:谁|哪个部门|哪个单位|什么部门|哪些部门|哪些单位|哪家单位|哪位领导)(?:来|在)?(?:牵头|负责|主管|管|落实|承办|带头)?",
  "(?:每|一)(?:个人|个|套|间|所|次|场|名|位|人|件|平方米|家|学期|学年|年|月)",
  "达标|达到|合格|超标|超过|超出|符合|过关|及格|合规|完成|实现|国家标准|国家要求|国家规定|分别|各自|各有|各是|各占|各|每个|所有|全部|一样|哪个多|哪个高|哪个低|哪个快|比较|相比|对比|近两年|近几年|这两年|这几年|两年|历年",
].map((words) => new RegExp(words, "y"));

/** What surrounds a question: politeness, pronouns, places and times that every question here has, and doing words. */
const FILLERS = new Set(
  (
    "请问 请问一下 请教 请教一下 麻烦 麻烦问下 麻烦问一下 问一下 问下 想问 想问下 想问一下 我想问 我想知道 想知道 想了解 了解 了解一下 了解下 想查 想看 查 查一下 查下 查询 帮我 帮忙 帮我查 告诉我 " +
    "谢谢 你好 您好 打听 打听一下 咨询 咨询一下 求问 说说 讲讲 说一下 介绍 介绍一下 看看 看一下 看下 看到 看得到 知道 晓得 不知道 听说 据说 有人说 说 讲 " +
    "啊 呀 哦 哟 噻 哈 嘞 咯 喽 哇 嘛 吗 呢 吧 么 的 了 地 得 着 过 咧 撒 那么 然后 " +
    "我 你 您 他 她 它 我们 咱们 咱 你们 您们 他们 我家 大家 自己 这 那 这个 那个 这些 那些 这里 那里 这边 其中 里面 里头 里边 有关 关于 相关 对于 方面 情况 东西 事情 这件事 事 事儿 缺 缺少 差 争取 争取到 申请到 具体 详细 等等 之类 " +
    "县 县里 县里面 我县 我们县 咱县 咱们县 你们县 本县 全县 当地 本地 我们这 我们这里 全市 县上 县头 " +
    "期间 时期 时候 准备 前一年 头一年 本年度 这学期 上学期 那年 至今 迄今 截止 截至 现有 一般 主要 基本 整体 总体 各类 各种 各项 某些 其他 另外 除了 比如 例如 说明 回答 提供 找 找到 找不到 听 问 觉得 感觉 认为 希望 担心 关心 支持 安排 落实 推进 加强 加大 提升 印发 印发了 下发 出台了 公布了 写 写了 写到 提到 提了 说到 讲到 明年 后年 期末 年底 年初 期间的 为止 左右 以上 以下 至少 最少 起码 几乎 全 全都 都有 每 某 通过 占 占到 占了 牵头 负责 主管 达到了 到了 报告 报告里 报告中 报告里面 报告上 报告说 报告写 这份报告 网站 网上 本站 " +
    "现在 目前 当前 如今 最近 近年 近年来 以前 之前 后来 当年 每年 一年 年度 每月 一个月 每个月 一月 每学期 一学期 每天 一天 每次 一次 每人 一人 一个人 每个人 人均每人 " +
    "能 能够 能不能 可以 可不可以 会 会不会 要 够 够了 应该 应当 该 必须 想 想要 需要 是否 算 算不算 好不好 " +
    "很 太 都 也 还 就 才 又 再 更 最 非常 到底 究竟 大概 大约 差不多 总共 一共 总计 合计 共 共计 所有 只 仅 已经 已 正在 曾经 一直 真的 真 其实 一下 一点 一些 有点 还有 只有 才能 " +
    "有 是 在 做 做了 做过 搞 搞了 搞过 弄 办 办了 办过 开 开了 开过 开展 开展了 开展过 举办 举办了 举行 举行了 组织 组织了 进行 进行了 实施 做到 得到 获得 获得了 拿到 拿 领 领到 领取 给 给了 发 发了 发过 发放 拨 拨了 下拨 投 投了 投入 投入了 投资 花 花了 花费 用 用了 用在 用于 花在 拿来 " +
    "建 建了 建起 建设了 修 修了 修建 盖 盖了 造 安 装 装了 安装 安装了 换 换了 更换 更换了 改 参加 参加了 参与 参与了 去 来 到 下去 出 出了 印了 定 定了 制定了 存在 存在着 存 发现 发现了 处理 处理了 拉 接 接入了 覆盖 覆盖了 发生 发生了 发生过 通过了 承认 承认了 显示 评 评上 评为 加 加了 补 补了 贴 收 收了 交 缴 贷 贷了 贷款了 走 让 叫 当 成为 属于 包括 包含 哪儿 与 跟 和 及 或 或者 还是 以及 并 并且 而且 但 但是 不过 因为 所以 如果 对 对着 为 为了 从 由 向 被 把 将 比 按 按照 根据 上 下 里 中 内 去年的 搞好 好 起 个 些 种 样 次 点 所 只要 新建了 建成了"
  ).split(" "),
);
const LONGEST_FILLER = 6;

/** The county's own name fills, but not where the site prints it with what follows: 垫江中学. */
function placeAt(chunk, at) {
  const name = library.site.places.map(folded).find((one) => chunk.startsWith(one, at));
  const after = name ? chunk.slice(at + name.length, at + name.length + 2) : "";
  return name && !(after.length > 1 && library.text.includes(name + after)) ? name : "";
}

/** The filler that begins at `at`: the longest; of one character at the end of a short query none that is a word. */
function* fillersAt(chunk, at) {
  if (placeAt(chunk, at)) yield placeAt(chunk, at);
  for (const words of ASKING) {
    words.lastIndex = at;
    const match = words.exec(chunk);
    if (match?.[0]) yield match[0];
  }
  for (let length = Math.min(LONGEST_FILLER, chunk.length - at); length > 0; length -= 1) {
    const part = chunk.slice(at, at + length);
    if (FILLERS.has(part) && !(length === 1 && lonely(chunk, at))) yield part;
  }
}

/** 家长会 does not end in a filler, 近视率呢 does: at the end of few characters only a particle is one. */
const lonely = (chunk, at) => chunk.length < 5 && at === chunk.length - 1 && !/[的了吗呢吧啊呀么]/.test(chunk[at]);
