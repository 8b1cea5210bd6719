"""Reads the log of the weather stations."""
