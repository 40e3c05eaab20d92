"""Our builds beside plain Material ones: synthetic sites, the same pages as plain Markdown, measurements."""
