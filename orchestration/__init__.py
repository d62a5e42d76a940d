"""When, and in what order: assets, checks, partitions, schedule, sensor, resources, the command line. No logic of the domain."""
