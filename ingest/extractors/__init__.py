"""What documents state: one file per kind of fact.

Every extractor is a function from a document's blocks to facts, registered in `ingest/extractors/registry.py`;
it fills its own fields and the offsets, and the pipeline adds source, number and page.
"""
