"""axe-core on a page as it stands, with the rules of WCAG 2.2 AA and axe's own good practice."""

from functools import cache
from pathlib import Path

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"


@cache
def axe_source() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text()


def violations(page) -> list[str]:
    """One line per broken rule and place: empty when the page is open to everyone. Evaluated, not added as a script,
    because the page's own policy would rightly refuse it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_source())
    # The bar on top lies over whatever is scrolled under it, and axe would blame what happens to be there.
    page.evaluate("document.querySelectorAll('.bar').forEach(bar => { bar.style.position = 'static' })")
    found = page.evaluate(RUN, RULES)["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]
