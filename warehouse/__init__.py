"""Where tables live: the files that are read, the private build file, the published file, and the views people query."""
