"""The reading desk: a text beside the draft that it yields, each lighting up what belongs to it in the other."""
