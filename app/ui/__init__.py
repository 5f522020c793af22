"""The screens. One folder per view; what views share stands in widgets/; views never import each other."""
