"""MkDocs' door: it looks for events by name in this file, which ``mkdocs.yml`` names.

``hooks/`` is importable only while this file executes.
"""

from disclosure.hosts.mkdocs import on_config, on_nav, on_post_build, on_serve, on_startup

__all__ = ["on_config", "on_nav", "on_post_build", "on_serve", "on_startup"]
