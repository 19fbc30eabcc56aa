"""What does a persona look like? An abstract drawing in the segment's colour, the same for the same seed.

Shapes and patterns only, drawn by lot: nothing in it is taken from gender, age or origin, and skin is a tint of the segment's colour, so that
no face says more than the data do.
"""


import hashlib
from collections.abc import Iterator
from html import escape


def draw_face(segment: str, name: str, seed: int = 0, colour: str | None = None, title: str = "") -> str:
    """A square SVG of 240 × 240 with an accessible title.

    >>> draw_face("A", "Sam", title="Sam").startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img"')
    True
    """
    from segmentation.charts.theme import segment_colour

    main = colour or segment_colour(segment)
    lot = _lots(f"{seed}|{segment}|{name}")
    ink, deep, mid, pale, paper = mix(main, "#101418", 0.78), mix(main, "#101418", 0.4), main, mix(main, "#ffffff", 0.62), mix(main, "#ffffff", 0.84)
    skin = mix(main, "#ffffff", (0.5, 0.62, 0.72)[next(lot) % 3])
    tilt = next(lot) % 7 - 3
    key = hashlib.sha256(f"{seed}|{segment}|{name}".encode()).hexdigest()[:8]
    parts = [
        _ground(next(lot), next(lot), paper, pale, mid),
        f'<g transform="rotate({tilt} 120 220)">',
        _behind(next(lot), deep),
        f'<path d="M103 150h34v40q-17 12-34 0z" fill="{mix(skin, ink, 0.12)}"/>',
        _clothes(next(lot), mid, deep, pale, key),
        _head(next(lot), skin),
        _hair(next(lot), deep),
        _features(next(lot), next(lot), ink, mid),
        "</g>",
    ]
    words = escape(title or name)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img" aria-labelledby="face-{key}">'
        f'<title id="face-{key}">{words}</title><clipPath id="frame-{key}"><rect width="240" height="240" rx="36"/></clipPath>'
        f'<g clip-path="url(#frame-{key})">{"".join(parts)}</g></svg>'
    )


def _lots(text: str) -> Iterator[int]:
    for round_ in range(4):
        yield from hashlib.sha256(f"{text}|{round_}".encode()).digest()


def mix(one: str, two: str, share: float) -> str:
    """A colour on the way from one hex colour to another."""
    pairs = [(int(one[i : i + 2], 16), int(two[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _ground(first: int, second: int, paper: str, pale: str, mid: str) -> str:
    ground = f'<rect width="240" height="240" fill="{paper}"/>'
    x, y = 30 + first % 180, 30 + second % 90
    shapes = (
        f'<circle cx="{x}" cy="{y}" r="78" fill="{pale}"/>',
        f'<path d="M0 {60 + y}q60-50 120 0t120 0v240H0z" fill="{pale}"/>',
        f'<rect x="{x - 60}" y="{y - 40}" width="130" height="130" rx="28" transform="rotate({second % 50} {x} {y})" fill="{pale}"/>',
        f'<path d="M{x} {y - 70}l84 146h-168z" fill="{pale}"/>',
        "".join(f'<path d="M0 {h}h240" stroke="{pale}" stroke-width="12"/>' for h in range(20 + second % 16, 240, 36)),
        "".join(f'<circle cx="{cx}" cy="{cy}" r="6" fill="{pale}"/>' for cx in range(18, 240, 34) for cy in range(18, 240, 34)),
    )
    spot = f'<circle cx="{240 - x}" cy="{28 + first % 30}" r="{9 + second % 9}" fill="{mid}" opacity=".55"/>'
    return ground + shapes[first % len(shapes)] + spot


def _behind(lot: int, deep: str) -> str:
    return (
        "",
        f'<path d="M66 108q0-62 54-62t54 62v66q0 14-14 14H80q-14 0-14-14z" fill="{deep}"/>',
        f'<circle cx="120" cy="44" r="24" fill="{deep}"/>',
        f'<circle cx="120" cy="104" r="68" fill="{deep}"/>',
        "",
    )[lot % 5]


def _clothes(lot: int, mid: str, deep: str, pale: str, key: str) -> str:
    body = "M28 250q0-72 64-76 28 24 56 0 64 4 64 76z"
    pattern = (
        "",
        "".join(f'<path d="M20 {y}h200" stroke="{pale}" stroke-width="7"/>' for y in range(190, 245, 19)),
        "".join(f'<circle cx="{x}" cy="{y}" r="4.5" fill="{pale}"/>' for x in range(34, 220, 22) for y in range(188, 245, 20)),
        "".join(f'<path d="M{x} 165v90" stroke="{deep}" stroke-width="5"/>' for x in range(30, 220, 20)),
        f'<path d="M92 174l28 34 28-34v76H92z" fill="{pale}"/>',
    )[lot % 5]
    collar = ("", f'<path d="M92 174q28 26 56 0l-6 14q-22 16-44 0z" fill="{deep}"/>', f'<path d="M88 172l32 30-18 12zM152 172l-32 30 18 12z" fill="{deep}"/>')
    return (
        f'<clipPath id="body-{key}"><path d="{body}"/></clipPath><path d="{body}" fill="{mid}"/>'
        f'<g clip-path="url(#body-{key})">{pattern}</g>{collar[(lot // 5) % 3]}'
    )


def _head(lot: int, skin: str) -> str:
    return (
        f'<ellipse cx="120" cy="112" rx="47" ry="55" fill="{skin}"/>',
        f'<rect x="73" y="60" width="94" height="108" rx="44" fill="{skin}"/>',
        f'<path d="M73 104q0-46 47-46t47 46q0 62-47 64-47-2-47-64z" fill="{skin}"/>',
        f'<circle cx="120" cy="113" r="51" fill="{skin}"/>',
    )[lot % 4]


def _hair(lot: int, deep: str) -> str:
    return (
        f'<path d="M68 108q-2-58 52-58t52 58q-10-30-34-34-36 4-70 34z" fill="{deep}"/>',
        f'<path d="M70 104q-4-56 50-56t50 56q-4-20-12-26H82q-8 6-12 26z" fill="{deep}"/>',
        f'<path d="M70 106q0-60 58-58 44 4 42 58-6-16-14-24-40 10-66-8-16 10-20 32z" fill="{deep}"/>',
        "".join(f'<circle cx="{x}" cy="{y}" r="17" fill="{deep}"/>' for x, y in ((76, 88), (88, 68), (106, 57), (126, 55), (145, 62), (160, 76), (166, 92))),
        f'<path d="M66 96q4-50 54-50t54 50q-54-14-108 0z" fill="{deep}"/>',
        f'<path d="M72 92q6-40 48-40t48 40q-20-22-48-22t-48 22z" fill="{deep}"/>',
    )[lot % 6]


def _features(lot: int, extra: int, ink: str, mid: str) -> str:
    line = f'fill="none" stroke="{ink}" stroke-width="4" stroke-linecap="round"'
    eyes = (
        f'<circle cx="101" cy="112" r="4.5" fill="{ink}"/><circle cx="139" cy="112" r="4.5" fill="{ink}"/>',
        f'<path d="M94 113q7-8 14 0M132 113q7-8 14 0" {line}/>',
        f'<ellipse cx="101" cy="112" rx="3.8" ry="5.6" fill="{ink}"/><ellipse cx="139" cy="112" rx="3.8" ry="5.6" fill="{ink}"/>',
    )[lot % 3]
    mouth = (
        f'<path d="M106 142q14 12 28 0" {line}/>', f'<path d="M104 140q16 18 32 0z" fill="{ink}"/>', f'<path d="M110 143q12 7 22-3" {line}/>',
    )[(lot // 3) % 3]
    nose = (f'<path d="M120 114q-6 12 1 14" {line}/>', f'<path d="M120 112v15h6" {line}/>', "")[(lot // 9) % 3]
    glasses = (
        f'<circle cx="101" cy="112" r="16" {line}/><circle cx="139" cy="112" r="16" {line}/><path d="M117 110q3-3 6 0" {line}/>',
        f'<rect x="85" y="99" width="31" height="25" rx="7" {line}/><rect x="124" y="99" width="31" height="25" rx="7" {line}/><path d="M116 109h8" {line}/>',
        "", "", "",
    )[extra % 5]
    cheeks = f'<circle cx="88" cy="132" r="8" fill="{mid}" opacity=".35"/><circle cx="152" cy="132" r="8" fill="{mid}" opacity=".35"/>'
    return eyes + nose + mouth + glasses + (cheeks if extra % 2 else "")
