"""The form for opinions, to be printed and filled in."""

from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses

PAGE = Page(
    PageMeta(addresses.OPINION_FORM, "意见建议表", "form", "打印出来填写的意见建议表。"), "opinion-form.html"
)
