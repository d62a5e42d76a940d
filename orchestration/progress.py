"""Progress on a terminal: what steps say of their work, without Dagster's own events."""

import logging
import sys

import dagster as dg


class _Said(logging.Handler):
    """One line for each thing that a step says."""

    def emit(self, record: logging.LogRecord) -> None:
        about = getattr(record, "dagster_meta", {})
        if about.get("dagster_event") is None:
            said = about.get("orig_message") or record.getMessage()
            sys.stderr.write(f"  {'! ' if record.levelno >= logging.WARNING else ''}{said}\n")
            sys.stderr.flush()


def _logger(context: dg.InitLoggerContext) -> logging.Logger:
    del context
    logger = logging.getLogger("onrecord.progress")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.handlers = [_Said()]
    return logger


progress_logger = dg.LoggerDefinition(_logger, description="What steps say of their work, one line each, on standard error.")
