"""The namespaces Claimline writes, and the closed lists of words its claims use.

In: nothing. Out: IRIs as plain strings, so that no RDF library is needed to name a term.
Every term named through `CLM` and `CLT` is defined in `ontology/` (a test reads the code for it).
"""

from typing import Literal, get_args


class Namespace:
    """A prefix of IRIs: `CLM.speaker` and `CLM["speaker"]` are the same string."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __getitem__(self, local_name: str) -> str:
        return self.iri + local_name

    def __getattr__(self, local_name: str) -> str:
        if local_name.startswith("__"):
            raise AttributeError(local_name)
        return self.iri + local_name

    def __str__(self) -> str:
        return self.iri


CLM = Namespace("https://w3id.org/claimline/ns#")
CLT = Namespace("https://w3id.org/claimline/terms/")
DCT = Namespace("http://purl.org/dc/terms/")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
WGS = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

DEFAULT_BASE = "https://w3id.org/claimline/id/"

Language = Literal["ar", "en", "tr", "he"]
ActorKind = Literal[
    "state", "ministry", "organization", "media", "official", "person", "armed-group"
]
SpeechAct = Literal[
    "announces",
    "asserts",
    "denies",
    "warns",
    "accuses",
    "expresses-concern",
    "describes",
    "demands",
    "promises",
]
MeetingStatus = Literal["held", "ongoing", "planned", "proposed", "postponed", "cancelled"]
Commitment = Literal["asserts", "denies", "anticipates", "reactsTo", "declares"]
MeetingStance = Literal["asserts", "denies", "anticipates", "reactsTo"]
LineStance = Literal["declares", "restates", "changes", "retracts"]
Conveyance = Literal[MeetingStance, LineStance]
Precision = Literal["day", "month", "year", "interval"]
Extent = Literal["within", "throughout"]
Basis = Literal["explicit", "relative", "inferred", "unresolved"]
Tense = Literal["past", "present", "future", "none"]
Review = Literal["extracted", "accepted", "corrected", "rejected"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
RIGHT_TO_LEFT: frozenset[str] = frozenset({"ar", "he"})
