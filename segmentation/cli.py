"""What can be done without the app: every verb on the command line, files in, files out.

    klantbeeld                                        start the app
    klantbeeld read orders.csv --to out               a file as it was understood, with its receipt
    klantbeeld customers orders.csv tickets.csv --to out
    klantbeeld segment orders.csv --to out
    klantbeeld roi orders.csv --to out --cost margin_rate=0.35
    klantbeeld run study.json --data exports --to out

Bad input ends with exit code 2 and one line that says what to do.
"""

import click

from segmentation.errors import SegmentationError
from segmentation.language import LANGUAGES, speak


class _Plain(click.Group):
    """A group in which an error for people is one line and exit code 2."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except SegmentationError as error:
            click.echo(f"{error.message} {error.hint}".strip(), err=True)
            context.exit(2)


@click.group(cls=_Plain, invoke_without_command=True)
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="nl", help="The language of texts and messages.")
@click.pass_context
def main(context: click.Context, language: str) -> None:
    """From your export to customer segments, what each is worth, and what to do on Monday."""
    speak(language)
    if context.invoked_subcommand is None:
        context.invoke(serve)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), help="The port to use; the first free one from 8501 on otherwise.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def serve(port: int | None = None, no_browser: bool = False) -> None:
    """Start the app on this computer."""
    from segmentation.server import serve as start

    start(port, browser=not no_browser)


if __name__ == "__main__":
    main()
