"""Measuring commands side by side, and writing down what came of it."""
