"""What the library costs, measured: run ``python -m benchmarks`` at the root of the project."""
