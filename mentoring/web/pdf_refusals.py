"""Why a PDF was not drawn. Apart, because the drawing loads a big library and is imported only when asked for."""


class PdfUnavailable(Exception):
    """No PDF can be made; the text is one sentence for the person who asked for it."""


class PdfRefused(Exception):
    """The document asked for an address from outside, so it is not one of ours and is not drawn."""
