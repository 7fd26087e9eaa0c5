"""How a refused action comes back to the page it was asked on."""


def refused(form, problem) -> None:
    """Put each sentence of a Refused above the form; what was typed stays."""
    for reason in problem.reasons:
        form.add_error(None, reason)
