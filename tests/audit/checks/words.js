// The words that a reader sees, one entry for each stretch of text, in the order in which they are written.
() => audit.texts().filter((node) => !audit.clipped(node.parentElement)).map((node) => node.data.replace(/\s+/g, " ").trim())
