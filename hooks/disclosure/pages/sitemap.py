"""The site map: links to all pages of the site."""

from disclosure.pages.metric import by_area
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses

PAGE = Page(
    PageMeta(addresses.SITEMAP, "网站地图", "sitemap", "本站全部页面。", column="信息公开目录"),
    "sitemap.html",
    by_area,
)
