"""The words of the shell: `bilat add` and its like. What they print on stdout is data; talk goes to stderr."""
