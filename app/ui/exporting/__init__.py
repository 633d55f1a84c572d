"""Handing over a Word file: the choices, and what is to be said of it afterwards."""
