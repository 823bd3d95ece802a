"""Samenspel: the shared workbook of a region's joint socio-economic agenda."""

__version__ = "0.1.0"
