"""Commands of the program by group, each registered on the app of `kg.cli`."""
