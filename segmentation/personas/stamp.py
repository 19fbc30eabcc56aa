"""Which warning belongs on a persona, in words?"""

from segmentation.language import N_, _, number
from segmentation.personas.persona import Persona

STAMPS = {
    "small": N_("Only {customers} customers: a sketch, not yet a portrait."),
    "unstable": N_("Not stable: drawn again from the same customers, this segment often came out differently."),
    "constructive": N_("A useful cut, not a natural group: the line to the neighbouring segments is our own choice."),
}


def stamp_text(persona: Persona) -> str:
    """The warning on this persona in the current language, or nothing."""
    return _(STAMPS[persona.stamp]).format(customers=number(persona.customers)) if persona.stamp in STAMPS else ""
