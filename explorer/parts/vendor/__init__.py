"""Others' scripts, untouched, each with its licence (MIT) beside it.

cytoscape.min.js 3.34.4 · cytoscape-fcose.js 2.2.0 · cose-base.js 2.2.0 · layout-base.js 2.0.1
"""
