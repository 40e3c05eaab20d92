"""IBM Equal Access in the page, like axe: its violations, and what it leaves open."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from audit.tools import ACE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from audit.axe import Finding

DECIDED = {
    "element_tabbable_unobscured": "test_the_keyboard_alone_reaches_everything_in_order",
    "element_tabbable_visible": "test_the_keyboard_alone_reaches_everything_in_order",
    "style_focus_visible": "test_the_keyboard_alone_reaches_everything_in_order",
    "style_highcontrast_visible": "test_words_stand_out_in_every_palette",
    "style_color_misuse": "test_a_verdict_is_told_in_words",
    "style_background_decorative": "test_words_stand_out_in_every_palette",
    "blockquote_cite_exists": "test_a_figure_leads_to_its_page_and_the_quotation_back_to_the_sentence",
    "form_submit_button_exists": "test_a_chosen_palette_overrides_the_system_on_every_page",
    "input_label_visible": "test_the_field_to_search_is_named_by_the_button_beside_it",
    "list_structure_proper": "test_axe_finds_nothing_whatever_the_width_and_the_menus",
    "text_block_heading": "test_without_a_stylesheet_the_same_words_stand_in_the_same_order",
}
"""Rules that ask for an eye, each with the test of ours that is one."""
_RUN = """async () => {
    const checker = new ace.Checker()
    const said = await checker.check(document, ["IBM_Accessibility", "WCAG_2_2"])
    return said.results.filter(item => item.value[1] !== "PASS")
        .map(item => [item.ruleId, item.value[1], item.snippet ?? "", item.message])
}"""


def violations(page: Page) -> list[Finding]:
    """What IBM's engine finds, its recommendations too, and what it leaves open to no test of ours."""
    page.evaluate(_ace())
    return [
        (f"{rule} {value}: {message}", snippet)
        for rule, value, snippet, message in page.evaluate(_RUN)
        if value == "FAIL" or rule not in DECIDED
    ]


@cache
def _ace() -> str:
    return ACE.read_text("utf-8")
