"""Limits and defaults, named once."""

FORMAT_VERSION = 1
DEFAULT_STORE = "claimline-data"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000

# A longer article is refused: no news article comes near, and a whole site dump is not an article.
MAX_ARTICLE_CHARS = 2_000_000
# A web page with its markup; one of 10 MB holds no article that a person reads.
MAX_PAGE_BYTES = 10_000_000
# Of a feed with more entries the first are taken; news feeds have ten to a hundred.
MAX_FEED_ENTRIES = 1_000

# How much text stands before and after a quotation in its oa:TextQuoteSelector, in code points.
QUOTE_CONTEXT_CHARS = 20

PAGE_SIZE = 50
MAX_PAGE_SIZE = 500
