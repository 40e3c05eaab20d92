"""Checks that the chain of registrations and its files fit together; lists what is not registered yet."""

from collections.abc import Iterator

from disclosure.facts.disclosure import Report
from disclosure.facts.published import CHAIN, named
from disclosure.findings import Finding, Where
from disclosure.register.register import Register

_KINDS = {
    ("ledger/",): "台账里新列入或者有变动的 {} 项",
    ("ledger",): "台账更新的日期",
    ("opinions/", "withdrawn/"): "意见 {} 处",
    ("notice",): "公示 {} 处",
}


def check_chain(register: Register) -> Iterator[Finding]:
    """Registered reports and files that are gone, edited, or another county's."""
    facts = register.analysis.disclosure
    if facts.chain is None:  # the edited line has a finding
        return
    end = Where(CHAIN, max(len(facts.chain), 1))
    registered = facts.chain[-1].published if facts.chain else {}
    missing = [year for year in registered if not ((there := facts.report(year)) and there.published)]
    if register.foreign or (registered and len(missing) == len(registered)):
        yield Finding(
            end,
            "register-edited",
            "登记过的报告一份也对不上：登记簿不见了的，从备份恢复；换了一个县，登记簿是原来那个县留下的，"
            f"删去 {CHAIN} 和各年的 published.json。",
            because={"data/publisher.yml", "data/*/report.yml", "data/*/published.json"},
        )
        return
    for year in missing:
        if not facts.report(year):
            yield Finding(
                end,
                "report-vanished",
                f"{year} 年报告已经公布，现在 data/{year} 没有了。",
                because={f"data/{year}/report.yml"},
            )
    for report in facts.reports:
        yield from _file(report, registered.get(report.year), chained=bool(facts.chain))
        if report.published and report.published.digest == registered.get(report.year):
            yield from _pending(register, report)


def _file(report: Report, registered: str | None, *, chained: bool) -> Iterator[Finding]:
    where, published = Where(f"data/{report.year}/published.json"), report.published
    if published is None and registered:
        yield Finding(
            where, "register-edited", f"登记簿不见了：{CHAIN} 写着这份报告已经公布。", because={where.path}
        )
    elif published is None and any(one.kind == "更正" or one.new is None for one in report.corrections):
        yield Finding(
            where, "register-edited", "登记簿不见了：这份报告公布以后有过更正。", because={where.path}
        )
    elif published is None:
        yield Finding(where, "register-missing", f"{report.year} 年报告的数值还没有登记。")
    elif published.digest is None and not registered:
        yield Finding(
            Where(f"data/{report.year}/figures.lock"),
            "register-missing",
            f"{report.year} 年的登记簿还是 figures.lock，再登记一次就换成 published.json。",
        )
    elif published.digest != registered:
        reason = (
            f"{CHAIN} 不见了"
            if not chained
            else f"与 {CHAIN} 最后一行登记的不同。公布以后有没有改动，没有检查"
            if registered
            else f"{CHAIN} 没有登记过这一年；从别的年份复制来的，删去它"
        )
        yield Finding(where, "register-edited", f"登记簿被改动过：{reason}。")


def _pending(register: Register, report: Report) -> Iterator[Finding]:
    """A reminder to register again: how much of a registered report changed since."""
    changes = [
        change
        for change in register.changes[report.year]
        if (change.added and not (change.former and change.lost))
        or (change.now and change.key == ("ledger", "as_of"))
        or register.by_deferral(report, change)
    ]
    pending = []
    for kind, words in _KINDS.items():
        found = {change.key[0] for change in changes if change.key[0].startswith(kind)}
        changes = [change for change in changes if not change.key[0].startswith(kind)]
        pending += [words.format(len(found))] if found else []
    if changes:
        pending.insert(0, f"数值、结论和说明 {len(changes)} 项（第一项是{named(changes[0].key)}）")
    if pending:
        yield Finding(
            Where(f"data/{report.year}/published.json"),
            "register-behind",
            f"还没有登记：{'、'.join(pending)}。",
        )
