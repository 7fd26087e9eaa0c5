from matching.tests.relationships.conftest import pair  # noqa: F401
