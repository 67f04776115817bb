"""`python benchmarks` runs them all, one after the other."""

import shape

if __name__ == "__main__":
    shape.main()
