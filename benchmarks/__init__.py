"""Generated corpora, and timings of Noticeboard beside other generators: `python -m benchmarks.run`."""
