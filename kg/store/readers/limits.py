"""What a stranger's query may use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one query, and how many run at once.

    `seconds`: from the question to the last byte sent. `memory_mb`: of data of the process that
    answers; 128 cannot open a store. `result_mb`: of the answer's bytes. `at_once`: queries;
    `wait_seconds`: how long one more waits for its turn. Whoever waits holds a thread of the
    server, which pages need: so where `patient` wait already, others give up once no turn has come
    free for `hasty_seconds`, which is when long queries hold them all.
    """

    seconds: float = 30.0
    memory_mb: int = 512
    result_mb: int = 256
    at_once: int = 4
    wait_seconds: float = 5.0
    patient: int = 2
    hasty_seconds: float = 1.0
