"""Drawings as SVG, one source for pages and papers: values in, markup out, colours by classes."""
