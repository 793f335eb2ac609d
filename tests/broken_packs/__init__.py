"""One broken pack for each kind of defect, made from the pack of the example by one change."""
