"""MkDocs' warnings become findings."""

from __future__ import annotations

import logging
from io import StringIO

import pytest

from disclosure.hosts.mkdocs import Warnings


def _logger(level: int) -> logging.Logger:
    return logging.Logger("host", level)  # noqa: LOG001 - one that no other test shares


@pytest.mark.parametrize("level", [logging.INFO, logging.ERROR])
def test_warnings_are_heard_however_quiet_the_host_and_told_to_nobody_else(level: int) -> None:
    logger, stream = _logger(level), StringIO()
    logger.addHandler(logging.StreamHandler(stream))

    heard = Warnings(logger)
    logger.warning("one")
    logger.error("two")

    assert heard.messages == ["one"]
    assert stream.getvalue() == "two\n"


def test_a_quiet_host_stays_quiet() -> None:
    logger, stream = _logger(logging.ERROR), StringIO()
    logger.addHandler(logging.StreamHandler(stream))

    Warnings(logger)
    logger.info("one")

    assert stream.getvalue() == ""


def test_a_second_listener_takes_the_place_of_the_first() -> None:
    logger = _logger(logging.INFO)
    first = Warnings(logger)

    second = Warnings(logger)
    logger.warning("one")

    assert (first.messages, second.messages) == ([], ["one"])
