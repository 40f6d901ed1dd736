"""Histories in the team's flow, of any size, with breaches at known places."""

from .history import Failure, build, expected
from .shape import Shape

__all__ = ["Failure", "Shape", "build", "expected"]
