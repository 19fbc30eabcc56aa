"""What may the log of the server say about an error? Where it arose, and never its text, which may quote a customer."""

import logging

from segmentation.errors import whereabouts

TELL_ERRORS = ("streamlit.error_util", "streamlit.runtime.scriptrunner.exec_code", "uvicorn.error", "asyncio")  # loggers that are given errors of ours


class Discretion(logging.Filter):
    """Leaves the place of an error in the log and takes its text out."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[1] is not None:
            record.msg, record.args = f"{record.getMessage()}: {whereabouts(record.exc_info[1])}", ()
            record.exc_info = record.exc_text = None
        return True


_DISCRETION = Discretion()


def be_discreet() -> None:
    """From now on; once is enough, more often does no harm."""
    for name in TELL_ERRORS:
        logging.getLogger(name).addFilter(_DISCRETION)
    logging.getLogger("uvicorn.access").addFilter(_nothing)


def _nothing(_record: logging.LogRecord) -> bool:
    """Who asked for which address: nobody reads it, and it would push the one line that matters out of the terminal."""
    return False
