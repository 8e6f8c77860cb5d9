"""Keeps the last state of each device."""
