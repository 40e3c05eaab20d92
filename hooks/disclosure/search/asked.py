"""Questions about the site itself: words of a question, and the page or section that answers it."""

from disclosure.report import addresses

SUPERVISION = "about/supervision/index.html"
_SAY = "意见/建议/反映/投诉/举报/留言/诉求"
_OURS = "数字/数值/数据/报告/你们/网站/写/这里"
PAGES: tuple[tuple[str, str, str, str], ...] = (
    (
        SUPERVISION,
        (
            f"提+意见/建议 意见建议 {_SAY}+哪里/去哪/怎么/找/向/哪个/谁/跟/渠道/方式/途径/可以/能 "
            "反映问题/反映情况 投诉 举报 "
            "电话/热线/邮箱/联系方式 联系+怎么/谁/哪里/你们/哪个 问谁 找谁/找哪个/向谁 信访/上访 "
            "有话+说 监督+怎么/参与"
        ),
        "怎样提意见",
        (
            "每项数值、报告的每一节下面都有“提意见建议”，列着发布单位的渠道。"
            "不方便上网的，可以打印意见建议表，填好以后交给或者寄给受理单位。"
        ),
    ),
    (
        addresses.OPINION_FORM,
        "意见表 意见建议表 打印+意见/建议 打印表 建议表 表格+意见/建议 纸质/纸上/写纸+意见/建议/表",
        "打印意见建议表",
        "“意见建议表”那一页可以直接用浏览器打印，填好以后交给或者寄给受理单位。",
    ),
    (
        addresses.DATA,
        (
            "下载 导出 开放数据 excel/csv/json 电子表格 "
            "数据/数字/数值/指标+拿/拷/复制/保存/存下来/做成表/弄成表 "
            "全部/所有+数字/数值/数据/指标+表格/拷/复制/保存/拿"
        ),
        "下载数据",
        "全部数值、标准对照、推算和更正，可以在“数据下载”页下载为 CSV 或 JSON。",
    ),
    (
        addresses.CORRECTIONS,
        (
            "更正/修订/改正/修改/更改/改动+哪/有/查/看/记录 改过/改动过/更正过/修订过+哪/有/没/数/记录 "
            "改动过 更正过 修订过 数字/数据/数值+改过/改正/更改/修改/变过/改动 公布以后+改"
        ),
        "更正和修订",
        "公布以后改动过的数值，旧的、新的、日期和理由都列在“更正和修订”页。",
    ),
    (
        addresses.LEDGER,
        (
            "整改台账 台账 对照+问题/打算/措施 "
            "整改+进度/进展/情况/到哪/怎么样/看/查/结果/清单/落实/了吗/了没/没有 "
            "问题+解决了/改了/进展/措施+没/吗/怎么/对应/看/查/哪"
        ),
        "整改台账",
        "",
    ),
    (
        addresses.STANDARDS,
        "全部/所有+标准 标准+在哪/哪里/哪儿/查/看 标准对照",
        "标准对照",
        "数值与法定要求、政策要求、规划目标、认定标准逐项对照，全部列在“标准对照”页。",
    ),
    (
        addresses.METRICS,
        "全部/所有+数字/指标/数据/数值 指标+哪里/看/查/清单/目录",
        "全部指标",
        "报告里的每一项数值都列在“全部指标”页，各有解释、时期和原文。",
    ),
    (
        addresses.SEARCH,
        "名词+哪/解释/表 索引 术语",
        "数值和名词索引",
        "数值和名词按拼音首字母排在“搜索”页的索引里，名词都有解释。",
    ),
)
"""Address; word patterns (``+``: all together, ``/``: any of them); title; answer."""
SECTIONS: tuple[tuple[str, str, str], ...] = (
    (
        "about/supervision/index.html#what-to-write",
        f"{_SAY}+写清楚/写什么/怎么写/怎么填/注意/要写/内容/格式",
        "",
    ),
    (
        "about/supervision/index.html#publication",
        (
            f"{_SAY}/提了/说了+公开/公布/泄露/泄漏/保密/匿名/实名/别人/被知道/名字/姓名/隐私/身份/"
            "报复/别人看/看得到/看到我/知道是我/知道是谁/"
            "晓得是我/晓得是谁/登出/曝光/暴露 匿名 实名 名字+公开/公布/泄露/登出/写上/留 "
            "身份+泄露/暴露/保密 个人信息/隐私"
        ),
        "",
    ),
    (
        "about/supervision/index.html#correction",
        (
            "请求更正 申请更正 改错 写错 抄错 打错 算错 登错 勘误 有误 错字/错别字 "
            f"{_OURS}+错/不对/不准/有误/不符/对不上+改/找/反映/怎么/告诉/谁/办/说 "
            "错+改/找/反映/怎么办/告诉 不对/不准+找/改/怎么办/跟谁"
        ),
        "",
    ),
    ("about/supervision/index.html#notice", "公示期 公示+什么时候/多久/几天/到哪天/结束/截止", ""),
    (
        "about/how-to-read/index.html#source",
        "原文/文字/数字/数据/数值+哪里来/哪来/哪里得来/哪里找/来源/出处/哪儿来/从哪 数据来源 原件",
        "",
    ),
    (
        "about/how-to-read/index.html#periods",
        "数字/数值/数据+哪一年/哪年/哪个时期/什么时期/什么时候的/年份 时期+标记/怎么标/怎么读",
        "",
    ),
    (
        "about/how-to-read/index.html#order",
        "先看到+数字 只显示+数字 首页+数字+几个/为什么/选 为什么+这几个数",
        "",
    ),
    ("about/accessibility/index.html#what-works", "打印+报告/网页/页面/怎么/能/可以", "打印"),
    (
        "about/accessibility/index.html#what-works",
        "放大+怎么/能/页面/字 字/字体/文字/字号+小/大/看不清/看不见/调 大字 老花 看不清楚 看不见字",
        "放大",
    ),
    ("about/accessibility/index.html#what-works", "键盘+怎么/能/只用 不用鼠标 没有鼠标", "键盘"),
    ("about/accessibility/index.html#what-works", "读屏 盲人/失明/视障+用/看/读/听/访问", "读屏"),
    (
        "about/accessibility/index.html#limits",
        (
            "朗读/读出来/语音播报/念出来/读给我听/念给我听 听+网页/报告/功能/声音 "
            "听+老人/眼睛/看不清/看不见/看不清楚/眼睛不好"
        ),
        "朗读/读屏",
    ),
    ("about/accessibility/index.html#limits", "pdf", "PDF"),
)
"""Sections of the site's own pages that contain an answer: address; word patterns; the words (``/``: any
of them) of the sentences that answer, without which the section's beginning does."""
REPORT = (
    "报告/自查+什么时候/哪天/几号/发布/公布/日期/谁写/谁来写/谁发/哪个单位/哪个部门/原文/在哪/哪里/全文 "
    "发布日期 发布时间 成文 全文 整份报告 原文+在哪/哪里 什么时候/哪天/何时+发布/公布/发的/写的 "
    "完整+报告 报告+完整"
)
BOARD = "张贴 公告栏 公示栏 公开栏 宣传栏 贴+打印/墙/村/通知栏/出去/门口/店门口/社区/一张/一页"
