"""Hears the warnings of the host, which its own quiet mode would swallow."""

from __future__ import annotations

import logging


class Warnings(logging.Handler):
    """Gathers warnings until they are taken."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps a warning; errors end the build by themselves."""
        if record.levelno == logging.WARNING:
            self._messages.append(record.getMessage())

    def take(self) -> list[str]:
        """What was heard since the last time."""
        taken, self._messages = self._messages, []
        return taken


def _no_warning(record: logging.LogRecord) -> bool:
    return record.levelno != logging.WARNING


def listen(logger: logging.Logger) -> Warnings:
    """Makes ``logger`` tell its warnings to a new listener, and to nobody else.

    They become findings, told once and with their place. The host's own count of them would end live
    editing.
    """
    for handler in list(logger.handlers):
        if isinstance(handler, Warnings):
            logger.removeHandler(handler)
        else:
            handler.setLevel(max(handler.level, logger.level))
            handler.addFilter(_no_warning)  # adding it again changes nothing
    logger.setLevel(min(logger.level or logging.WARNING, logging.WARNING))
    warnings = Warnings()
    logger.addHandler(warnings)
    return warnings
