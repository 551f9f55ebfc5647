"""A drawing from outside can be looked at, and can do nothing."""

import contextlib
import time
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oppvekst.domain.information.rules import arms
from oppvekst.domain.information.rules.arms import wash
from oppvekst.law.refusals import Incomplete

PATH = '<path d="M0 0h9v9z"/>'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
TALL = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


def drawing(inside: str = PATH, head: str = HEAD) -> str:
    return f"{head}{inside}</svg>"


HOSTILE = {
    "et skript": drawing(f"{PATH}<script>alert(1)</script>"),
    "et skript i et annet navnerom": drawing(
        f'{PATH}<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'
    ),
    "et skript i metadata": drawing(f"<metadata><script>alert(1)</script></metadata>{PATH}"),
    "onload": drawing(head=HEAD.replace("<svg", '<svg onload="alert(1)"')),
    "onclick på en figur": drawing('<path onclick="alert(1)" d="M0 0"/>'),
    "ONLOAD": drawing('<path ONLOAD="alert(1)" d="M0 0"/>'),
    "noe som skjer, i et annet navnerom": drawing('<path xlink:onload="alert(1)" d="M0 0"/>'),
    "foreignObject": drawing(f'{PATH}<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    "iframe": drawing(f'{PATH}<iframe xmlns="http://www.w3.org/1999/xhtml" src="//ondt.example"/>'),
    "en lenke": drawing(f'<a href="https://ondt.example">{PATH}</a>'),
    "en lenke til skript": drawing(f'<a xlink:href="javascript:alert(1)">{PATH}</a>'),
    "xlink:href på en forløpning": drawing(f'<linearGradient xlink:href="https://ondt.example#a"/>{PATH}'),
    "xlink:href på en figur": drawing('<path xlink:href="https://ondt.example" d="M0 0"/>'),
    "use": drawing(f'{PATH}<use href="#a"/>'),
    "use fra et annet sted": drawing(f'{PATH}<use xlink:href="https://ondt.example/a.svg#b"/>'),
    "et bilde": drawing(f'{PATH}<image href="https://ondt.example/a.png"/>'),
    "et bilde i teksten": drawing(f'{PATH}<image href="data:image/svg+xml;base64,PHN2Zz4="/>'),
    "en stil": drawing(f'<style>@import url("https://ondt.example/a.css");</style>{PATH}'),
    "CSS url() i en attributt": drawing('<path fill="url(https://ondt.example/a.svg#b)" d="M0 0"/>'),
    "CSS url() i style": drawing('<path style="fill:red;background:url(//ondt.example/a)" d="M0 0"/>'),
    "CSS url() med skråstrek": drawing(r'<path style="fill:u\72l(//ondt.example/a)" d="M0 0"/>'),
    "CSS url() med kommentar": drawing('<path style="fill:u/**/rl(//ondt.example/a)" d="M0 0"/>'),
    "CSS url() med store bokstaver": drawing('<path style="fill:URL(//ondt.example/a)" d="M0 0"/>'),
    "CSS @import": drawing('<path style="@import (//ondt.example/a)" d="M0 0"/>'),
    "animasjon av en lenke": drawing(f'{PATH}<animate attributeName="href" to="javascript:alert(1)"/>'),
    "set": drawing(f'{PATH}<set attributeName="onload" to="alert(1)"/>'),
    "et filter": drawing(f'<filter id="a"><feImage href="https://ondt.example"/></filter>{PATH}'),
    "en maske": drawing(f'<mask id="a">{PATH}</mask>{PATH}'),
    "tekst": drawing(f"{PATH}<text>Solvik</text>"),
    "en milliard latterbrøl": f'<!DOCTYPE s [<!ENTITY l0 "ha">{TALL}]>{drawing(f"<title>&l9;</title>{PATH}")}',
    "en fil fra tjeneren": f'<!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/passwd">]>{drawing(f"<title>&f;</title>{PATH}")}',
    "en fil fra nettet": f'<!DOCTYPE s [<!ENTITY % f SYSTEM "https://ondt.example/a.dtd">%f;]>{drawing()}',
    "en DOCTYPE som bare peker": f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://ondt.example">{drawing()}',
    "en ukjent entitet": drawing(f"<title>&ukjent;</title>{PATH}"),
    "utklipp i utklipp": drawing(f'<clipPath id="a"><g><path clip-path="url(#a)" d="M0 0"/></g></clipPath>{PATH}'),
    "utklipp på utklipp": drawing(f'<clipPath id="a" clip-path="url(#b)">{PATH}</clipPath>{PATH}'),
    "for dypt": drawing("<g>" * 5_000 + PATH + "</g>" * 5_000),
    "for mange deler": drawing("<path/>" * 10_000),
    "for stor": drawing(f"<desc>{'ø' * 60_000}</desc>{PATH}"),
    "ikke XML": "Dette er ikke en tegning.",
    "halv XML": f"{HEAD}<path",
    "HTML": "<html><body><svg><path d='M0 0'/></svg></body></html>",
    "tom": "",
    "ingenting tegnet": drawing("<title>Solvik</title><g/>"),
    "nulltegn": drawing(f"<title>\0</title>{PATH}"),
    "en halv bokstav": drawing(f"<title>\ud800</title>{PATH}"),
    "uten størrelse": drawing(head="<svg>"),
    "uten flate": drawing(head='<svg viewBox="0 0 0 9">'),
    "noe annet enn en sti": drawing('<path d="M0 0&quot; onload=&quot;alert(1)"/>'),
    "noe annet enn en farge": drawing('<path fill="red}body{" d="M0 0"/>'),
    "et navn som ikke er et navn": drawing('<g id="a&quot;&gt;&lt;script&gt;"/>' + PATH),
    "ukjent navnerom": drawing(f"<x:path/>{PATH}"),
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=list(HOSTILE))
def test_what_could_do_something_is_refused_with_a_reason(hostile: str) -> None:
    with pytest.raises(Incomplete) as refusal:
        wash(hostile)
    sentence = refusal.value.fields["arms"]
    assert sentence.startswith(("Filen", "Tegningen", "Vi kan ikke lese"))
    assert sentence.endswith((".", ")."))


@pytest.mark.parametrize(
    "attribute",
    [f'd="{"1" * 90_000}x"', f'width="{"1" * 90_000}x"', f'points="{"1." * 40_000}x"', f'fill="{"a" * 90_000}("',
     f'transform="{"rotate(1)" * 9_000}x"', f'fill="url(#a){" " * 90_000}("', f'style="{";" * 90_000}"',
     f'id="{"a." * 40_000}!"', f'offset="{"1" * 45_000}.{"1" * 45_000}x"'],
)  # fmt: skip
def test_no_text_keeps_the_washing_busy(attribute: str) -> None:
    began = time.monotonic()
    with contextlib.suppress(Incomplete):
        wash(drawing(f"<path {attribute}/>"))
    assert time.monotonic() - began < 1


def test_a_drawing_from_a_drawing_program_comes_through_without_what_only_the_program_needs() -> None:
    inkscape = """<?xml version="1.0" encoding="UTF-16" standalone="no"?>
    <!-- Created with Inkscape -->
    <?xml-stylesheet href="https://ondt.example/a.css"?>
    <svg width="36mm" height="42mm" viewBox="0 0 36 42" version="1.1" id="svg5" inkscape:version="1.2" class="a"
      xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns="http://www.w3.org/2000/svg"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:xlink="http://www.w3.org/1999/xlink">
      <inkscape:namedview id="n"><inkscape:page/></inkscape:namedview>
      <metadata><rdf:RDF><rdf:li>Hei</rdf:li></rdf:RDF></metadata>
      <title>Solvik &amp; fjorden</title>
      <defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff;stop-opacity:1"/></linearGradient>
      <linearGradient id="b" xlink:href="#a" x1="0" gradientUnits="userSpaceOnUse"/></defs>
      <g inkscape:label="Lag 1" transform="translate(-1.5,2e-1)"><path xml:space="preserve"
        style="font-size:3px;fill:url(#b);-inkscape-stroke:none;stroke-width:.5px" d="M 2,2 h32 v22 z" fill="red"/></g>
    </svg>"""
    root = ElementTree.fromstring(washed := wash(inkscape))  # noqa: S314
    assert root.get("viewBox") == "0 0 36 42"
    for gone in ("inkscape", "rdf", "style", "class", "width=", "<!--", "<?", "font", "xlink", "ondt"):
        assert gone not in washed.replace("stroke-width=", "")
    assert '<path d="M 2,2 h32 v22 z" fill="url(#b)" stroke-width=".5px"/>' in washed
    assert '<linearGradient href="#a" id="b"' in washed.replace('id="b" href="#a"', 'href="#a" id="b"')
    assert "<title>Solvik &amp; fjorden</title>" in washed


def test_a_drawing_without_a_window_is_shown_whole() -> None:
    assert 'viewBox="0 0 36 42"' in wash(drawing(head='<svg width="36px" height="42">'))


@pytest.mark.parametrize(
    "inside", [PATH, f"<title>A &lt;b&gt; \"c\" 'd' &amp;amp;</title>{PATH}", "<g fill='url(\"#a\")'><rect/></g>"]
)
def test_washing_twice_is_washing_once(inside: str) -> None:
    once = wash(drawing(inside))
    assert wash(once) == once


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*HOSTILE.values(), HEAD, "</svg>", PATH, "<g>", "</g>", "<", ">", '"', "&lt;", "&#x3C;", "]]>",
                         "<![CDATA[", "<!--", "-->", "<title>", "</title>", "<?x ", "?>", ' onload="', "\ufeff", " "]),
        max_size=6,
    )
)  # fmt: skip
def test_whatever_comes_in_only_what_is_on_the_lists_comes_out(pieces: list[str]) -> None:
    try:
        washed = wash("".join(pieces))
    except Incomplete:
        return
    for element in ElementTree.fromstring(washed).iter():  # noqa: S314
        assert element.tag.removeprefix(f"{{{arms.SVG}}}") in arms.ELEMENTS
        assert set(element.attrib) <= {*arms.ATTRIBUTES, "href"}
        assert all(value.startswith("#") for name, value in element.attrib.items() if name == "href")
        assert not any("//" in value for value in element.attrib.values())


def test_the_house_s_own_crests_come_through() -> None:
    from oppvekst.domain.information.tests.test_colours import STATIC

    for icon in STATIC.parent.glob("icon-*.svg"):
        assert wash(icon.read_text(encoding="utf-8")).count("<path") == 3
