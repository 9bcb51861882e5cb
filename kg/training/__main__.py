"""The commands that learn and measure: `python -m kg.training learn`, `python -m kg.training quality`.

`learn` trains the tagger, then the weights of evidence, then the scale of confidence, and writes their data files into
`kg/lexicon/`. `quality` measures and writes `docs/quality.md`. Pages are judged by taggers that were trained without
them; those are kept in `build/` until the pages or the settings change.
"""

from __future__ import annotations

from pathlib import Path

import typer

from kg.training import cross, quality

LEXICON = Path("kg/lexicon")
app = typer.Typer(help=__doc__, add_completion=False, no_args_is_help=True)


@app.command()
def learn() -> None:
    """Learn everything from the annotated pages that are not held out; takes about ten minutes."""
    cross.learn(LEXICON, say=typer.echo)


@app.command("quality")
def quality_command(output: Path = Path("docs/quality.md")) -> None:
    """Measure on samples, tuning pages and unseen pages, with ablations, reliability and speed."""
    output.write_text(quality.report(say=typer.echo), "utf-8")
    typer.echo(f"{output} written")


if __name__ == "__main__":
    app()
