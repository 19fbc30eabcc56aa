"""How can customers be grouped? One method a file; each takes a space and gives a partition and what places a customer."""
