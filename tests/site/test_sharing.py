"""Share pictures: what they say, how they are drawn, and that every page of a site has one."""

from __future__ import annotations

from dataclasses import fields, replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

import finished
from disclosure.charts.choosing import metric_charts
from disclosure.pages.sharing.cards import Card
from disclosure.pages.sharing.pictures import SIZE, draw
from disclosure.report import addresses
from disclosure.site.site import Site
from project import apply, make

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import County

SITE = "https://www.example.gov.cn/jyzp/"
NOTICE = "示例站点，非示例县人民政府网站"
CARD = Card(
    name="share/metrics/myopia-rate",
    site="示例县履行教育职责公开 · 2025年报告",
    title="学生近视率",
    figure="37.1%",
    about="小学，2024年，下降0.8个百分点",
    foot=NOTICE,
)
LONG = replace(
    CARD, title="义务教育" * 20, figure="约1234567.89万余人次", about="很长的说明，" * 20, foot="县" * 60
)


def _image(card: Card) -> Image.Image:
    return Image.open(BytesIO(draw(card)))


@pytest.mark.parametrize("card", [CARD, LONG], ids=["usual", "overlong"])
def test_a_picture_has_the_size_that_is_asked_for_and_words_keep_clear_of_its_edges(card: Card) -> None:
    image = _image(card)

    assert image.size == SIZE
    pixels = image.convert("L")
    width, height = SIZE
    for left in (0, width - 30):
        column = pixels.crop((left, 0, left + 30, height - 90))
        assert len(set(column.tobytes())) == 1, "words run out of the picture"
    assert len(set(pixels.crop((0, 0, width, 30)).tobytes())) == 1
    assert len(set(pixels.crop((0, height - 8, width, height)).tobytes())) == 1


def test_the_same_card_gives_the_same_bytes_and_they_are_few() -> None:
    once = draw(CARD)

    assert draw(replace(CARD)) == once
    assert len(once) < 40_000


@pytest.mark.parametrize("field", [field.name for field in fields(Card) if field.name != "name"])
def test_another_word_gives_another_address_and_another_picture(field: str) -> None:
    other = replace(CARD, **{field: "别的话"})

    assert other.address != CARD.address
    assert draw(other) != draw(CARD)


def test_the_figure_is_the_largest_thing_in_the_picture() -> None:
    with_figure, without = (_image(card).convert("L") for card in (CARD, replace(CARD, figure="一")))

    box = (150, 200, 1050, 440)
    assert with_figure.crop(box).tobytes().count(255) > 2 * without.crop(box).tobytes().count(255)


def test_every_page_of_a_site_with_an_address_has_a_picture_that_exists(county: County) -> None:
    pages = list(county.site.rglob("*.html"))

    assert len(pages) > 100
    for path in pages:
        labels = finished.open_graph(finished.page(path, ""))
        picture = labels["og:image"]
        assert picture.startswith(f"{SITE}share/"), path
        assert (county.site / picture.removeprefix(SITE)).is_file(), path
        assert labels["og:image:alt"], path
        assert labels["og:title"], path
        assert labels["og:description"], path


def test_home_areas_and_metrics_have_pictures_of_their_own(county: County) -> None:
    pictures = {
        path.relative_to(county.site / "share").as_posix().split(".")[0]
        for path in (county.site / "share").rglob("*.png")
    }

    areas = {f"{report.year}/{area.id}" for report in county.facts.reports for area in report.areas}
    metrics = {f"metrics/{name}" for name in county.facts.metrics}
    assert pictures == {"home"} | areas | metrics


def test_a_metrics_picture_says_its_newest_figure_in_words_too(county: County) -> None:
    page = finished.page(county.site, "metrics/myopia-rate/index.html")

    assert finished.open_graph(page)["og:image:alt"] == (
        "学生近视率：37.1%—78.4%，3 个分类里小学最低，高中最高，2024年。"
        "示例县履行教育职责公开 · 2025年报告，示例县人民政府。"
    )


def test_a_picture_claims_no_more_than_the_chart_of_the_same_figures(county: County) -> None:
    analysis = county.loaded.analysis
    report = analysis.book.reports[0]
    ranked = {
        name: chart.summary
        for name in analysis.disclosure.metrics
        for chart in metric_charts(analysis, report, name)
        if chart.id.endswith("-categories")
    }
    about = {name: county.loaded.cards[addresses.metric(name)].about for name in ranked}

    doubtful = {name for name, summary in ranked.items() if "不能断定哪个" in summary}
    assert "homework-time" in doubtful
    assert {name for name in ranked if "另有" in about[name]} == doubtful
    assert "最少" in county.loaded.cards[addresses.metric("compulsory-classes")].about


def test_a_site_without_authorisation_says_so_on_every_picture(tmp_path: Path) -> None:
    root = make(tmp_path)
    authorised = "authorised: {document: 示办函〔2022〕1号, date: 2022-11-01}"
    apply(root, [{"file": "data/publisher.yml", "replace": authorised, "with": "authorised: null"}])

    made = Site(root).cards.values()

    assert len(made) > 5
    assert {card.foot for card in made} == {NOTICE}
    assert all("示例县" in card.site for card in made)
