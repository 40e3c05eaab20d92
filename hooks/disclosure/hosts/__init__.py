"""The hosts that start a build: MkDocs, or our own command line. No other module names a host."""

import gc

# Nearly all objects live until the build ends; frequent garbage collection costs a tenth of its time.
gc.set_threshold(50_000)
