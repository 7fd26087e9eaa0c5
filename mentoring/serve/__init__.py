"""Running all of Alongside on one machine: web, worker, scheduler and, where none is given, the broker."""
