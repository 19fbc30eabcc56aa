"""How does the story become slides that people can change? Text boxes and charts of PowerPoint itself, with nothing live in them.

A chart made by python-pptx carries a workbook in which formulas would run; it is replaced by one that holds plain values only.
"""

import io
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from segmentation.language import _, speaking
from segmentation.report.story import Part, Story, printable, story

if TYPE_CHECKING:
    from segmentation.analysis import Analysis
    from segmentation.study import Study

INK, GREY, GREEN, RUST, SAND = "1E2A2C", "55605F", "10655A", "B8500A", "F5EFE6"
FONT = "Verdana"
WIDE, HIGH = 13.333, 7.5  # inches, 16:9
GROWN = ((1.6, 260), (1.3, 480))  # how much larger the letters of a slide without a chart are, up to how many letters
FORMATS = ("0.00", "#,##0.0", "#,##0")  # of figures up to 1, up to 10, and larger
ROOM = (0.35, 0.6)  # beside the longest bar, as a share of all bars: on one side, and when there are bars on both
LINES, LENGTH = 6, 600  # of one slide; the rest goes on in its notes
SET = (0.0079, 0.0178, 4.9)  # inches: width of a letter and height of a line per point of its size, height of the text of a slide


def make_slides(study: "Study", analysis: "Analysis") -> bytes:
    """The whole story as a .pptx in the language of the study: title, one slide per part, one plan per segment."""
    from pptx import Presentation
    from pptx.util import Inches

    told = story(study, analysis)
    with speaking(study.language):
        deck = Presentation()
        deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
        deck.core_properties.title, deck.core_properties.author = printable(told.title), "Klantbeeld"
        _cover(deck, told)
        for part in told.parts:
            _slide(deck, part)
            if part.plan:
                _plan(deck, part)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _blank(deck: Any, title: str) -> Any:
    """A slide with its title in the title placeholder, so that outlines and screen readers find it."""
    from pptx.util import Inches

    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.left, slide.shapes.title.top = Inches(0.7), Inches(0.45)
    slide.shapes.title.width, slide.shapes.title.height = Inches(WIDE - 1.4), Inches(1.0)
    _write(slide.shapes.title.text_frame, [(title, 30 if len(title) < 60 else 22, True, INK)])
    return slide


def _box(slide: Any, left: float, top: float, width: float, height: float, texts: Sequence[tuple[str, float, bool, str]]) -> Any:
    from pptx.util import Inches

    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    _write(box.text_frame, texts)
    return box


def _write(frame: Any, texts: Sequence[tuple[str, float, bool, str]]) -> None:
    """Paragraphs of (text, size, bold, colour); always as text, whatever stands in it."""
    from pptx.dml.color import RGBColor
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = True
    for place, (text, size, bold, colour) in enumerate(texts):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, Pt(6)
        run = paragraph.add_run()
        run.text = printable(text)
        run.font.name, run.font.size, run.font.bold, run.font.color.rgb = FONT, Pt(size), bold, RGBColor.from_string(colour)


def _cover(deck: Any, told: Story) -> None:
    slide = _blank(deck, told.title)
    slide.shapes.title.top = int(slide.shapes.title.top * 5)
    _box(slide, 0.7, 3.4, WIDE - 1.4, 1.0, [(told.about, 20, False, GREY)])
    division = next(part for part in told.parts if part.code == "division")
    _box(slide, 0.7, 6.4, WIDE - 1.4, 0.6, [(division.stamp, 14, False, GREEN)])


def _slide(deck: Any, part: Part) -> None:
    slide = _blank(deck, part.title)
    narrow = 5.6 if part.figures else WIDE - 1.4
    first = [(part.lead, 20, True, GREEN)] if part.lead else []
    last = [(f"{_('Our note')}: {note}"[:LENGTH], 14, False, GREY) for note in part.notes[:2]]
    if part.persona and part.persona.quote:
        last.append((f"“{part.persona.quote}” ({part.persona.name})", 15, False, GREY))
    lines = [(line, 15, False, INK) for line in part.lines[:LINES]]
    while lines and _height([*first, *lines, *last], narrow) > SET[2]:
        lines.pop()
    said = [*first, *lines, *last]
    larger = 1.0 if part.figures else next((grown for grown, most in GROWN if sum(len(text) for text, *_look in said) <= most), 1.0)
    texts = [(text, round(size * larger), bold, colour) for text, size, bold, colour in said]
    _box(slide, 0.7, 1.6, narrow, 4.9, texts or [("", 12, False, INK)])
    if part.figures:
        _chart(slide, part)
    if part.stamp:
        _box(slide, 0.7, 6.75, WIDE - 1.4, 0.5, [(part.stamp, 12, False, GREY)])
    rest = [*part.lines[len(lines) :], *part.notes]
    if rest:
        slide.notes_slide.notes_text_frame.text = printable("\n".join(rest))


def _height(texts: Sequence[tuple[str, float, bool, str]], width: float) -> float:
    """Inches that these paragraphs will about need in a box of this width."""
    letter, line, _most = SET
    return sum(math.ceil(len(text) * letter * size * (1.1 if bold else 1) / (width - 0.2)) * line * size + 0.085 for text, size, bold, _colour in texts)


def _plan(deck: Any, part: Part) -> None:
    """Message, channel, offer, promotion, budget and target of one segment, as a table to fill in further."""
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Inches

    assert part.plan is not None
    slide = _blank(deck, _("The plan for {segment}").format(segment=part.title))
    rows = part.plan.lines
    shape = slide.shapes.add_table(len(rows), 2, Inches(0.7), Inches(1.7), Inches(WIDE - 1.4), Inches(0.7 * len(rows)))
    table = shape.table
    table.first_row = False
    table.columns[0].width, table.columns[1].width = Inches(2.2), Inches(WIDE - 1.4 - 2.2)
    for place, (what, text) in enumerate(rows):
        for column, (words, bold) in enumerate(((what, True), (text, False))):
            cell = table.cell(place, column)
            cell.fill.solid()
            cell.fill.fore_color.rgb = RGBColor.from_string(SAND if place % 2 == 0 else "FFFFFF")
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            _write(cell.text_frame, [(words, 15, bold, INK)])


def _chart(slide: Any, part: Part) -> None:
    """A bar chart that can be changed in PowerPoint, its data a workbook of plain values."""
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
    from pptx.util import Inches, Pt

    shown = [(name, value) for name, value in part.figures if math.isfinite(value)]
    data = CategoryChartData()
    data.categories = [printable(name) for name, _value in reversed(shown)]
    data.add_series(printable(part.title), [value for _name, value in reversed(shown)])
    place = (Inches(6.5), Inches(2.0), Inches(WIDE - 7.2), Inches(4.5))
    _box(slide, 6.5, 1.6, WIDE - 7.2, 0.4, [(part.measure, 12, False, GREY)])
    graphic = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", printable("; ".join(f"{name}: {value:g}" for name, value in shown)))
    chart = graphic.chart
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.name = Pt(13), FONT
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # names stay out of the bars below zero
    least, most = min(0.0, *(value for _name, value in shown)), max(0.0, *(value for _name, value in shown))
    room = ROOM[least < 0 < most] * (most - least)  # for the figure at the end of a bar
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = least - room * (least < 0), (most + room * (most > 0)) or 1
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 40, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = FORMATS[sum(max((abs(v) for _n, v in shown), default=0) > most for most in (1, 10))], False
    bars = plot.series[0]
    bars.invert_if_negative = False
    bars.format.fill.solid()
    bars.format.fill.fore_color.rgb = RGBColor.from_string(GREEN)
    for number_, (_name, value) in enumerate(reversed(shown)):
        if value < 0:
            bars.points[number_].format.fill.solid()
            bars.points[number_].format.fill.fore_color.rgb = RGBColor.from_string(RUST)
    chart.part.chart_workbook.update_from_xlsx_blob(_plain_workbook(part.title, list(reversed(shown))))


def _plain_workbook(title: str, rows: Sequence[tuple[str, float]]) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_string(0, 1, printable(title))
        for place, (name, value) in enumerate(rows, 1):
            sheet.write_string(place, 0, printable(name))
            sheet.write_number(place, 1, value)
    return buffer.getvalue()
