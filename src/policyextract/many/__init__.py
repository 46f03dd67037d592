"""Many documents: streams, processes, Arrow batches."""
