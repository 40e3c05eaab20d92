"""The programs that start a build: MkDocs, or our own command line. Nothing else names a host."""

import gc

# What a build reads and imports lives until it ends: searching it for garbage again and again costs a tenth.
gc.set_threshold(50_000)
