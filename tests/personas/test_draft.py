"""Does a draft tell the truth about its segment, and only about its segment?"""

from tests.personas.people import profiles_of, three_kinds

from segmentation.personas import draft_personas


def test_one_persona_per_segment_and_every_line_is_marked():
    frame, labels = three_kinds()
    personas = draft_personas(profiles_of(frame, labels), "nl")
    assert [persona.segment for persona in personas] == ["A", "B", "C"]
    assert {line.mark for persona in personas for line in persona.lines} == {"data", "guess"}
    assert all(line.figure is not None and line.interval and line.evidence for p in personas for line in p.lines if line.mark == "data")
