// The words that a reader sees, one entry for each stretch of text, in the order in which they are written. The head
// of a table that phones read downwards is left out: there each cell bears the name of its column, or needs none.
() =>
  audit
    .texts()
    .filter((node) => !audit.clipped(node.parentElement) && !node.parentElement.closest(":is(.stack, .ledger) thead"))
    .map((node) => node.data.replace(/\s+/g, " ").trim())
