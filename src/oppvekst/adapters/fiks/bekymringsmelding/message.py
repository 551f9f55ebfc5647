"""The two messages as KS defines them, field by field, with the words that a person may be shown.

Versions 1 and 2 differ in one optional field (`andreSynspunkter`), so one table with that field serves both.
Stricter than KS's schema in one thing: a private message must have a child too. The schema means it, but says
`minLength` about a list, which has no effect.
"""

from oppvekst.adapters.fiks.bekymringsmelding.neutral import Kind, Version
from oppvekst.adapters.fiks.bekymringsmelding.shape import Field, Flag, Many, Moment, Record, Shape, Text

TEXT = Text()
LINE = Text(r".*", "må stå på én linje")
PHONE = Text(r"[+]?[0-9]+([- ][0-9]+)*", "er ikke et telefonnummer")
EMAIL = Text(
    r"[A-Za-zæøåÆØÅ0-9\-_]+(\.[A-Za-zæøåÆØÅ0-9\-_]+)*"
    r"@[A-Za-zæøåÆØÅ0-9\-]+(\.[A-Za-zæøåÆØÅ0-9\-]+)*\.[A-Za-z]{2,}",
    "er ikke en e-postadresse",
)


def _optional(label: str, shape: Shape = TEXT) -> Field:
    return Field(label, shape, required=False)


def _children(item: Record) -> Field:
    return Field("Barn", Many(item, at_least=1, too_few="Meldingen må gjelde minst ett barn."))


ADDRESS = Record(
    {
        "adresselinje1": Field("Adresselinje 1", TEXT),
        "adresselinje2": _optional("Adresselinje 2"),
        "adresselinje3": _optional("Adresselinje 3"),
        "postnummer": _optional("Postnummer"),
        "poststed": _optional("Poststed"),
    }
)

HEAD = {
    "kommunenummer": Field("Kommunenummer", Text(r"[0-9]{4}", "må være fire sifre")),
    "kommunenavn": Field("Kommune", TEXT),
    "bydelsnummer": Field("Bydelsnummer", Text(r"[0-9]{2}", "må være to sifre")),
    "bydelsnavn": Field("Bydel", TEXT),
    "sendingstidspunkt": Field("Sendt", Moment()),
    "leveringskanal": Field("Leveringskanal", TEXT),
}

PRIVATE = Record(
    HEAD
    | {
        "privatMelder": Field(
            "Melder",
            Record(
                {
                    "personnavn": Field("Melders navn", TEXT),
                    "telefonnummer": _optional("Melders telefonnummer", PHONE),
                    "adresse": _optional("Melders adresse", ADDRESS),
                }
            ),
        ),
        "privatBarn": _children(
            Record(
                {
                    "personnavn": Field("Barnets navn", TEXT),
                    "antattAlder": _optional("Barnets antatte alder"),
                    "relasjon": _optional("Melders forhold til barnet"),
                    "adresse": Field("Barnets adresse", ADDRESS),
                }
            )
        ),
        "melding": Field("Meldingen", TEXT),
    }
)

GUARDIAN = Record(
    {
        "personnavn": Field("Foresattes navn", LINE),
        "telefonnummer": _optional("Foresattes telefonnummer", LINE),
        "orientert": Field("Foresatt er orientert", Flag()),
        "orientertGrunn": _optional("Hvorfor foresatt er eller ikke er orientert", LINE),
    }
)

PUBLIC_REPORTER = Record(
    {
        "personnavn": Field("Melders navn", LINE),
        "rolle": Field("Melders rolle", LINE),
        "telefonnummer": Field("Melders telefonnummer", PHONE),
        "epost": Field("Melders e-post", EMAIL),
        "virksomhet": Field(
            "Virksomhet",
            Record(
                {
                    "navn": Field("Virksomhetens navn", LINE),
                    "orgnr": _optional("Virksomhetens organisasjonsnummer", LINE),
                    "adresse": Field("Virksomhetens adresse", ADDRESS),
                }
            ),
        ),
    }
)

PUBLIC_CHILD = Record(
    {
        "fnr": Field("Barnets fødselsnummer", TEXT),
        "ufoedt": Field("Barnet er ufødt", Flag()),
        "personnavn": Field("Barnets navn", LINE),
        "telefonnummer": _optional("Barnets telefonnummer"),
        "adresse": Field("Barnets adresse", ADDRESS),
        "orientert": Field("Barnet er orientert", Flag()),
        "orientertGrunn": _optional("Hvorfor barnet er eller ikke er orientert", LINE),
    }
)


def _public(words: Record) -> Record:
    guardians = Many(GUARDIAN, at_least=1, at_most=2, too_few="Meldingen må nevne minst én foresatt.")
    return Record(
        HEAD
        | {
            "kommunenavn": Field("Kommune", LINE),
            "bydelsnavn": Field("Bydel", LINE),
            "offentligMelder": Field("Melder", PUBLIC_REPORTER),
            "offentligBarn": _children(PUBLIC_CHILD),
            "foresatte": Field("Foresatte", guardians),
            "behovForTolk": _optional("Behov for tolk"),
            "andreHjelpeinstanser": _optional("Andre hjelpeinstanser"),
            "melding": Field("Meldingen", words),
        }
    )


WORDS = {"melding": Field("Bekymringen", TEXT), "historie": Field("Historien", TEXT)}
PUBLIC = {1: _public(Record(WORDS)), 2: _public(Record(WORDS | {"andreSynspunkter": _optional("Andre synspunkter")}))}


def shape_of(kind: Kind, version: Version) -> Record:
    """What a message of this kind and version must look like."""
    return PRIVATE if kind == "privat" else PUBLIC[version]
