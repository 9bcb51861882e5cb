"""Learns the tagger, the weights of evidence and the scale of confidence from annotated pages.

Nothing here is needed to build a graph: `python -m kg.training` writes data files that the extraction reads. It needs
the packages of the dependency group `train`.
"""
