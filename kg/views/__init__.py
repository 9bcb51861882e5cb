"""What people look at: the explorer as one HTML page, and networkx graphs for notebooks.

The plain pyvis network is in `kg.views.plain`, which is imported only where it is wanted: pyvis loads slowly.
"""

from kg.views.networks import met_graph
from kg.views.page import network_html

__all__ = ["met_graph", "network_html"]
