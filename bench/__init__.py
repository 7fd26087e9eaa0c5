"""How quick Alongside is beside a reference of the same run: `make bench` (bench/README.md)."""
