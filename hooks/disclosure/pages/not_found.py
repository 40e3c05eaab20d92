"""The page that a server shows for an address that does not exist."""

from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses

PAGE = Page(
    PageMeta(addresses.NOT_FOUND, "没有找到这个页面", "error", "您要的页面不在这里。"), "not-found.html"
)
