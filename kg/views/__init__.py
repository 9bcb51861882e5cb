"""What people look at: the network of who met whom as one HTML page, and as a networkx graph for notebooks."""

from kg.views.networks import met_graph
from kg.views.page import network_html

__all__ = ["met_graph", "network_html"]
