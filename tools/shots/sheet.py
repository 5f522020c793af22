"""One page with all pictures, to look them over."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

HEAD = """<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Ruggespraak: alle schermen</title>
<style>
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; background: #f5f4f0; color: #1e2a2d }
section { display: grid; grid-template-columns: repeat(auto-fill, minmax(30rem, 1fr)); gap: 1rem; margin-bottom: 2rem }
figure { margin: 0 } img { width: 100%; border: 1px solid #cdcac0; border-radius: 8px } a { color: #0e6565 }
</style>
"""


def write_sheet(folder: Path, pictures: Iterable[Path], documents: Iterable[Path]) -> Path:
    """Write `index.html`.

    Parameters:
        folder: where it goes; all links are relative to it.
        pictures: named `view-theme-scale.png`; those of one view stand together.
        documents: linked below.
    """
    per_view: dict[str, list[str]] = {}
    for path in pictures:
        per_view.setdefault(path.stem.rsplit("-", 2)[0], []).append(path.relative_to(folder).as_posix())
    parts = [HEAD, f"<h1>{len(per_view)} schermen</h1>\n"]
    for view, files in sorted(per_view.items()):
        figures = "".join(
            f'<figure><a href="{escape(file)}"><img loading="lazy" src="{escape(file)}" alt="{escape(file)}"></a>'
            f"<figcaption>{escape(file)}</figcaption></figure>"
            for file in sorted(files)
        )
        parts.append(f"<h2>{escape(view)}</h2>\n<section>{figures}</section>\n")
    links = "".join(
        f'<li><a href="{escape(name)}">{escape(name)}</a></li>'
        for name in (path.relative_to(folder).as_posix() for path in sorted(documents))
    )
    parts.append(f"<h2>Documenten</h2>\n<ul>{links}</ul>\n</html>\n")
    page = folder / "index.html"
    page.write_text("".join(parts), "utf-8")
    return page
