"""What the views of this part say alike."""


def sent(request):
    """What was posted, or None on the first look."""
    return request.POST if request.method == "POST" else None


def status(form) -> int:
    return 422 if form.is_bound and form.errors else 200
