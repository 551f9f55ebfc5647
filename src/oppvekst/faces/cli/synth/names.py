"""Names of persons and places that nobody has: made of syllables and ordinary given names by a seeded chance."""

from __future__ import annotations

from random import Random

GIRLS = (
    "Nora", "Ella", "Maja", "Sofie", "Ada", "Signe", "Astrid", "Tiril", "Selma", "Ingrid", "Frida", "Live", "Hedda",
    "Amina", "Thea", "Vilde", "Eira", "Leah", "Runa", "Solveig", "Alva", "Yasmin", "Sara", "Mia", "Linnea", "Oda",
    "Marte", "Aurora",
)  # fmt: skip
BOYS = (
    "Emil", "Jonas", "Aksel", "Henrik", "Elias", "Noah", "Oliver", "Jakob", "Mikkel", "Sander", "Odin", "Magnus",
    "Isak", "Theo", "Filip", "Kasper", "Olav", "Even", "Ali", "Sondre", "Amir", "Viljar", "Tobias", "Håkon", "Birk",
    "Mathias", "Ludvig", "Sivert",
)  # fmt: skip
WOMEN = (
    "Lise", "Mona", "Hilde", "Stine", "Anne", "Kari", "Tone", "Marit", "Siri", "Randi", "Silje", "Camilla", "Ida",
    "Linn", "Berit", "Fatima", "Anja", "Ragnhild", "Turid", "Guro", "Ane", "Eli",
)  # fmt: skip
MEN = (
    "Geir", "Ola", "Bjørn", "Eivind", "Per", "Tor", "Knut", "Øyvind", "Lars", "Morten", "Stian", "Kåre", "Espen",
    "Rune", "Anders", "Omar", "Trond", "Vegard", "Steinar", "Arild", "Jan", "Terje",
)  # fmt: skip
# Two halves make a family name; few of the whole ones are anybody's.
FIRST = (
    "Berg", "Strand", "Hav", "Lind", "Furu", "Stein", "Myr", "Ask", "Elve", "Skar", "Brei", "Tind", "Vind", "Hegge",
    "Kvern", "Orr", "Gran", "Lyng", "Øst", "Vester", "Nord", "Sund", "Rogn", "Selje", "Bekke", "Hassel", "Krok", "Mo",
    "Rus", "Tveit",
)  # fmt: skip
LAST = (
    "vik", "nes", "dal", "li", "heim", "stad", "moen", "haug", "bø", "lund", "rud", "vold", "eng", "ås", "holm", "bakk",
    "set", "tun",
)  # fmt: skip
STREETS = (
    "Fjordgata", "Bjørkeveien", "Strandgata", "Kaiveien", "Skoleveien", "Havblikk", "Lyngveien", "Kirkebakken",
    "Furustien", "Møllegata", "Stasjonsveien", "Tunet", "Nordre vei", "Bekkefaret",
)  # fmt: skip
# Places that are on no map of ours; the numbers below 9999 are nobody's.
PLACES = (
    "Solvik", "Nordvåg", "Tindstad", "Elvesund", "Furunes", "Havheim", "Lyngdalen", "Skarvøy", "Bergsund", "Myrstad",
    "Vindås", "Seljeid", "Kvernbø", "Granholm", "Rognli", "Askevåg", "Breivoll", "Steinhaug", "Østerli", "Moheim",
)  # fmt: skip
HIGHEST_NUMBER = 9998


def given(chance: Random, *, female: bool, grown: bool = False) -> str:
    """A given name."""
    names = (WOMEN if grown else GIRLS) if female else (MEN if grown else BOYS)
    return chance.choice(names)


def family(chance: Random) -> str:
    """A family name, sometimes a double one."""
    name = chance.choice(FIRST) + chance.choice(LAST)
    return f"{chance.choice(FIRST)}{chance.choice(LAST)} {name}" if chance.random() < 0.15 else name


def street(chance: Random) -> str:
    """A street and a number."""
    return f"{chance.choice(STREETS)} {chance.randint(1, 148)}"


def place(at: int) -> tuple[int, str]:
    """The invented municipality with that place in the row: its number and its name."""
    return HIGHEST_NUMBER - at, PLACES[at] if at < len(
        PLACES
    ) else f"{PLACES[at % len(PLACES)]} {at // len(PLACES) + 1}"
