pytest_plugins = ["mentoring.tests.real_parts"]
