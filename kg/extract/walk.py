"""Walk from token to token without ever standing still.

In:  where a step wants to go on, and where it stands. Out: a place further on, or None at the end.
A step answers for one construction, and thousands of them meet in hostile or merely unusual texts:
whoever walks must not rely on each of them to move.
"""


def onward(following: int | None, here: int) -> int | None:
    """Return `following` if it lies behind `here`, else the next token; None ends the walk."""
    return following if following is None or following > here else here + 1
