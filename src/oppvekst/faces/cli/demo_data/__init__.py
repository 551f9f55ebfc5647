"""A year of life in Solvik, built by calling the actions, so that the demo is itself a test. All of it is invented."""

from oppvekst.faces.cli.demo_data.life import build

__all__ = ["build"]
